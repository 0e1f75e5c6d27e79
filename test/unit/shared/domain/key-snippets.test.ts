import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keySnippets, type KeySnippet, type SnippetService } from '../../../../shared/domain/key-snippets.ts';
import { headerNameSchema } from '../../../../shared/domain/service.ts';
import { quotePowerShell } from '../../../../shared/domain/shell-quoting.ts';
import { holds } from '../../../support/holds.ts';

const local: SnippetService = {
  id: 'local',
  kind: 'local',
  baseUrl: 'http://127.0.0.1:5362',
  headerName: 'X-API-Key',
};
const postman: SnippetService = {
  ...local,
  id: 'postman',
  kind: 'postman',
  baseUrl: 'https://api.getpostman.com',
};

function codeOf(service: SnippetService, shell: 'posix' | 'powershell', id: KeySnippet['id']): string {
  return keySnippets(service, shell).find((snippet) => snippet.id === id)?.code ?? '';
}

/** What a real bash makes of it: the arguments with which it would call the program. */
function argumentsIn(code: string, program: string): readonly string[] {
  const script = `${program}() { printf '%s\\0' "$@"; }\n${code}`;
  const env = { KEYFOB_KEY: KEY_VALUE, POSTMAN_API_KEY: KEY_VALUE, COLLECTION_UID: '1-a', ACCESS_KEY: 'k&b' };
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', script], { env, encoding: 'utf8' });
  expect([stderr, status]).toEqual(['', 0]);
  return stdout.split('\0').slice(0, -1);
}

/** Whatever a value may hold, the shell passes it on as it is. */
const KEY_VALUE = `value with $HOME "quotes" 'and' \`more\` * \\ !`;

const headerNames = fc
  .array(fc.constantFrom(...Array.from(`!#$%&'*+-.^_\`|~aZ09`)), { minLength: 1, maxLength: 20 })
  .map((characters) => characters.join(''))
  .filter((name) => headerNameSchema.safeParse(name).success);

const addresses = fc
  .array(
    fc.constantFrom(...Array.from('\'"$`\\!;&|()<>*?#~ \n\t{}[]=%é🔑a/'), '$(id)', '`id`', '%27', "'; id; '"),
    {
      maxLength: 12,
    },
  )
  .map((parts) => `https://user:hidden-word@example.com/${parts.join('')}`)
  .filter((address) => URL.canParse(address));

