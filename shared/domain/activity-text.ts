import type { ShapeOf } from '../texts/define-texts.ts';
import type { activityTexts } from '../texts/en/activity.ts';
import type { ActivityEvent } from './activity.ts';
import { assertNever } from './assert-never.ts';

export type ActivityTexts = ShapeOf<typeof activityTexts>;

/** The rest of what happened, in a line; empty when the title says all. `formatTime` takes epoch milliseconds. */
export function activityDetail(
  event: ActivityEvent,
  texts: ActivityTexts,
  formatTime: (at: number) => string,
): string {
  switch (event.kind) {
    case 'copied':
      return texts.copiedFrom[event.from];
    case 'sent':
      return `${event.method} ${event.origin} → ${event.status === null ? texts.noAnswer : String(event.status)}`;
    case 'withheld':
      return `${event.method} ${event.origin}: ${texts.withheld[event.reason]}`;
    case 'regenerated':
      return texts.grace(event.grace);
    case 'replaced':
      return texts.oldIsKept;
    case 'exposed':
      return texts.grace('now');
    case 'renamed':
      return texts.renamed(event.from, event.to);
    case 'expiration-set':
      return event.expiresAt === null ? texts.neverExpires : texts.expires(formatTime(event.expiresAt));
    case 'origin-added':
    case 'origin-removed':
      return event.origin;
    case 'revoked':
      return texts.revoked[event.reason];
    case 'exposed-found':
      return texts.found(event.places, event.files);
    case 'exported':
      return texts.exportedAs(texts.exported[event.what], event.format.toUpperCase());
    case 'imported':
    case 'import-undone':
      return texts.imported(event);
    case 'generated':
    case 'added':
    case 'revealed':
    case 'grace-ended':
    case 'old-key-forgotten':
    case 'made-default':
    case 'disabled':
    case 'enabled':
    case 'made-read-only':
    case 'made-writable':
    case 'expired':
    case 'deleted':
      return '';
    default:
      return assertNever(event);
  }
}
