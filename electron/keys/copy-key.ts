import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import type { Clipboard } from '../ports/clipboard.ts';
import type { Notifier } from '../ports/notifier.ts';
import { recordActivity } from './activity-rows.ts';
import { createCopiedSecret, type CopiedSecret } from './copied-secret.ts';
import type { KeyContext } from './key-context.ts';
import { checkUsable, requireKey } from './key-rules.ts';
import { noteInLedger } from './note-in-ledger.ts';
import { openSealedSecret } from './open-secret.ts';
import { markKeySeenExpired } from './seen-expired.ts';
import { noticesOf, type Speaking } from '../ports/speaking.ts';

export type CopiedFrom = 'window' | 'tray' | 'quick-copy';

export interface KeyCopier {
  /**
   * Copies a key's value, and takes it off the clipboard again if it is still there. `key-expired`, `key-disabled`,
   * `key-without-secret`, `clipboard-failed`, the vault's errors. `clearsAt` in epoch milliseconds.
   */
  copy(id: string, from: CopiedFrom): Promise<Result<{ readonly clearsAt: number }>>;
  /** Whether the text is a key that was copied here and is not off the clipboard yet. */
  isCopiedHere(text: string): boolean;
  /** Copies a value that is held for the moment, in the same way: concealed, and gone again. `clipboard-failed`. */
  copyHeld(secret: string, notice: CopyNotice): Promise<Result<{ readonly clearsAt: number }>>;
  /** At lock and at quit: takes the copied key off the clipboard now, unless something else was copied. Never rejects. */
  clearNow(): Promise<void>;
}

/** What the person is told once it is copied. It never holds the value. */
export interface CopyNotice {
  readonly title: string;
  readonly body: string;
}

export interface KeyCopierOptions extends Pick<
  KeyContext,
  'ledger' | 'vault' | 'clock' | 'logger' | 'publish'
> {
  readonly clipboard: Clipboard;
  readonly notifier: Notifier;
  readonly speaker?: Speaking;
  /** How long a copied key may stay, in milliseconds; asked at each copy. */
  readonly clearAfterMs: () => number;
  /** The value of a key that is being handed over to another member and is not sealed here; null for every other. */
  readonly handedOver?: (id: string) => string | null;
}

export function createKeyCopier(options: KeyCopierOptions): KeyCopier {
  const { publish } = options;
  const copied = createCopiedSecret({ ...options, onCleared: () => publish('clipboard.cleared', {}) });
  return {
    copy: (id, from) => copyKey(options, copied, { id, from }),
    isCopiedHere: (text) => copied.holds(text),
    async copyHeld(secret, notice) {
      const written = await write(options, copied, { secret, from: 'window' });
      if (!written.ok) return written;
      options.notifier.show(notice);
      return ok({ clearsAt: written.value.clearsAt });
    },
    clearNow: () => copied.clearNow(),
  };
}

async function copyKey(
  options: KeyCopierOptions,
  copied: CopiedSecret,
  { id, from }: { readonly id: string; readonly from: CopiedFrom },
): Promise<Result<{ readonly clearsAt: number }>> {
  const { ledger, clock, logger, notifier, publish } = options;
  const opened = openForCopy(options, id);
  if (!opened.ok) return opened;
  const { apiKey, secret } = opened.value;
  const written = await write(options, copied, { secret, from });
  if (!written.ok) return written;
  const { clearAfterMs } = written.value;
  noteInLedger({ ledger, logger }, 'copied', () => {
    recordActivity(ledger, apiKey, { at: clock.now(), event: { kind: 'copied', from } });
  });
  publish('activity.changed', {});
  const { copied: words } = noticesOf(options.speaker);
  notifier.show({
    title: words.key(apiKey.name, lastFour(apiKey.mask)),
    body: words.clears(Math.round(clearAfterMs / 1000)),
  });
  return ok({ clearsAt: written.value.clearsAt });
}

async function write(
  { logger, vault, clearAfterMs: howLong }: Pick<KeyCopierOptions, 'logger' | 'vault' | 'clearAfterMs'>,
  copied: CopiedSecret,
  { secret, from }: { readonly secret: string; readonly from: CopiedFrom },
): Promise<Result<{ readonly clearsAt: number; readonly clearAfterMs: number }>> {
  const clearAfterMs = howLong();
  try {
    const clearsAt = await copied.write(secret, clearAfterMs);
    if (vault.state().kind !== 'locked') return ok({ clearsAt, clearAfterMs });
    // Locked while the system took it: it goes again, and no notification names the key on a locked screen.
    await copied.clearNow();
    return failed('vault-locked');
  } catch {
    // The system's error is not logged: it may quote what was to be copied.
    logger.warn('The clipboard refused a key', { from });
    return failed('clipboard-failed');
  }
}

function openForCopy(
  options: KeyCopierOptions,
  id: string,
): Result<{ readonly apiKey: ApiKey; readonly secret: string }> {
  markKeySeenExpired(options, id);
  const record = requireKey(options, id);
  if (!record.ok) return record;
  const { apiKey } = record.value;
  const usable = checkUsable(apiKey, options.clock.now());
  if (!usable.ok) return usable;
  const handedOver = options.handedOver?.(id) ?? null;
  if (handedOver !== null) return ok({ apiKey, secret: handedOver });
  const secret = openSealedSecret(options, record.value);
  return secret.ok ? ok({ apiKey, secret: secret.value }) : secret;
}

/** A short secret's mask is dots alone and has no last four to show. */
function lastFour(mask: string): string {
  const shown = mask.slice(-4);
  return shown.includes('•') ? '' : ` (…${shown})`;
}
