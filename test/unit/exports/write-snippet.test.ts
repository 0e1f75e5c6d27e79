import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SnippetRequest } from '../../../electron/exports/snippet-text.ts';
import { writeSnippet } from '../../../electron/exports/write-snippet.ts';
import type { SnippetLanguage } from '../../../shared/domain/code-snippet.ts';
import { asHeaderValue, CANARY, HOSTILE_TEXTS, hostileText } from '../../support/hostile-texts.ts';

/** What arrived at the program that sends. */
interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** A header's name is a token, so these are the worst. */
const NAME = "X'`$#!&*|~%";
const VARIABLE_VALUE = `v'"$(touch ${CANARY})\\`;

/** The text in the address, in two headers and in the body. */
function requestWith(text: string): { readonly request: SnippetRequest; readonly expected: Arrived } {
  const url = `https://api.example.com/a?b=${text.replaceAll('\n', '')}`;
  const value = asHeaderValue(text);
  const piece = (content: string) => (content === '' ? [] : [{ kind: 'text', text: content } as const]);
  return {
    request: {
      ...{ method: 'POST', url },
      headers: [
        { name: 'Content-Type', value: piece('application/json') },
        { name: NAME, value: piece(value) },
        { name: 'X-Key', value: [...piece(value), { kind: 'variable', variable: 'KEYFOB_KEY' }] },
      ],
      body: piece(text),
    },
    expected: {
      ...{ method: 'POST', url, body: text },
      headers: [
        ['Content-Type', 'application/json'],
        [NAME, value],
        ['X-Key', value + VARIABLE_VALUE],
      ],
    },
  };
}

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'keyfob-snippets-'));
  const file = (name: string, text: string, mode = 0o644) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text, { mode });
  };
  file('bin/curl', `#!/bin/sh\nprintf '%s\\0' "$@"\n`, 0o755);
  file('node_modules/axios/package.json', '{"type":"module","exports":"./index.js"}');
  file(
    'node_modules/axios/index.js',
    `export default { request: async ({ method, url, headers, data }) => {
      process.stdout.write(JSON.stringify({ method, url, headers: Object.entries(headers), body: data.toString() }));
      process.exit(0);
    } };`,
  );
  file(
    'fetch.mjs',
    `globalThis.fetch = async (url, init) => {
      process.stdout.write(JSON.stringify({ url, ...init }));
      process.exit(0);
    };`,
  );
  file(
    'requests.py',
    `import json, sys
def request(method, url, headers, data):
    print(json.dumps({"method": method, "url": url, "headers": list(headers.items()), "body": data.decode("utf-8")}))
    sys.exit(0)
`,
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(program: string, args: readonly string[]): string {
  const env = {
    PATH: `${path.join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
    ...{ KEYFOB_KEY: VARIABLE_VALUE, LANG: 'C.UTF-8', PYTHONIOENCODING: 'utf-8', HOME: folder },
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const { stdout, stderr, status } = spawnSync(program, args, { env, cwd: folder, encoding: 'utf8' });
  expect([stderr, status]).toEqual(['', 0]);
  expect(existsSync(path.join(folder, CANARY))).toBe(false);
  return stdout;
}

function written(name: string, code: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, code);
  return file;
}

/** Reads the arguments as curl does; an argument that it would take for something else is no answer. */
function asCurl(args: readonly string[]): Arrived {
  const read = { method: '', url: '', body: '', headers: new Array<readonly [string, string]>() };
  for (let at = 0; at < args.length; at += 2) {
    const [option, value = ''] = args.slice(at, at + 2);
    if (option === '--globoff') at -= 1;
    else if (option === '--request') read.method = value;
    else if (option === '--url') read.url = value;
    else if (option === '--data-raw') read.body = value;
    else if (option === '--header') {
      const [, name = '', content = ''] = /^([^:;@]+)(?:;$|: (.*)$)/s.exec(value) ?? [];
      read.headers.push([name, content]);
    } else throw new Error(`curl has no such option here: ${String(option)}`);
  }
  return read;
}

const RUNNERS: Partial<Record<SnippetLanguage, (code: string) => Arrived>> = {
  'shell-curl': (code) =>
    asCurl(
      run('bash', [written('snippet.sh', code)])
        .split('\0')
        .slice(0, -1),
    ),
  // `as`: written by the stubs above.
  'javascript-fetch': (code) =>
    JSON.parse(run(process.execPath, ['--import', './fetch.mjs', written('snippet.mjs', code)])) as Arrived,
  'node-axios': (code) => JSON.parse(run(process.execPath, [written('snippet.mjs', code)])) as Arrived,
  'python-requests': (code) => JSON.parse(run('python3', [written('snippet.py', code)])) as Arrived,
};

function arrived(language: SnippetLanguage, request: SnippetRequest): Arrived {
  const runner = RUNNERS[language];
  if (runner === undefined) throw new Error(`no runner for ${language}`);
  return runner(writeSnippet(request, language));
}

describe('a request as code, run for real,', () => {
  describe.each(['shell-curl', 'javascript-fetch', 'node-axios', 'python-requests'] as const)(
    'in %s',
    (language) => {
      it('gives every hostile text on as it is, and runs none', () => {
        for (const text of [...(language === 'shell-curl' ? HOSTILE_TEXTS : []), HOSTILE_TEXTS.join('')]) {
          const { request, expected } = requestWith(text);
          expect(arrived(language, request)).toEqual(expected);
        }
      });

      it('gives any text on as it is', () => {
        const property = fc.property(hostileText, (text) => {
          const { request, expected } = requestWith(text);
          expect(arrived(language, request)).toEqual(expected);
        });
        fc.assert(property, { numRuns: language === 'shell-curl' ? 25 : 8 });
      });
    },
  );

  it('for curl holds no character that a terminal takes for a key', () => {
    const control = /(?!\n)\p{Cc}/u;
    for (const text of HOSTILE_TEXTS) {
      expect(writeSnippet(requestWith(text).request, 'shell-curl')).not.toMatch(control);
    }
  });

  it('for curl sends one request of an address with braces', () => {
    const { request } = requestWith('{a,b}[1-9]');
    expect(writeSnippet(request, 'shell-curl')).toContain('--globoff');
  });

  it('keeps a header by the name of __proto__, and both of one name', () => {
    const headers = ['a', 'b'].map((text) => ({
      name: '__proto__',
      value: [{ kind: 'text', text } as const],
    }));
    const { request } = requestWith('');
    expect(arrived('node-axios', { ...request, headers }).headers).toEqual([['__proto__', 'a, b']]);
    expect(arrived('javascript-fetch', { ...request, headers }).headers).toHaveLength(2);
  });
});

describe('a hostile text in a language that need not be here', () => {
  const body = (language: SnippetLanguage, text: string) =>
    writeSnippet(
      { method: 'POST', url: 'https://a.example/', headers: [], body: [{ kind: 'text', text }] },
      language,
    );

  it.each([
    ['powershell-restmethod', `'$(id)’"\``, `UTF8.GetBytes('''$(id)’’"\`'))`],
    ['powershell-restmethod', 'a\u0003b\r', `UTF8.GetBytes(('a' + [char]3 + 'b' + [char]13)))`],
    ['powershell-restmethod', '\u0003', `UTF8.GetBytes(('' + [char]3)))`],
    [
      'go-native',
      `"\\\`\n\u0003\u2028`,
      String.raw`strings.NewReader("\"\\` + '`' + String.raw`\n\u0003\u2028")`,
    ],
    ['java-httpclient', `"\\u0022\n\u0003\u0085\u2028`, String.raw`ofString("\"\\u0022\n\003\205\u2028")`],
    ['java-httpclient', `\u{e0001}`, String.raw`ofString("\udb40\udc01")`],
    ['csharp-httpclient', `"\\{0}\r\u0003\u{e0001}`, String.raw`GetBytes("\"\\{0}\r\u0003\U000e0001")`],
    ['php-guzzle', `'\\$a {$a}"`, String.raw`'body' => '\'\\$a {$a}"'`],
    ['php-guzzle', `'\\$a {$a}"\n\u0003`, String.raw`'body' => "'\\\$a {\$a}\"\n\u{3}"`],
    ['ruby-native', `'\\#{id}"`, String.raw`request.body = '\'\\#{id}"'`],
    ['ruby-native', `'\\#{id}"\n\u0003`, String.raw`request.body = "'\\\#{id}\"\n\u{3}"`],
  ] as const)('in %s is one literal: %j', (language, text, expected) => {
    expect(body(language, text)).toContain(expected);
  });

  it.each([
    ['ruby', 'ruby-native', (code: string) => `${code.split('\nresponse = ')[0] ?? ''}\nprint request.body`],
    [
      'php',
      'php-guzzle',
      (code: string) => `<?php $options = [${/'body' => .*/.exec(code)?.[0] ?? ''}]; echo $options['body'];`,
    ],
  ] as const)('is read by a real %s as it is, where there is one', (program, language, probe) => {
    if (spawnSync(program, ['--version']).error !== undefined) {
      console.info(`no ${program} here: what it makes of hostile texts was not tried`);
      return;
    }
    const text = HOSTILE_TEXTS.join('');
    expect(run(program, [written(`snippet.${program}`, probe(body(language, text)))])).toBe(text);
  });
});
