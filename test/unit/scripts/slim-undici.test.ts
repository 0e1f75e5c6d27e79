import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { slimUndici } from '../../../scripts/build/slim-undici.ts';

const pathOf = (file: string): string => createRequire(import.meta.url).resolve(`undici/lib/${file}`);

function transformed(code: string, id: string): unknown {
  const { transform } = slimUndici();
  if (typeof transform !== 'function') throw new Error('It transforms nothing');
  return transform.call({} as never, code, id); // asks nothing of its bundler
}

async function slimmed(file: string): Promise<string> {
  const path = pathOf(file);
  const { code } = transformed(await readFile(path, 'utf8'), path) as { code: string }; // a file that is changed
  return code;
}

describe('slimUndici', () => {
  it('leaves it to the first connection that speaks HTTP/2 to load it, in the undici that is installed', async () => {
    expect(await slimmed('dispatcher/client.js')).toContain("=> require('./client-h2.js')(");
  });

  it('leaves out the second parser of HTTP/1', async () => {
    const code = await slimmed('dispatcher/client-h1.js');

    expect(code).not.toContain('parser-h1.js');
    expect(code).not.toContain('getMiloEnabled()');
    expect(code).toContain('new Parser(client, socket, llhttpInstance)');
  });

  it('has the headers of an answer handed over as they came, and makes nothing else of them', async () => {
    expect(await slimmed('core/request.js')).toMatch(
      /parsedHeaders = headers\n\s+try \{\n\s+this\[kHandler\]\.onResponseStart\?\.\(controller, statusCode, parsedHeaders, statusText\)/,
    );
  });

  it.each(['dispatcher/client-h1.js', 'dispatcher/client-h2.js', 'core/request.js'])(
    'leaves out fetch and its form data in %s',
    async (file) => {
      expect(await slimmed(file)).not.toMatch(/require\('\.\.\/web\//);
    },
  );

  it('fails the build for an undici that reads otherwise', () => {
    expect(() => transformed('const h2 = load()', pathOf('dispatcher/client.js'))).toThrow(
      'does not read as it did',
    );
  });

  it('leaves all other modules as they are', () => {
    expect(transformed("const connectH2 = require('./client-h2.js')", '/app/electron/main.ts')).toBeNull();
  });
});
