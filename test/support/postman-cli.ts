import { existsSync } from 'node:fs';
import { clientEnvironment, clientPath, installClient, runClient, type ClientRun } from './real-client.ts';

const entry = 'node_modules/postman-cli/bin/postman.js';

/** The names under which the package brings its programs, one for each kind of computer. */
const PROGRAMS: Readonly<Record<string, string>> = {
  'darwin-arm64': 'pm-bin-macos-arm64/bin/postman',
  'darwin-x64': 'pm-bin-macos-x64/bin/postman',
  'linux-arm64': 'pm-bin-linux-arm64/bin/postman',
  'linux-x64': 'pm-bin-linux-x64/bin/postman',
  'win32-x64': 'pm-bin-windows-x64/bin/postman.exe',
};

/** Installs the Postman CLI, unless it is there. Answers why it cannot run here; `null` when it can. */
export async function installPostmanCli(): Promise<string | null> {
  // Of its programs for the kinds of computer, npm can find the one for Linux on x64 alone.
  await installClient('postman-cli', entry, false);
  const computer = `${process.platform}-${process.arch}`;
  const program = PROGRAMS[computer];
  if (program === undefined) return `postman-cli has no program for ${computer}`;
  const path = clientPath('postman-cli/node_modules/@postman', program);
  return existsSync(path) ? null : `postman-cli’s program for ${computer} was not installed: ${path}`;
}

/** `postman request <method> <url>`, with these headers. `home`: where it keeps what it writes. */
export function postmanRequest(
  home: string,
  request: { readonly method: string; readonly url: string; readonly headers: readonly string[] },
): Promise<ClientRun> {
  const headers = request.headers.flatMap((header) => ['--header', header]);
  const parameters = ['request', request.method, request.url, ...headers];
  const options = { cwd: home, env: clientEnvironment(home) };
  return runClient(clientPath('postman-cli', entry), parameters, options);
}
