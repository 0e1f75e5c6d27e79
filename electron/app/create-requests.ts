import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import type { LocalApi } from '../local-api/local-api.ts';
import type { Clock } from '../ports/clock.ts';
import { createSender } from '../requests/create-sender.ts';
import {
  createRequestService,
  type RequestService,
  type RequestServiceOptions,
} from '../requests/request-service.ts';

export interface RequestsParts extends Pick<
  RequestServiceOptions,
  'collections' | 'history' | 'registry' | 'vaultState' | 'logger' | 'publish' | 'userAgent'
> {
  readonly signingKeys: SigningKeys;
  readonly clock: Clock;
  readonly localApi: Pick<LocalApi, 'start'>;
}

/** The sender on the real network. Loaded by itself (`lazyRequests`), with all that it imports. */
export function createRequests({ localApi, signingKeys, clock, ...rest }: RequestsParts): RequestService {
  const startLocalApi = async (): Promise<Result<unknown>> => {
    const state = await localApi.start();
    return state.kind === 'failed' ? { ok: false, error: state.error } : ok(state);
  };
  return createRequestService({ ...createSender({ signingKeys, clock }), ...rest, startLocalApi });
}
