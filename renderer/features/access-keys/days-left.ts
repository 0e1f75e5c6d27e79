import { ACCESS_KEY_LIFETIME_MS } from '../../../shared/domain/access-key.ts';
import { DAY_MS } from '../../../shared/domain/expiry.ts';

const LIFETIME_DAYS = ACCESS_KEY_LIFETIME_MS / DAY_MS;

/**
 * Days that are still to come, a begun one included; 0 once it has ended. Both in epoch milliseconds. `now` may be half a minute
 * old, as the window's is: a key that was made since then has no day more than all of them.
 */
export function daysLeft(expiresAt: number, now: number): number {
  return Math.min(LIFETIME_DAYS, Math.max(0, Math.ceil((expiresAt - now) / DAY_MS)));
}
