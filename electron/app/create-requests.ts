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
import type { Vault } from '../vault/vault.ts';

export interface RequestsParts extends Pick<
  RequestServiceOptions,
  'places' | 'keyNames' | 'history' | 'registry' | 'logger' | 'publish' | 'userAgent' | 'refusal'
> {
  readonly signingKeys: SigningKeys;
  readonly clock: Clock;
  readonly vault: Pick<Vault, 'state'>;
  readonly localApi: Pick<LocalApi, 'start'>;
}

/** The sender on the real network. Loaded by itself (`lazyRequests`), with all that it imports. */
export function createRequests({
  localApi,
  vault,
  signingKeys,
  clock,
  ...rest
}: RequestsParts): RequestService {
  const startLocalApi = async (): Promise<Result<unknown>> => {
    const state = await localApi.start();
    return state.kind === 'failed' ? { ok: false, error: state.error } : ok(state);
  };
  const vaultState = () => vault.state();
  return createRequestService({
    ...createSender({ signingKeys, clock }),
    ...rest,
    vaultState,
    startLocalApi,
  });
}
