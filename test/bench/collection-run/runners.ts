import { existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installPostmanCli } from '../../support/postman-cli.ts';
import { clientEnvironment } from '../../support/real-client.ts';
import { bundleEntry, plainEntry } from './bundle.ts';
import { makeCollection, requestsOf, type CollectionWanted } from './make-collection.ts';
import type { Command } from './measure.ts';

/** What the runners are given: the same requests, each in the form that it reads. */
export interface Work extends Pick<CollectionWanted, 'count' | 'path' | 'origin'> {
  readonly name: string;
  readonly inFlight: number;
}

export interface Runner {
  readonly name: string;
  /** Whether it is one of the programs that Keyfob is compared with as a peer: slow ones run fewer rounds. */
  readonly isPeer: boolean;
  /** How it is started for this work; `null` when it cannot do it. */
  readonly command: (work: Work) => Promise<Command | null>;
}

const run = promisify(execFile);
const peers = join(import.meta.dirname, '../peers');
const bin = (name: string): string => join(peers, 'node_modules/.bin', name);
const node = process.execPath;

export async function installPeers(): Promise<void> {
  if (existsSync(bin('newman')) && existsSync(bin('bru')) && existsSync(bin('httpyac'))) return;
  console.error('Installing newman, Bruno CLI and httpyac …');
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peers, timeout: 600_000 });
}

/** `folder`: where the files of this bench lie. `origin`: of the server. */
export async function makeRunners(
  folder: string,
  origin: string,
): Promise<{ runners: Runner[]; missing: string[] }> {
  const [keyfob, floor, raw] = [
    await bundleEntry('keyfob-run'),
    await plainEntry('floor'),
    await plainEntry('raw-undici'),
  ];
  const files = new Map<string, Promise<string>>();
  const once = (name: string, make: () => Promise<string>): Promise<string> => {
    const known = files.get(name) ?? make();
    files.set(name, known);
    return known;
  };
  const collection = (work: Work, signing: 'with-key' | 'by-runner' | 'none'): Promise<string> => {
    const path = join(folder, `${work.name}-${signing}.json`);
    return once(path, async () => {
      const apiKey = 'x'.repeat(40);
      await writeFile(
        path,
        makeCollection({ ...work, signing: signing === 'with-key' ? { apiKey } : signing }),
      );
      return path;
    });
  };
  const onKeyfob = async (work: Work, signing: 'by-runner' | 'none'): Promise<Command> =>
    onBareNode(keyfob, await collection(work, signing), String(work.inFlight), await copyOf(ledger));
  const ledger = await preparedLedger(keyfob, folder, origin);
  const base = { cwd: folder, env: clientEnvironment(folder) };
  const onNode = (script: string, ...parameters: string[]): Command => ({
    ...base,
    program: node,
    parameters: [script, ...parameters],
  });
  // With this variable Node loads HTTP and TLS before the script, which is no part of what a script, or Keyfob, does by itself.
  const { NODE_USE_ENV_PROXY: _forPeers, ...own } = base.env;
  const onBareNode = (script: string, ...parameters: string[]): Command => ({
    ...onNode(script, ...parameters),
    env: own,
  });
  const postmanCli = await installPostmanCli().catch(() => 'it could not be installed');
  const runners: Runner[] = [
    {
      ...{ name: 'floor', isPeer: false },
      command: async (work) => onBareNode(floor, await collection(work, 'with-key'), String(work.inFlight)),
    },
    {
      ...{ name: 'Keyfob', isPeer: false },
      command: (work) => onKeyfob(work, 'by-runner'),
    },
    {
      ...{ name: 'Keyfob unsigned', isPeer: false },
      command: (work) => (work.name === 'sequential' ? onKeyfob(work, 'none') : Promise.resolve(null)),
    },
    {
      ...{ name: 'raw undici', isPeer: false },
      command: (work) =>
        Promise.resolve(
          onBareNode(raw, `${work.origin}${work.path}`, String(work.count), String(work.inFlight)),
        ),
    },
    { ...{ name: 'curl', isPeer: false }, command: (work) => Promise.resolve(curl(work, base)) },
    {
      ...{ name: 'newman', isPeer: true },
      command: async (work) => onNode(bin('newman'), 'run', await collection(work, 'with-key'), '--silent'),
    },
    {
      ...{ name: 'Bruno CLI', isPeer: true },
      command: async (work) => {
        const path = join(folder, `bruno-${work.name}`);
        await once(path, () => writeBruno(path, work));
        return { ...onNode(bin('bru'), 'run', '-r'), cwd: path };
      },
    },
    {
      ...{ name: 'httpyac', isPeer: true },
      command: async (work) => {
        const path = join(folder, `${work.name}.http`);
        await once(path, () => writeHttp(path, work));
        return onNode(bin('httpyac'), 'send', path, '--all', '--silent');
      },
    },
    ...(postmanCli === null
      ? [
          {
            ...{ name: 'Postman CLI', isPeer: true },
            command: async (work: Work) =>
              onNode(
                join(
                  import.meta.dirname,
                  '../../clients/postman-cli/node_modules/postman-cli/bin/postman.js',
                ),
                ...['collection', 'run', await collection(work, 'with-key'), '--silent'],
              ),
          },
        ]
      : []),
  ];
  return { runners, missing: postmanCli === null ? [] : [`Postman CLI: ${postmanCli}`] };
}

