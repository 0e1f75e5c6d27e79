import type { Line, Spread, WorkReport } from './lines.ts';

/** What was promised of a work, and what came of it. */
export interface Bar {
  readonly work: string;
  readonly label: string;
  readonly measured: Spread;
  /** The median is held against it. */
  readonly atMost: number;
  readonly unit: '×' | 'MiB more' | '%' | 'connections';
  readonly isHeld: boolean;
}

type Wanted = Pick<Bar, 'label' | 'atMost' | 'unit'> & { readonly measured: Spread | null | undefined };

const WALL = 'wall beside the floor';
const CPU = 'CPU beside the floor';
const PEAK = 'peak memory beside the floor';

/** The bars of a work. Those of which nothing was measured are left out. */
export function barsOf(work: string, report: WorkReport): readonly Bar[] {
  const keyfob = report.lines.find(({ runner }) => runner === 'Keyfob');
  const floor = report.lines.find(({ runner }) => runner === 'floor');
  if (keyfob === undefined || floor === undefined) return [];
  return wantedOf(work, report, { keyfob, floor }).flatMap(({ label, measured, atMost, unit }): Bar[] => {
    if (measured === null || measured === undefined) return [];
    return [{ work, label, measured, atMost, unit, isHeld: measured.median <= atMost }];
  });
}

function wantedOf(
  work: string,
  { signingShare, toFastestPeer }: WorkReport,
  { keyfob: { toFloor, connections }, floor }: { readonly keyfob: Line; readonly floor: Line },
): readonly Wanted[] {
  const times = (label: string, measured: Spread | undefined, atMost: number): Wanted => ({
    ...{ label, measured, atMost, unit: '×' },
  });
  const peak: Wanted = { label: PEAK, measured: toFloor?.peakMiB, atMost: 40, unit: 'MiB more' };
  const same: Wanted = {
    label: 'connections, as few as the floor’s',
    measured: { median: connections, least: connections, most: connections },
    atMost: floor.connections,
    unit: 'connections',
  };
  switch (work) {
    case 'sequential':
      return [
        times(WALL, toFloor?.wall, 1.3),
        times(CPU, toFloor?.cpu, 1.3),
        peak,
        same,
        {
          label: 'signing and redaction, CPU of a send',
          measured: signingShare === null ? null : inPercent(signingShare),
          atMost: 5,
          unit: '%',
        },
        { label: 'wall beside the fastest peer', measured: toFastestPeer, atMost: 0.12, unit: '×' },
      ];
    case 'in-flight':
      return [times(WALL, toFloor?.wall, 1.15), same];
    case 'large':
      return [times(WALL, toFloor?.wall, 1.3), peak];
    case 'start-up':
      return [times(WALL, toFloor?.wall, 1.5)];
    default:
      return [];
  }
}

function inPercent({ median, least, most }: Spread): Spread {
  return { median: median * 100, least: least * 100, most: most * 100 };
}

/** `1.21 × (1.10–1.35), at most 1.30: held` */
export function barText({ measured, atMost, unit, isHeld }: Bar): string {
  const digits = unit === '×' ? (atMost < 1 ? 3 : 2) : 0;
  const shown = (value: number): string => value.toFixed(digits);
  const { median, least, most } = measured;
  const spread = least === most ? '' : ` (${shown(least)} to ${shown(most)})`;
  return `${shown(median)} ${unit}${spread}, at most ${shown(atMost)}: ${isHeld ? 'held' : 'missed'}`;
}
