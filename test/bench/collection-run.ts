import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { barsOf, barText } from './collection-run/bars.ts';
import { reportOf, type Line, type Rounds, type Spread, type WorkReport } from './collection-run/lines.ts';
import { measure } from './collection-run/measure.ts';
import { installPeers, makeRunners, type Runner, type Work } from './collection-run/runners.ts';
import { machineLoad } from './report.ts';

/**
 * How fast a collection is run, beside newman, Bruno, httpyac and the Postman CLI, a plain script that does the least (the floor),
 * undici alone and curl: whole processes, interleaved round by round against one server of its own process on loopback, so that
 * whatever else the machine does falls on all of them. Ratios are taken within a round.
 * `node test/bench/collection-run.ts [--rounds 10] [--peer-rounds 3] [--only sequential,in-flight,large,start-up] [--json]`
 */
export interface CollectionRunOptions {
  readonly rounds: number;
  /** Peers take up to half a minute each, so they run fewer. */
  readonly peerRounds: number;
  /** Names of works; none: all of them. */
  readonly only: readonly string[];
  /** Told of each work that is done. */
  readonly onWork: (work: string, done: WorkReport) => void;
}

export interface CollectionRunReport {
  readonly loadBefore: string;
  readonly loadAfter: string;
  readonly missing: readonly string[];
  readonly works: Readonly<Record<string, WorkReport>>;
}

const WORKS: readonly Omit<Work, 'origin'>[] = [
  { name: 'sequential', count: 1_000, path: '/items', inFlight: 1 },
  { name: 'in-flight', count: 200, path: '/slow', inFlight: 16 },
  { name: 'large', count: 1, path: '/large', inFlight: 1 },
  { name: 'start-up', count: 1, path: '/items', inFlight: 1 },
];

const TITLES: Readonly<Record<string, string>> = {
  sequential: '1,000 requests, one after the other',
  'in-flight': '200 requests to a server that takes 20 ms, 16 in flight (the peers one by one)',
  large: 'one request with a body of 10 MiB',
  'start-up': 'one request: what starting costs',
};

interface Server {
  readonly origin: string;
  count(): Promise<{ readonly connections: number; readonly requests: number }>;
  close(): void;
}

async function startServer(): Promise<Server> {
  const script = join(import.meta.dirname, 'collection-run/server.ts');
  const child: ChildProcess = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The server ended')));
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    async count() {
      const answer = await fetch(`${origin}/count`, { headers: { Connection: 'close' } });
      return (await answer.json()) as { connections: number; requests: number }; // the bench's own server
    },
    close: () => child.stdin?.end(),
  };
}

async function runWork(
  work: Work,
  { rounds: count, peerRounds }: CollectionRunOptions,
  { runners, server }: { readonly runners: readonly Runner[]; readonly server: Server },
): Promise<Rounds> {
  const rounds: Rounds = new Map(runners.map(({ name }) => [name, []]));
  for (let round = 0; round < count; round += 1) {
    // Turned by one each round, so that nobody always follows the same neighbour.
    const inTurn = runners.map((_none, index) => runners[(index + round) % runners.length]);
    for (const runner of inTurn) {
      if (runner === undefined || (runner.isPeer && round >= peerRounds)) continue;
      const command = await runner.command(work);
      if (command === null) continue;
      await server.count();
      const cost = await measure(command).catch((error: unknown) => {
        console.error(`${runner.name}: ${error instanceof Error ? error.message.slice(0, 300) : 'failed'}`);
        return null;
      });
      const { connections, requests } = await server.count();
      const isWhole = requests === work.count;
      if (!isWhole)
        console.error(`${runner.name} sent ${String(requests)} of ${String(work.count)} requests`);
      rounds.get(runner.name)?.push(cost === null || !isWhole ? null : { ...cost, connections });
    }
  }
  return rounds;
}

const wide = (text: string, width: number): string => text.padStart(width);
const seconds = ({ median, least, most }: Spread): string =>
  wide(`${(median / 1000).toFixed(2)} s (${(least / 1000).toFixed(2)}–${(most / 1000).toFixed(2)})`, 22);
const times = ({ median, least, most }: Spread): string =>
  wide(`${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`, 20);

function print(title: string, lines: readonly Line[]): void {
  console.log(`\n${title}`);
  const head = [wide('wall', 22), wide('CPU', 22), wide('peak', 9), wide('conn.', 7)];
  console.log(
    `${'runner'.padEnd(17)}${head.join('')}${wide('wall / floor', 20)}${wide('CPU / floor', 20)}  rounds`,
  );
  for (const line of lines) {
    const peak = wide(`${line.peakMiB.median.toFixed(0)} MiB`, 9);
    const ratios = line.toFloor === null ? '' : times(line.toFloor.wall) + times(line.toFloor.cpu);
    const counts = wide(String(line.connections), 7);
    console.log(
      `${line.runner.padEnd(17)}${seconds(line.wallMs)}${seconds(line.cpuMs)}${peak}${counts}${ratios}${wide(String(line.rounds), 8)}`,
    );
  }
}

export async function runCollectionBench(options: CollectionRunOptions): Promise<CollectionRunReport> {
  if (options.peerRounds > 0) await installPeers();
  const folder = await mkdtemp(join(tmpdir(), 'keyfob-bench-'));
  const server = await startServer();
  try {
    const { runners, missing } = await makeRunners(folder, server.origin);
    const loadBefore = machineLoad();
    const works: Record<string, WorkReport> = {};
    for (const work of WORKS) {
      if (options.only.length > 0 && !options.only.includes(work.name)) continue;
      const rounds = await runWork({ ...work, origin: server.origin }, options, { runners, server });
      const peers = runners.filter(({ isPeer }) => isPeer).map(({ name }) => name);
      const done = reportOf(rounds, peers);
      works[work.name] = done;
      options.onWork(work.name, done);
    }
    return { loadBefore, loadAfter: machineLoad(), missing, works };
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

export function printWork(name: string, report: WorkReport): void {
  print(TITLES[name] ?? name, report.lines);
  for (const bar of barsOf(name, report)) console.log(`  ${bar.label.padEnd(36)}${barText(bar)}`);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '10' },
      'peer-rounds': { type: 'string', default: '3' },
      only: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
    },
  });
  const report = await runCollectionBench({
    rounds: Number(values.rounds),
    peerRounds: Number(values['peer-rounds']),
    only: values.only.split(',').filter((name) => name !== ''),
    onWork: (name, done) => {
      if (!values.json) printWork(name, done);
    },
  });
  const { loadBefore, loadAfter, missing } = report;
  const bars = Object.entries(report.works).flatMap(([work, done]) => barsOf(work, done));
  console.log(
    values.json
      ? JSON.stringify({ ...report, bars }, null, 2)
      : [
          `\nbefore: ${loadBefore}`,
          `after: ${loadAfter}`,
          ...missing.map((each) => `Not compared: ${each}`),
        ].join('\n'),
  );
}