/** Each process works on a copy, as nobody else has to make or to delete one. */
async function copyOf(ledgerFolder: string): Promise<string> {
  const path = `${ledgerFolder}-in-use`;
  await rm(path, { recursive: true, force: true });
  await cp(ledgerFolder, path, { recursive: true });
  return path;
}

/** A ledger as it lies on the disk of somebody who uses Keyfob. */
async function preparedLedger(keyfob: string, folder: string, origin: string): Promise<string> {
  const path = join(folder, 'ledger');
  await mkdir(path, { recursive: true });
  await run(node, [keyfob, '--prepare', path, origin]);
  return path;
}

function curl({ origin, path, count, inFlight }: Work, base: Pick<Command, 'cwd' | 'env'>): Command {
  const many = inFlight > 1 ? ['--parallel', '--parallel-max', String(inFlight)] : [];
  const url = `${origin}${path}/[1-${String(count)}]?page=3`;
  const header = `X-API-Key: ${'x'.repeat(40)}`;
  return { ...base, program: 'curl', parameters: ['-s', '-o', '/dev/null', ...many, '-H', header, url] };
}

async function writeBruno(path: string, work: Work): Promise<string> {
  await mkdir(path, { recursive: true });
  await writeFile(
    join(path, 'bruno.json'),
    JSON.stringify({ version: '1', name: 'bench', type: 'collection' }),
  );
  await writeFile(
    join(path, 'collection.bru'),
    `vars:pre-request {\n  baseUrl: ${work.origin}\n  page: 3\n  apiKey: ${'x'.repeat(40)}\n}\n`,
  );
  for (const [index, { method, url, body }] of requestsOf(work).entries()) {
    const verb = method.toLowerCase();
    const text = `meta {\n  name: Request ${String(index + 1)}\n  type: http\n  seq: ${String(index + 1)}\n}\n
${verb} {\n  url: ${url}\n  body: ${body === null ? 'none' : 'json'}\n  auth: none\n}\n
headers {\n  Accept: application/json\n  X-API-Key: {{apiKey}}\n}\n${body === null ? '' : `\nbody:json {\n  ${body}\n}\n`}`;
    await writeFile(join(path, `request-${String(index + 1)}.bru`), text);
  }
  return path;
}

async function writeHttp(path: string, work: Work): Promise<string> {
  const head = `@baseUrl = ${work.origin}\n@page = 3\n@apiKey = ${'x'.repeat(40)}\n`;
  const requests = requestsOf(work).map(({ method, url, body }) => {
    const type = body === null ? '' : 'Content-Type: application/json\n';
    return `###\n${method} ${url}\nAccept: application/json\nX-API-Key: {{apiKey}}\n${type}${body === null ? '' : `\n${body}\n`}`;
  });
  await writeFile(path, `${head}\n${requests.join('\n')}`);
  return path;
}
