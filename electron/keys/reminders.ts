import { apiKeyStatus, isInGrace, type ApiKey } from '../../shared/domain/api-key.ts';
import { DAY_MS } from '../../shared/domain/expiry.ts';
import { unusedSince, valueMadeAt } from '../../shared/domain/key-policy.ts';
import type { NoticesTexts } from '../../shared/texts/en/notices.ts';
import type { Notification, Notifier } from '../ports/notifier.ts';
import { noticesOf, type Speaking } from '../ports/speaking.ts';
import { findApiKeyRecord } from './api-key-rows.ts';
import type { KeyContext } from './key-context.ts';
import { LedgerUnavailableError, type Ledger } from './ledger/ledger.ts';
import { noteInLedger } from './note-in-ledger.ts';
import { findReminded, setReminded, setSnoozed } from './reminder-rows.ts';
import { listEndingIds } from './seen-expired.ts';

/** So many days before a key's end the person is reminded; the nearest first. */
const REMINDER_DAYS = [1, 7, 14] as const;
const INTERVAL_MS = 60_000;
/** More than this at once are told together. */
const MOST_ALONE = 3;

export interface RemindersOptions extends Pick<KeyContext, 'ledger' | 'clock' | 'logger'> {
  readonly notifier: Notifier;
  readonly speaker?: Speaking;
  /** What the person can answer, for the key that ends. */
  readonly answersOf?: (apiKeyId: string) => Pick<Notification, 'onClick' | 'choices'>;
}

/**
 * Tells the person 14, 7 and 1 days before a key ends, once each: what was told is in the ledger before it is shown, so that
 * neither a restart nor a clock that goes back tells it again. Returns the way to stop.
 */
export function watchReminders(options: RemindersOptions): () => void {
  const { clock } = options;
  let cancel = (): void => undefined;
  const look = (): void => {
    cancel = clock.schedule(look, INTERVAL_MS);
    try {
      remind(options);
    } catch (error) {
      // No ledger is open: the window says so already, and the next look may find one.
      if (!(error instanceof LedgerUnavailableError)) throw error;
    }
  };
  look();
  return () => {
    cancel();
  };
}

interface Due {
  readonly apiKey: ApiKey;
  readonly endsAt: number;
  readonly days: number;
}

function remind({ ledger, clock, logger, notifier, speaker, answersOf }: RemindersOptions): void {
  const now = clock.now();
  const due = listDue(ledger, now).filter(({ apiKey }) => mayBeReminded(apiKey, now));
  if (due.length === 0) return;
  const isNoted = noteInLedger({ ledger, logger }, 'reminded', () => {
    for (const reminder of due) setReminded(ledger, reminder.apiKey.id, reminder);
  });
  // What could not be written down is not told either: it would be told every minute.
  if (!isNoted) return;
  const { ends: words } = noticesOf(speaker);
  if (due.length > MOST_ALONE) notifier.show(textOfMany(due, words));
  else
    for (const reminder of due)
      notifier.show({ ...textOf(reminder, now, words), ...answersOf?.(reminder.apiKey.id) });
}

/** Tells of a key's end once more, a day from now, and not before. A disk that refuses is logged: it is told as it would have been. */
export function snoozeReminder(
  { ledger, clock, logger }: Omit<RemindersOptions, 'notifier'>,
  apiKeyId: string,
): void {
  noteInLedger({ ledger, logger }, 'snoozed', () => {
    setSnoozed(ledger, apiKeyId, clock.now() + DAY_MS);
  });
}

/**
 * Takes what is near its end now as known: the person has just set it, and saw the date. `only` names one key. To be called in
 * a transaction. `now` in epoch milliseconds.
 */
export function acknowledgeEnds(ledger: Ledger, now: number, only: string | null = null): void {
  for (const reminder of listDue(ledger, now)) {
    if (only === null || reminder.apiKey.id === only) setReminded(ledger, reminder.apiKey.id, reminder);
  }
}

/** Every key that has come nearer to its end than it was told of. */
function listDue(ledger: Ledger, now: number): readonly Due[] {
  const farthest = Math.max(...REMINDER_DAYS) * DAY_MS;
  return listEndingIds(ledger, now + farthest).flatMap((id) => {
    const record = findApiKeyRecord(ledger, id, now);
    const due = record?.isOwn !== true ? null : dueOf(record.apiKey, now);
    if (due === null) return [];
    const told = findReminded(ledger, id);
    if (told?.endsAt === due.endsAt && told.snoozedUntil !== null)
      return now >= told.snoozedUntil ? [due] : [];
    const isTold = told?.endsAt === due.endsAt && told.days !== null && told.days <= due.days;
    return isTold ? [] : [due];
  });
}

function dueOf(apiKey: ApiKey, now: number): Due | null {
  const { expiresAt, expiresBy } = apiKey;
  if (expiresAt === null || expiresBy === null) return null;
  const ending = { ...apiKey, lastUsedAt: apiKey.lastUsed?.at ?? null };
  const since = expiresBy.kind === 'unused' ? unusedSince(ending) : valueMadeAt(ending);
  // A key that lives for 7 days is not told of at its birth.
  const days = REMINDER_DAYS.find(
    (count) => expiresAt - now <= count * DAY_MS && expiresAt - count * DAY_MS > since,
  );
  return days === undefined ? null : { apiKey, endsAt: expiresAt, days };
}

/** Not one that is being rotated, nor one that works no more; what is due then is told when that is over. */
function mayBeReminded(apiKey: ApiKey, now: number): boolean {
  const status = apiKeyStatus(apiKey, now);
  return status !== 'expired' && status !== 'disabled' && !isInGrace(apiKey, now);
}

type Text = Parameters<Notifier['show']>[0];
type Words = NoticesTexts['ends'];

function textOf({ apiKey, endsAt }: Due, now: number, words: Words): Text {
  const days = Math.max(1, Math.ceil((endsAt - now) / DAY_MS));
  return { title: words.one(apiKey.name, days), body: words.on(endsAt, apiKey.expiresBy) };
}

function textOfMany(due: readonly Due[], words: Words): Text {
  const names = due.slice(0, MOST_ALONE).map(({ apiKey }) => apiKey.name);
  const first = Math.min(...due.map(({ endsAt }) => endsAt));
  return {
    title: words.several(due.length),
    body: words.names(names, due.length - MOST_ALONE, first),
  };
}
