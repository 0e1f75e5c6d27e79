import { ok } from '../../shared/domain/app-error.ts';
import type { RunService } from '../runs/run-service.ts';

type Answered<Name extends keyof RunService> = (
  ...input: Parameters<RunService[Name]>
) => Promise<Awaited<ReturnType<RunService[Name]>>>;

/** The commands `runs.*`, answered once the runner is loaded. */
export interface LazyRuns
  extends
    Pick<RunService, 'cancel' | 'close'>,
    Readonly<{ [Name in Exclude<keyof RunService, 'cancel' | 'close' | 'ended'>]: Answered<Name> }> {}

/** The runner, loaded at its first use with all that it imports. A build that fails is tried again at the next call. */
export function lazyRuns(build: () => Promise<RunService>): LazyRuns {
  let building: Promise<RunService> | null = null;
  // Known at once when it is built: a cancel must overtake nothing.
  let built: RunService | null = null;
  const ready = async (): Promise<RunService> => {
    building ??= build().catch((error: unknown) => {
      building = null;
      throw error;
    });
    built ??= await building;
    return built;
  };
  return {
    readData: async (input) => (await ready()).readData(input),
    getSetup: async (input) => (await ready()).getSetup(input),
    saveSetup: async (input) => (await ready()).saveSetup(input),
    start: async (input) => (await ready()).start(input),
    cancel: (input) => built?.cancel(input) ?? ok({}),
    list: async () => (await ready()).list(),
    listRows: async (input) => (await ready()).listRows(input),
    getRecord: async (input) => (await ready()).getRecord(input),
    listPoints: async (input) => (await ready()).listPoints(input),
    getTimes: async (input) => (await ready()).getTimes(input),
    remove: async (input) => (await ready()).remove(input),
    export: async (input) => (await ready()).export(input),
    close: async () => built?.close(),
  };
}
