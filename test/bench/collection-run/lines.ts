import type { Cost } from './measure.ts';

/** What one runner did in one round; `null` where it failed or sent another number of requests. */
export interface Round extends Cost {
  readonly connections: number;
}

/** By the runners' names; each has as many as there were rounds, or fewer for the peers. */
export type Rounds = Map<string, (Round | null)[]>;

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

function spreadOf(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    least: at(0),
    most: at(sorted.length - 1),
  };
}

export interface Line {
  readonly runner: string;
  readonly rounds: number;
  readonly wallMs: Spread;
  readonly cpuMs: Spread;
  readonly peakMiB: Spread;
  readonly connections: number;
  /** Beside the floor in the same round; the memory is a difference. */
  readonly toFloor: { readonly wall: Spread; readonly cpu: Spread; readonly peakMiB: Spread } | null;
}

export interface WorkReport {
  readonly lines: readonly Line[];
  /** What signing and redaction add to an unsigned send, in CPU; a share. `null` where it was not measured. */
  readonly signingShare: Spread | null;
  /** Keyfob’s time on the wall beside that of the fastest peer in the same round. */
  readonly toFastestPeer: Spread | null;
}

export function reportOf(rounds: Rounds, peers: readonly string[]): WorkReport {
  return {
    lines: linesOf(rounds),
    signingShare: signingShare(rounds),
    toFastestPeer: toFastestPeer(rounds, peers),
  };
}

function linesOf(rounds: Rounds): readonly Line[] {
  const floor = rounds.get('floor') ?? [];
  return [...rounds].flatMap(([runner, all]) => {
    const done = all.filter((each) => each !== null);
    if (done.length === 0) return [];
    const of = (key: keyof Round): Spread => spreadOf(done.map((each) => each[key]));
    const pairs = all.flatMap((each, index) => {
      const base = floor[index];
      return each === null || base === null || base === undefined ? [] : [{ each, base }];
    });
    const toFloor = {
      wall: spreadOf(pairs.map(({ each, base }) => each.wallMs / base.wallMs)),
      cpu: spreadOf(pairs.map(({ each, base }) => each.cpuMs / base.cpuMs)),
      peakMiB: spreadOf(pairs.map(({ each, base }) => each.peakMiB - base.peakMiB)),
    };
    const costs = { wallMs: of('wallMs'), cpuMs: of('cpuMs'), peakMiB: of('peakMiB') };
    return [{ runner, rounds: done.length, ...costs, connections: of('connections').median, toFloor }];
  });
}

/** Keyfob with its key and its redaction beside Keyfob without a key, in the same round. */
function signingShare(rounds: Rounds): Spread | null {
  const unsigned = rounds.get('Keyfob unsigned') ?? [];
  const shares = (rounds.get('Keyfob') ?? []).flatMap((signed, index) => {
    const base = unsigned[index];
    return signed === null || base === null || base === undefined ? [] : [signed.cpuMs / base.cpuMs - 1];
  });
  return shares.length === 0 ? null : spreadOf(shares);
}

function toFastestPeer(rounds: Rounds, peers: readonly string[]): Spread | null {
  const ratios = (rounds.get('Keyfob') ?? []).flatMap((keyfob, index) => {
    const walls = peers.flatMap((peer) => rounds.get(peer)?.[index]?.wallMs ?? []);
    return keyfob === null || walls.length === 0 ? [] : [keyfob.wallMs / Math.min(...walls)];
  });
  return ratios.length === 0 ? null : spreadOf(ratios);
}
