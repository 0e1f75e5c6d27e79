import type { Hop, Timings } from '../../../shared/domain/exchange.ts';

const TIME_PHASES = ['dns', 'connect', 'tls', 'firstByte', 'download'] as const;

export type TimePhase = (typeof TIME_PHASES)[number];

export interface TimeSegment {
  readonly phase: TimePhase;
  readonly milliseconds: number;
  /** Part of the longest hop's time, 0 to 100. */
  readonly percent: number;
}

/** The phases that happened, in their order, each with its part of `longest` milliseconds. */
export function segmentsOf(timings: Timings, longest: number): readonly TimeSegment[] {
  return TIME_PHASES.flatMap((phase) => {
    const milliseconds = timings[phase];
    if (milliseconds === null) return [];
    const percent = longest <= 0 ? 0 : Math.min(100, (milliseconds / longest) * 100);
    return [{ phase, milliseconds, percent }];
  });
}

export interface TimelineRow {
  /** Counted from 1. */
  readonly number: number;
  readonly hop: Hop;
  readonly segments: readonly TimeSegment[];
  /** Whether the hop before it went to another origin. */
  readonly isOtherOrigin: boolean;
}

/** The hops as rows; their bars share one scale, so that they can be compared. */
export function timelineRows(hops: readonly Hop[]): readonly TimelineRow[] {
  const longest = Math.max(0, ...hops.map(({ timings }) => timings.total));
  return hops.map((hop, index) => {
    const before = hops[index - 1];
    return {
      number: index + 1,
      hop,
      segments: segmentsOf(hop.timings, longest),
      isOtherOrigin: before !== undefined && before.origin !== hop.origin,
    };
  });
}

/** An address in the parts that are shown apart, so that the origin stands out. `null` when it is no address. */
export function addressParts(
  url: string,
): { readonly scheme: string; readonly host: string; readonly rest: string } | null {
  const match = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)(.*)$/is.exec(url);
  return match === null ? null : { scheme: match[1] ?? '', host: match[2] ?? '', rest: match[3] ?? '' };
}
