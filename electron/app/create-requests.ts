import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { LocalApi } from '../local-api/local-api.ts';
import {
  createRequestService,
  type RequestService,
  type RequestServiceOptions,
} from '../requests/request-service.ts';
import type { SenderParts } from '../requests/send-request.ts';
import { createWorkerJsonFilter } from '../requests/worker-json-filter.ts';

export interface RequestsParts extends Pick<
  RequestServiceOptions,
  | 'places'
  | 'keyNames'
  | 'history'
  | 'registry'
  | 'logger'
  | 'publish'
  | 'madeValues'
  | 'answerValues'
  | 'userAgent'
  | 'refusal'
  | 'bodyFiles'
  | 'fileDialog'
  | 'fileRevealer'
  | 'vault'
> {
  /** The built file of json-filter-worker.ts. */
  readonly jsonFilterFile: string;
  readonly sender: SenderParts;
  readonly localApi: Pick<LocalApi, 'start'>;
}

/** The sender on the real network. Loaded by itself (`lazyRequests`), with all that it imports. */
export function createRequests({ localApi, sender, jsonFilterFile, ...rest }: RequestsParts): RequestService {
  const startLocalApi = async (): Promise<Result<unknown>> => {
    const state = await localApi.start();
    return state.kind === 'failed' ? { ok: false, error: state.error } : ok(state);
  };
  return createRequestService({
    ...sender,
    ...rest,
    jsonFilter: createWorkerJsonFilter({ ...rest, workerFile: jsonFilterFile }),
    startLocalApi,
  });
}
