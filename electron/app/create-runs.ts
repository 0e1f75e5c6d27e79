import { ok, type Result } from '../../shared/domain/app-error.ts';
import { createSecretScan } from '../keys/secret-scan.ts';
import type { LocalApi } from '../local-api/local-api.ts';
import { createRunService, type RunService } from '../runs/run-service.ts';
import { createWorkerChecks } from '../runs/worker-checks.ts';
import type { RunServiceOptions } from '../runs/run-service-options.ts';

export interface RunsParts extends Omit<RunServiceOptions, 'startLocalApi' | 'secretScan' | 'createChecks'> {
  /** The built file of expectation-worker.ts. */
  readonly expectationFile: string;
  readonly localApi: Pick<LocalApi, 'start'>;
}

/** The runner on the editor's own sender. Loaded by itself (`lazyRuns`), with all that it imports. */
export function createRuns({ localApi, expectationFile, ...rest }: RunsParts): RunService {
  const startLocalApi = async (): Promise<Result<unknown>> => {
    const state = await localApi.start();
    return state.kind === 'failed' ? { ok: false, error: state.error } : ok(state);
  };
  const createChecks = () => createWorkerChecks({ ...rest, workerFile: expectationFile });
  return createRunService({ ...rest, startLocalApi, createChecks, secretScan: createSecretScan(rest) });
}
