import { useState } from 'react';
import type { AccessKeyList } from '../../../shared/domain/access-key.ts';
import type { AppError } from '../../../shared/domain/app-error.ts';
import type { EventPayload } from '../../../shared/contract/contract.ts';
import { LOCAL_SERVICE_ID } from '../../../shared/domain/service.ts';
import { useBridgeEvent } from '../../bridge/use-bridge-event.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';

type Progress = EventPayload<'accessKeys.progressed'>;

interface Failure {
  readonly serviceId: string;
  readonly error: AppError;
}

/** The access keys of a service; those of Postman are asked for once, and then again only when the person says so. */
export interface AccessKeysState {
  /** `null` while nothing is known yet. */
  readonly list: AccessKeyList | null;
  readonly isLoading: boolean;
  readonly progress: Progress | null;
  readonly error: AppError | null;
  readonly retry: () => void;
  readonly load: (serviceId: string) => void;
  /** Loads what was not loaded yet. */
  readonly loadOnce: (serviceId: string) => void;
  readonly cancel: () => void;
}

export function useAccessKeys(serviceId: string): AccessKeysState {
  const query = useCommandQuery('accessKeys.list', { serviceId });
  const { run: runLoad } = useCommand('accessKeys.load');
  const { run: runCancel } = useCommand('accessKeys.cancelLoad');
  const [loadingIds, setLoadingIds] = useState<readonly string[]>([]);
  const [loadedIds, setLoadedIds] = useState<readonly string[]>([]);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useBridgeEvent('accessKeys.progressed', setProgress);

  const load = (id: string) => {
    setFailure(null);
    setProgress(null);
    setLoadingIds((ids) => [...ids, id]);
    void runLoad({ serviceId: id }).then((result) => {
      setLoadingIds((ids) => ids.filter((other) => other !== id));
      if (result.ok) setLoadedIds((ids) => [...ids, id]);
      else if (result.error.code !== 'cancelled') setFailure({ serviceId: id, error: result.error });
    });
  };
  const list = query.kind === 'loaded' ? query.value : null;
  const error =
    query.kind === 'failed' ? query.error : failure?.serviceId === serviceId ? failure.error : null;
  return {
    list,
    isLoading: list?.isLoading === true || loadingIds.includes(serviceId),
    progress: progress?.serviceId === serviceId ? progress : null,
    error,
    retry: () => {
      if (query.kind === 'failed') query.retry();
      else load(serviceId);
    },
    load,
    loadOnce: (id) => {
      if (id !== LOCAL_SERVICE_ID && !loadedIds.includes(id) && !loadingIds.includes(id)) load(id);
    },
    cancel: () => void runCancel({ serviceId }),
  };
}
