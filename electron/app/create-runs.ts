import { ok, type Result } from '../../shared/domain/app-error.ts';
import { createSecretScan } from '../keys/secret-scan.ts';
import type { LocalApi } from '../local-api/local-api.ts';
import { createRunService, type RunService } from '../runs/run-service.ts';
import type { RunServiceOptions } from '../runs/run-service-options.ts';

export interface RunsParts extends Omit<RunServiceOptions, 'startLocalApi' | 'secretScan'> {
  readonly localApi: Pick<LocalApi, 'start'>;
}

/** The runner on the editor's own sender. Loaded by itself (`lazyRuns`), with all that it imports. */
export function createRuns({ localApi, ...rest }: RunsParts): RunService {
  const startLocalApi = async (): Promise<Result<unknown>> => {
    const state = await localApi.start();
    return state.kind === 'failed' ? { ok: false, error: state.error } : ok(state);
  };
  return createRunService({ ...rest, startLocalApi, secretScan: createSecretScan(rest) });
}
