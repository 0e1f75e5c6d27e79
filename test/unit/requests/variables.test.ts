import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  KEY_VARIABLE,
  plainText,
  resolveAtOnce,
  resolveTemplate,
} from '../../../electron/requests/variables.ts';
import { errorOf, valueOf } from '../../support/results.ts';
import { holds } from '../../support/holds.ts';
import { threadCpuMs } from '../../support/cpu-time.ts';

function resolve(template: string, scope: Record<string, string> = {}): string {
  return valueOf(plainText(valueOf(resolveTemplate(template, new Map(Object.entries(scope)))), 'field'));
}

describe('a template', () => {
  it('gets the values of its variables, and those of theirs', () => {
    const scope = { baseUrl: '{{scheme}}://{{host}}', scheme: 'https', host: 'api.test' };

    expect(resolve('{{baseUrl}}/me?{{ host }}', scope)).toBe('https://api.test/me?api.test');
  });

  it('keeps variables without a value as typed, and lists each once', () => {
    const resolved = valueOf(resolveTemplate('{{a}} {{b}} {{a}}', new Map([['b', '{{c}}']])));

    expect(resolved.unresolved).toEqual(['a', 'c']);
    expect(resolved.segments.join('')).toBe('{{a}} {{c}} {{a}}');
  });

  it.each(['__proto__', 'constructor', 'toString'])('does not take {{%s}} for a variable', (name) => {
    expect(valueOf(resolveTemplate(`{{${name}}}`, new Map())).unresolved).toEqual([name]);
  });

  it('is two braces, a short name without any, and two braces, wherever they stand', () => {
    const unit = fc.constantFrom('{', '}', '{{', '}}', 'a', 'n'.repeat(100));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 14 }), (text) => {
        const expected = text.replaceAll(/\{\{([^{}]{1,200})\}\}/g, '<$1>');
        const scope = Object.fromEntries(
          [...text.matchAll(/[^{}]+/g)].map(([name]) => [name, `<${name}>`] as const),
        );
        expect(resolve(text, scope)).toBe(expected);
      }),
      { seed: 1, numRuns: 3_000 },
    );
  });

  it('is resolved at once to the same text, or not at once', () => {
    const unit = fc.constantFrom(
      '{{',
      '}}',
      ' ',
      'a',
      'b',
      'c',
      '{{a}}',
      '{{ b }}',
      '{{c}}',
      '{{postman-api-key}}',
    );
    const value = fc.string({ unit, maxLength: 3 });
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 6 }), value, value, (text, a, b) => {
        const scope = new Map([
          ['a', a],
          ['b', b],
          ['postman-api-key', 'no'],
        ]);
        const atOnce = resolveAtOnce(text, scope);
        if (atOnce === null) return;
        const resolved = valueOf(resolveTemplate(text, scope));
        expect(resolved.unresolved).toEqual([]);
        expect(valueOf(plainText(resolved, 'field'))).toBe(atOnce);
      }),
      { seed: 1, numRuns: 3_000 },
    );
    expect(
      resolveAtOnce(
        '{{a}}/x?{{ b }}',
        new Map([
          ['a', 'http://h'],
          ['b', '1'],
        ]),
      ),
    ).toBe('http://h/x?1');
    expect(resolveAtOnce('{{a}}', new Map([['a', 'x'.repeat(3_000)]]))).toBeNull();
    expect(resolveAtOnce('{{postman_api_key}}', new Map([['postman_api_key', 'x']]))).toBeNull();
  });

  it('leaves braces that are no variable alone', () => {
    expect(resolve('{a} {{}} {{{ }} }} {{')).toBe('{a} {{}} {{{ }} }} {{');
  });

  it.each(['postman-api-key', 'postman_api_key', ' postman-api-key '])(
    'has a place for the key in {{%s}}',
    (name) => {
      const resolved = valueOf(
        resolveTemplate(`a{{${name}}}b`, new Map([['postman-api-key', 'overridden']])),
      );

      expect(resolved.segments).toEqual(['a', KEY_VARIABLE, 'b']);
      expect(errorOf(plainText(resolved, 'url'))).toMatchObject({
        code: 'secret-variable-misplaced',
        field: 'url',
      });
    },
  );

  it('finds the key’s variable through other variables', () => {
    const resolved = valueOf(resolveTemplate('{{auth}}', new Map([['auth', '{{postman-api-key}}']])));

    expect(resolved.segments).toEqual([KEY_VARIABLE]);
  });
});

describe('variables that refer to each other', holds('limits.cycles'), () => {
  it('in a circle are refused', () => {
    const scope = new Map([
      ['a', '{{b}}'],
      ['b', 'x{{c}}'],
      ['c', '{{a}}'],
    ]);

    expect(errorOf(resolveTemplate('{{a}}', scope))).toMatchObject({ code: 'request-invalid' });
  });

  it('too deep are refused', () => {
    const scope = new Map(
      Array.from({ length: 50 }, (_, index) => [`v${String(index)}`, `{{v${String(index + 1)}}}`]),
    );

    expect(errorOf(resolveTemplate('{{v0}}', scope)).code).toBe('request-invalid');
    expect(resolveTemplate('{{v40}}', scope).ok).toBe(true);
  });

  it('and double each time are refused before they fill the memory', () => {
    const scope = new Map(
      Array.from({ length: 19 }, (_, index) => [`v${String(index)}`, `{{v${String(index + 1)}}}`.repeat(10)]),
    );
    const startedAt = threadCpuMs();

    expect(errorOf(resolveTemplate('{{v0}}', scope)).code).toBe('request-invalid');
    expect(errorOf(resolveTemplate('{{a}}'.repeat(1000), new Map([['a', 'x'.repeat(20_000)]]))).code).toBe(
      'request-invalid',
    );
    expect(threadCpuMs() - startedAt).toBeLessThan(1000);
  });

  it('in any graph end in a result, and one without a circle in its text', () => {
    const graph = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '!'), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(graph, (edges) => {
        const scope = new Map(
          Object.entries(edges).map(([name, to]) => [
            name,
            to.map((next) => (next === '!' ? next : `{{${next}}}`)).join(''),
          ]),
        );
        const result = resolveTemplate('{{a}}', scope);
        if (hasCircle(edges, 'a', [])) expect(result.ok).toBe(false);
        else expect(valueOf(result).unresolved.every((name) => !scope.has(name))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

function hasCircle(edges: Record<string, readonly string[]>, name: string, path: readonly string[]): boolean {
  if (path.includes(name)) return true;
  return (edges[name] ?? []).some((next) => next !== '!' && hasCircle(edges, next, [...path, name]));
}