describe('snippets for a key', () => {
  it('name what the tools ask for', holds('confinement.snippets'), () => {
    expect(codeOf(postman, 'posix', 'read-key')).toBe(
      'read -rs KEYFOB_KEY && export KEYFOB_KEY POSTMAN_API_KEY="$KEYFOB_KEY"',
    );
    expect(codeOf(postman, 'posix', 'curl')).toBe(
      `curl -H "X-API-Key: $KEYFOB_KEY" 'https://api.getpostman.com/me'`,
    );
    expect(codeOf(postman, 'posix', 'postman-cli')).toBe('postman login --with-api-key "$POSTMAN_API_KEY"');
    expect(codeOf({ ...postman, id: 'postman-eu' }, 'posix', 'postman-cli')).toContain('--region eu');
    expect(codeOf(postman, 'powershell', 'postman-cli')).toBe(
      'postman login --with-api-key "$env:POSTMAN_API_KEY"',
    );
    expect(codeOf(local, 'posix', 'postman-cli')).toBe(
      `postman request GET 'http://127.0.0.1:5362/me' --header "X-API-Key: $KEYFOB_KEY"`,
    );
    expect(codeOf(local, 'powershell', 'curl')).toBe(
      "Invoke-RestMethod -MaximumRedirection 0 -Headers @{ 'X-API-Key' = $env:KEYFOB_KEY } -Uri 'http://127.0.0.1:5362/me'",
    );
  });

  it(
    'give the MCP server the service’s base URL, and a placeholder for the key',
    holds('confinement.snippets'),
    () => {
      expect(JSON.parse(codeOf(local, 'posix', 'mcp-server'))).toMatchObject({
        mcpServers: {
          postman: {
            env: { POSTMAN_API_KEY: '${POSTMAN_API_KEY}', POSTMAN_API_BASE_URL: 'http://127.0.0.1:5362' },
          },
        },
      });
      expect(JSON.parse(codeOf(postman, 'posix', 'mcp-server-vs-code'))).toMatchObject({
        inputs: [{ id: 'postman-api-key', password: true }],
        servers: { postman: { env: { POSTMAN_API_KEY: '${input:postman-api-key}' } } },
      });
    },
  );

  it('offer access keys and Postman’s server only where the service has them', () => {
    const custom: SnippetService = { ...local, id: 'c', kind: 'custom', baseUrl: 'https://example.com/v1/' };
    expect(keySnippets(custom, 'posix').map(({ id }) => id)).toEqual([
      'read-key',
      'curl',
      'postman-cli',
      'forget-key',
    ]);
    expect(codeOf(custom, 'posix', 'read-key')).toBe('read -rs KEYFOB_KEY && export KEYFOB_KEY');
    expect(argumentsIn(codeOf(custom, 'posix', 'curl'), 'curl').at(-1)).toBe('https://example.com/v1');
  });

  it('use the Local API’s usual address while it does not run', () => {
    expect(codeOf({ ...local, baseUrl: '' }, 'posix', 'curl')).toContain("'http://127.0.0.1:5362/me'");
  });

  it('take neither user, query nor fragment from the address: they may hold a secret', () => {
    const odd = {
      ...local,
      kind: 'custom' as const,
      baseUrl: 'https://u:hidden-word@h.example/a?key=hidden-word#hidden-word',
    };
    for (const shell of ['posix', 'powershell'] as const) {
      expect(JSON.stringify(keySnippets(odd, shell))).not.toContain('hidden-word');
    }
    expect(codeOf(odd, 'posix', 'curl')).toContain("'https://h.example/a'");
  });

  it('are one command of a real bash, whatever the service’s address and header hold', () => {
    fc.assert(
      fc.property(addresses, headerNames, (baseUrl, headerName) => {
        const service: SnippetService = { id: 'c', kind: 'custom', baseUrl, headerName };
        const { origin, pathname } = new URL(baseUrl);
        const url = `${origin}${pathname}`.replace(/\/+$/, '');
        expect(argumentsIn(codeOf(service, 'posix', 'curl'), 'curl')).toEqual([
          '-H',
          `${headerName}: ${KEY_VALUE}`,
          url,
        ]);
        expect(argumentsIn(codeOf(service, 'posix', 'postman-cli'), 'postman')).toEqual([
          'request',
          'GET',
          url,
          '--header',
          `${headerName}: ${KEY_VALUE}`,
        ]);
        const api: SnippetService = { ...service, kind: 'local' };
        expect(argumentsIn(codeOf(api, 'posix', 'newman'), 'newman')).toEqual([
          'run',
          `${url}/collections/1-a?access_key=k&b`,
        ]);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it(
    'read a key into a real bash without showing or remembering it, and forget it',
    holds('confinement.snippets'),
    () => {
      const script = `${codeOf(postman, 'posix', 'read-key')}\nprintf '%s\\n' "$POSTMAN_API_KEY"; env | grep -c KEYFOB_KEY\n${codeOf(postman, 'posix', 'forget-key')}\necho "[$KEYFOB_KEY$POSTMAN_API_KEY]"`;
      const { stdout } = spawnSync('bash', ['--norc', '-c', script], {
        input: `${KEY_VALUE}\n`,
        env: { PATH: process.env['PATH'] ?? '' },
        encoding: 'utf8',
      });
      expect(stdout).toBe(`${KEY_VALUE}\n1\n[]\n`);
    },
  );

  it('never end a string of PowerShell early', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("'", '‘', '’', '‚', '‛', '"', '$', '`', 'a', '\n') }),
        (text) => {
          const quoted = quotePowerShell(text);
          const inside = quoted.slice(1, -1);
          // Every quote stands twice, so the string ends where it should.
          expect(inside.replace(/['‘’‚‛]{2}/g, '')).not.toMatch(/['‘’‚‛]/);
          expect(inside.replace(/(['‘’‚‛])\1/g, '$1')).toBe(text);
        },
      ),
    );
  });
});
