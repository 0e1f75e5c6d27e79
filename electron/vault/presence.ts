import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { TouchId } from '../ports/touch-id.ts';
import { readAsksTouchId } from './vault-rows.ts';

/** What the person is asked for. */
export type PresencePurpose = 'unlock' | 'turnOn' | 'turnOff';

/** Asks the person whether they are there, before the keychain gives the master key. */
export interface Presence {
  /** Whether they chose to be asked, on a system that can. */
  isAsked(): boolean;
  /** `touch-id-refused`. Who asks while the same question is open gets the answer to that one. */
  ask(purpose: PresencePurpose): Promise<Result<null>>;
}

export interface PresenceOptions {
  readonly touchId: TouchId;
  readonly ledger: Ledger;
  /** How the system's question ends. */
  readonly reasons: () => Readonly<Record<PresencePurpose, string>>;
}

export const NEVER_ASKED: Presence = {
  isAsked: () => false,
  ask: () => Promise.resolve(failed('touch-id-refused')),
};

export function createPresence({ touchId, ledger, reasons }: PresenceOptions): Presence {
  const open = new Map<PresencePurpose, Promise<Result<null>>>();
  return {
    isAsked: () => touchId.isKnown && readAsksTouchId(ledger),
    ask(purpose) {
      const asking =
        open.get(purpose) ??
        touchId
          .ask(reasons()[purpose])
          .then((isThere) => (isThere ? ok(null) : failed('touch-id-refused')))
          .finally(() => open.delete(purpose));
      open.set(purpose, asking);
      return asking;
    },
  };
}
