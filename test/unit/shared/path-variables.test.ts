import { describe, expect, it } from 'vitest';
import { pathVariableNames, withPathVariables } from '../../../shared/domain/path-variables.ts';

describe('path variables', () => {
  it.each([
    ['https://a.test/users/:id/posts/:post-id', ['id', 'post-id']],
    ['{{baseUrl}}/:a/:a', ['a']],
    ['https://a.test:8443/x', []],
    ['http://localhost:5362', []],
    ['https://a.test/a:b/v1:sum', []],
    ['https://a.test/x?y=/:no#/:neither', []],
    ['https://a.test/:id?{{q?}}=1', ['id']],
  ])('of %s are %j', (url, names) => {
    expect(pathVariableNames(url)).toEqual(names);
  });

  it('are replaced where they stand, and nowhere else', () => {
    const url = 'https://a.test/:id/:other?next=/:id';
    expect(withPathVariables(url, (name) => (name === 'id' ? '7' : null))).toBe(
      'https://a.test/7/:other?next=/:id',
    );
  });
});
