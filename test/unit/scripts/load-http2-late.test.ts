import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { loadHttp2Late } from '../../../scripts/build/load-http2-late.ts';

const path = createRequire(import.meta.url).resolve('undici/lib/dispatcher/client.js');

function transformed(code: string, id: string): unknown {
  const { transform } = loadHttp2Late();
  if (typeof transform !== 'function') throw new Error('It transforms nothing');
  return transform.call({} as never, code, id); // asks nothing of its bundler
}

describe('loadHttp2Late', () => {
  it('leaves it to the first connection that speaks HTTP/2 to load it, in the undici that is installed', async () => {
    const code = await readFile(path, 'utf8');

    expect(transformed(code, path)).toEqual({
      code: expect.stringContaining("=> require('./client-h2.js')(") as string,
      map: null,
    });
  });

  it('fails the build for an undici that loads it otherwise', () => {
    expect(() => transformed('const h2 = load()', path)).toThrow('does not load HTTP/2 where it did');
  });

  it('leaves all other modules as they are', () => {
    expect(transformed("const connectH2 = require('./client-h2.js')", '/app/electron/main.ts')).toBeNull();
  });
});
