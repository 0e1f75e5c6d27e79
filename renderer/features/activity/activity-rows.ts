import type { ActivityEntry } from '../../../shared/domain/activity.ts';
import type { Formats } from '../../../shared/texts/formats.ts';
import { startOfDay } from '../../ui/start-of-day.ts';

export interface ActivityRow {
  readonly entry: ActivityEntry;
  /** The day, where it is another than that of the row above. */
  readonly day: string | null;
}

/** In the order in which they come: that of writing, which a clock that was set does not change. */
export function activityRows(
  entries: readonly ActivityEntry[],
  now: number,
  formats: Formats,
): readonly ActivityRow[] {
  let last: number | null = null;
  return entries.map((entry) => {
    const day = startOfDay(entry.at);
    const isNewDay = day !== last;
    last = day;
    return { entry, day: isNewDay ? formats.day(entry.at, now) : null };
  });
}
