import { kindsOfGroup, type ActivityEntry, type ActivityFilter } from '../../shared/domain/activity.ts';
import { activityDetail } from '../../shared/domain/activity-text.ts';
import { activityTexts } from '../../shared/texts/en/activity.ts';
import { speakEnglish } from '../../shared/texts/speech.ts';
import { ok } from '../../shared/domain/app-error.ts';
import type { HandlersOf } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

const english = speakEnglish('en').textsOf(activityTexts);

/** The activity as the main process filters and pages it. */
export function fakeActivityHandlers(state: FakeState): HandlersOf<'activity' | 'clipboard'> {
  const matching = (filter: ActivityFilter) =>
    state.activity.filter((entry) => takes(filter, entry)).toSorted((a, b) => b.id - a.id);
  return {
    'activity.list': ({ filter, before, limit }) => {
      const all = matching(filter);
      const found = all.filter(({ id }) => before === null || id < before);
      return ok({
        entries: found.slice(0, limit),
        hasMore: found.length > limit,
        total: before === null ? all.length : null,
      });
    },
    'activity.export': ({ format, filter }) =>
      ok({ kind: 'saved', fileName: `activity.${format}`, count: matching(filter).length }),
    'clipboard.copyText': ({ text }) => {
      state.clipboard = text;
      return ok({});
    },
  };
}

function takes({ apiKeyId, group, since, search }: ActivityFilter, entry: ActivityEntry): boolean {
  const { event } = entry;
  if (apiKeyId !== null && entry.apiKeyId !== apiKeyId) return false;
  if (group !== null && !kindsOfGroup(group).includes(event.kind)) return false;
  if (since !== null && entry.at < since) return false;
  const text = [entry.apiKeyName, english.titles[event.kind], activityDetail(event, english, String)].join(
    ' ',
  );
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word));
}
