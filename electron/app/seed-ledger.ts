import type { Ledger } from '../keys/ledger/ledger.ts';
import { ensureFirstMember } from '../keys/member-rows.ts';
import { ensureBuiltInServices } from '../keys/service-rows.ts';
import { ensureLocalWorkspace } from '../local-api/ensure-local-workspace.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import { accountName } from './account-name.ts';

/** Gives every ledger that opens the built-in services, its first member and the sample workspace, where it has none yet. */
export function seedLedger(
  ledger: Ledger,
  { random, clock }: { readonly random: Random; readonly clock: Clock },
): void {
  const now = clock.now();
  ensureBuiltInServices(ledger, now);
  const { numericId } = ensureFirstMember(ledger, { userName: accountName(), random, now });
  ensureLocalWorkspace(ledger, { ownerId: numericId, random, now });
}
