import { performance } from 'node:perf_hooks';
import type { LookupFunction } from 'node:net';
import type { SigningKeys } from '../keys/signing-keys.ts';
import type { Clock } from '../ports/clock.ts';
import { createConnectionPool } from './connection-pool.ts';
import { loopbackLookup } from './loopback-lookup.ts';
import { DEFAULT_BODY_LIMITS } from './read-body.ts';
import type { SenderParts } from './send-request.ts';

export interface SenderOptions {
  readonly signingKeys: SigningKeys;
  readonly clock: Clock;
  /** Name resolution; without one the system's. `localhost` and `*.localhost` are this computer in either case. */
  readonly lookup?: LookupFunction;
  /** PEM; without them the authorities that Node trusts. */
  readonly certificateAuthorities?: readonly string[];
  readonly bodyLimits?: SenderParts['bodyLimits'];
}

/** The parts of the sender, real ones where none are given. */
export function createSender(options: SenderOptions): SenderParts {
  const { signingKeys, clock, certificateAuthorities, bodyLimits = DEFAULT_BODY_LIMITS } = options;
  const now = (): number => performance.now();
  const pool = createConnectionPool({
    lookup: loopbackLookup(options.lookup),
    now,
    ...(certificateAuthorities === undefined ? {} : { certificateAuthorities }),
  });
  return { signingKeys, clock, now, pool, bodyLimits };
}
