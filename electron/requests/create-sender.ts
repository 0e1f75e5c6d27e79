import { performance } from 'node:perf_hooks';
import type { LookupFunction } from 'node:net';
import { failed } from '../../shared/domain/app-error.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import type { Clock } from '../ports/clock.ts';
import { createConnectionPool } from './connection-pool.ts';
import { loopbackLookup } from './loopback-lookup.ts';
import type { ReadableFiles } from './prepare-upload.ts';
import { DEFAULT_BODY_LIMITS } from './read-body.ts';
import { directRoutes, type NetworkRoutes } from './route.ts';
import type { SenderParts } from './send-request.ts';
import { contextOf } from './tls-contexts.ts';

export interface SenderOptions {
  readonly signingKeys: SigningKeys;
  readonly clock: Clock;
  /** Name resolution; without one the system's. `localhost` and `*.localhost` are this computer in either case. */
  readonly lookup?: LookupFunction;
  /** How hops reach their servers; without it directly, trusting `certificateAuthorities`. */
  readonly routes?: NetworkRoutes;
  /** PEM; without them the authorities that Node trusts. Not looked at where there are `routes`. */
  readonly certificateAuthorities?: readonly string[];
  readonly bodyLimits?: SenderParts['bodyLimits'];
  /** Files that bodies may hold; without it none. */
  readonly files?: ReadableFiles;
}

/** The parts of the sender, real ones where none are given. */
export function createSender(options: SenderOptions): SenderParts {
  const { signingKeys, clock, certificateAuthorities, bodyLimits = DEFAULT_BODY_LIMITS } = options;
  const now = (): number => performance.now();
  const pool = createConnectionPool({ lookup: loopbackLookup(options.lookup), now });
  const context = certificateAuthorities === undefined ? undefined : contextOf(certificateAuthorities);
  const routes = options.routes ?? directRoutes(() => context);
  const files = options.files ?? { open: () => Promise.resolve(failed('file-not-chosen')) };
  return { signingKeys, clock, now, pool, routes, files, bodyLimits };
}
