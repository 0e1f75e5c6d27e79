import { LOCAL_API_PORT } from './local-api-state.ts';
import { POSTMAN_EU_SERVICE_ID, type Service } from './service.ts';
import { quote, quoteBeforeVariable, quotePosix, quotePowerShell, type Shell } from './shell-quoting.ts';

/** Text for another program that uses a key. It names the variable that holds the key, never the key. */
export interface KeySnippet {
  readonly id:
    'read-key' | 'curl' | 'postman-cli' | 'mcp-server' | 'mcp-server-vs-code' | 'newman' | 'forget-key';
  readonly text: KeySnippetText;
  readonly code: string;
}

/** What is said of a snippet: its title, and in one line what it does and what it needs. The catalogue has it. */
export type KeySnippetText =
  | 'readKey'
  | 'curl'
  | 'invokeRestMethod'
  | 'postmanLogin'
  | 'postmanRequest'
  | 'mcpServer'
  | 'mcpServerInVsCode'
  | 'newman'
  | 'forgetKey';

export type SnippetService = Pick<Service, 'id' | 'kind' | 'baseUrl' | 'headerName'>;

/** The variable that the snippets take the key from; Postman's own programs read the second. */
const KEY = 'KEYFOB_KEY';
const POSTMAN_KEY = 'POSTMAN_API_KEY';

/**
 * What a key of this service can be used with outside Keyfob, in the order in which it is done. Whatever the service's address and
 * header hold, each line is one command of the shell. Of the address only origin and path are taken: the rest may hold a secret.
 */
export function keySnippets(service: SnippetService, shell: Shell): readonly KeySnippet[] {
  const isPostmanApi = service.kind !== 'custom';
  const baseUrl = publicBaseUrl(service);
  const call = { service, shell, url: isPostmanApi ? `${baseUrl}/me` : baseUrl };
  return [
    readKey(shell, isPostmanApi),
    shell === 'posix' ? curl(call) : invokeRestMethod(call),
    postmanCli(call),
    ...(isPostmanApi ? [mcpServer(baseUrl), mcpServerInVsCode(baseUrl), newman(shell, baseUrl)] : []),
    forgetKey(shell, isPostmanApi),
  ];
}

/** Without user, query and fragment; the Local API's usual address while it does not run. */
function publicBaseUrl({ kind, baseUrl }: SnippetService): string {
  const address = baseUrl === '' && kind === 'local' ? `http://127.0.0.1:${String(LOCAL_API_PORT)}` : baseUrl;
  if (!URL.canParse(address)) return '';
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`.replace(/\/+$/, '');
}

function readKey(shell: Shell, isPostmanApi: boolean): KeySnippet {
  const posix = `read -rs ${KEY} && export ${KEY}${isPostmanApi ? ` ${POSTMAN_KEY}="$${KEY}"` : ''}`;
  const powershell = `$env:${KEY} = [Net.NetworkCredential]::new('', (Read-Host -AsSecureString)).Password${
    isPostmanApi ? `; $env:${POSTMAN_KEY} = $env:${KEY}` : ''
  }`;
  return {
    id: 'read-key',
    text: 'readKey',
    code: shell === 'posix' ? posix : powershell,
  };
}

interface Call {
  readonly service: SnippetService;
  readonly shell: Shell;
  readonly url: string;
}

function curl({ service, url }: Call): KeySnippet {
  const header = quoteBeforeVariable('posix', `${service.headerName}: `, KEY);
  return {
    id: 'curl',
    text: 'curl',
    code: `curl -H ${header} ${quotePosix(url)}`,
  };
}

function invokeRestMethod({ service, url }: Call): KeySnippet {
  return {
    id: 'curl',
    text: 'invokeRestMethod',
    code: `Invoke-RestMethod -MaximumRedirection 0 -Headers @{ ${quotePowerShell(service.headerName)} = $env:${KEY} } -Uri ${quotePowerShell(url)}`,
  };
}

/** https://learning.postman.com/docs/postman-cli/postman-cli-auth; a login knows Postman's own addresses only. */
function postmanCli({ service, shell, url }: Call): KeySnippet {
  if (service.kind === 'postman') {
    const region = service.id === POSTMAN_EU_SERVICE_ID ? ' --region eu' : '';
    return {
      id: 'postman-cli',
      text: 'postmanLogin',
      code: `postman login --with-api-key ${quoteBeforeVariable(shell, '', POSTMAN_KEY)}${region}`,
    };
  }
  const header = quoteBeforeVariable(shell, `${service.headerName}: `, KEY);
  return {
    id: 'postman-cli',
    text: 'postmanRequest',
    code: `postman request GET ${quote(shell, url)} --header ${header}`,
  };
}

/** https://github.com/postmanlabs/postman-mcp-server */
function mcpServer(baseUrl: string): KeySnippet {
  return {
    id: 'mcp-server',
    text: 'mcpServer',
    code: json({ mcpServers: { postman: mcpProgram(baseUrl, `\${${POSTMAN_KEY}}`) } }),
  };
}

function mcpServerInVsCode(baseUrl: string): KeySnippet {
  const id = 'postman-api-key';
  const input = { type: 'promptString', id, description: 'Postman API key', password: true };
  return {
    id: 'mcp-server-vs-code',
    text: 'mcpServerInVsCode',
    code: json({
      inputs: [input],
      servers: { postman: { type: 'stdio', ...mcpProgram(baseUrl, `\${input:${id}}`) } },
    }),
  };
}

function mcpProgram(baseUrl: string, keyPlaceholder: string) {
  return {
    command: 'npx',
    args: ['-y', '@postman/postman-mcp-server'],
    env: { [POSTMAN_KEY]: keyPlaceholder, POSTMAN_API_BASE_URL: baseUrl },
  };
}

/** An access key opens one collection for reading; the API key itself is not in the address. */
function newman(shell: Shell, baseUrl: string): KeySnippet {
  const address =
    shell === 'posix'
      ? `${quotePosix(`${baseUrl}/collections/`)}"$COLLECTION_UID?access_key=$ACCESS_KEY"`
      : `(${quotePowerShell(`${baseUrl}/collections/`)} + $env:COLLECTION_UID + '?access_key=' + $env:ACCESS_KEY)`;
  return {
    id: 'newman',
    text: 'newman',
    code: `newman run ${address}`,
  };
}

function forgetKey(shell: Shell, isPostmanApi: boolean): KeySnippet {
  const names = isPostmanApi ? [KEY, POSTMAN_KEY] : [KEY];
  return {
    id: 'forget-key',
    text: 'forgetKey',
    code:
      shell === 'posix'
        ? `unset ${names.join(' ')}`
        : `Remove-Item ${names.map((name) => `Env:${name}`).join(', ')}`,
  };
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
