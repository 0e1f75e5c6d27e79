import { describe, expect, it } from 'vitest';
import { presentedKey } from '../../../electron/local-api/presented-key.ts';

const query = (text: string): URLSearchParams => new URLSearchParams(text);

describe('the key that a request presents', () => {
  it('is read from the header, whatever the case of its name', () => {
    for (const name of ['X-API-Key', 'x-api-key', 'X-Api-KEY']) {
      expect(presentedKey(['Host', 'x', name, 'a'], query(''))).toEqual({ kind: 'one', secret: 'a' });
    }
  });

  it('is read from the query where there is no header', () => {
    expect(presentedKey([], query('apikey=a%5Fb'))).toEqual({ kind: 'one', secret: 'a_b' });
  });

  it('is the header’s where both are there, also when that one is empty', () => {
    expect(presentedKey(['X-API-Key', 'a'], query('apikey=b'))).toEqual({ kind: 'one', secret: 'a' });
    expect(presentedKey(['X-API-Key', ''], query('apikey=b'))).toEqual({ kind: 'one', secret: '' });
  });

  it('is none of several', () => {
    expect(presentedKey(['X-API-Key', 'a', 'x-api-key', 'b'], query(''))).toEqual({ kind: 'several' });
    expect(presentedKey([], query('apikey=a&apikey=a'))).toEqual({ kind: 'several' });
  });

  it('is not read from a value that looks like the name, nor from another parameter', () => {
    expect(presentedKey(['A', 'X-API-Key', 'B', 'b'], query('access_key=a&apiKey=b&APIKEY=c'))).toEqual({
      kind: 'none',
    });
  });
});
