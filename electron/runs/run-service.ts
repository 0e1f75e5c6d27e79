import type { CommandInput, CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Exchange } from '../../shared/domain/exchange.ts';
import { NO_TOTALS, type Run, type RunRecord, type RunRow } from '../../shared/domain/run.ts';
import { changeLedger } from '../keys/change-ledger.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import { createRunSigningKeys, type RunSigningKeys } from '../keys/run-signing-keys.ts';
import { exportRun } from './export-run.ts';
import { createItemSender, type Refusals } from './item-sender.ts';
import { listChartPoints } from './chart-points.ts';
import { planRun, type PlannedRun } from './plan-run.ts';
import { previewData, readDataRows } from './read-data-rows.ts';
import { createRunAnswers } from './run-answers.ts';
import { runCollection } from './run-collection.ts';
import { createRunRecorder } from './run-recorder.ts';
import {
  deleteRun,
  findRun,
  findRunRecord,
  insertRun,
  listOldRunIds,
  listRunRows,
  listRuns,
} from './run-rows.ts';
import type { SentRequest } from '../requests/history.ts';
import type { RunItem } from './run-plan.ts';
import type { RunServiceOptions } from './run-service-options.ts';
import { createRunSetups, type RunSetups } from './run-setups.ts';
import { readRunTimes } from './run-times.ts';
import type { UsageReading } from '../usage/read-exchange.ts';
import { createDeadlines } from '../requests/deadline.ts';
import type { Redactor } from '../requests/redactor.ts';
import { whileOpen } from './while-open.ts';
import { told } from '../told.ts';

type Nothing = Readonly<Record<string, never>>;

/** The commands `runs.*`. */
export interface RunService {
  readonly readData: (
    input: CommandInput<'runs.readData'>,
  ) => Promise<Result<CommandOutput<'runs.readData'>>>;
  readonly getSetup: RunSetups['get'];
  readonly saveSetup: RunSetups['save'];
  readonly start: (input: CommandInput<'runs.start'>) => Promise<Result<Run>>;
  readonly cancel: (input: CommandInput<'runs.cancel'>) => Result<Nothing>;
  readonly list: () => Result<Run[]>;
  readonly listRows: (input: CommandInput<'runs.listRows'>) => Result<RunRow[]>;
  readonly getRecord: (input: CommandInput<'runs.getRecord'>) => Result<RunRecord>;
  readonly listPoints: (input: CommandInput<'runs.listPoints'>) => Result<CommandOutput<'runs.listPoints'>>;
  readonly getTimes: (input: CommandInput<'runs.getTimes'>) => Result<CommandOutput<'runs.getTimes'>>;
  readonly remove: (input: CommandInput<'runs.delete'>) => Result<Nothing>;
  readonly export: (input: CommandInput<'runs.export'>) => Promise<Result<CommandOutput<'runs.export'>>>;
  /** Resolves when the run with this id has ended, with what became of it; `null` when it does not run. */
  readonly ended: (id: string) => Promise<Run> | null;
  /** Cancels all that runs; resolves when all of it has ended. To be called at quit. */
  readonly close: () => Promise<void>;
}

interface Running {
  readonly controller: AbortController;
  readonly current: () => Run;
  readonly ended: Promise<Run>;
}

/** The newest runs are kept, with all their rows. */
const KEPT_RUNS = 30;
const MAX_AGE_MS = 1_000;

export function createRunService(options: RunServiceOptions): RunService {
  const setups = createRunSetups(options);
  const running = new Map<string, Running>();
  const shown = (run: Run): Run => {
    const current = running.get(run.id)?.current();
    if (current !== undefined) return current;
    return run.state === 'running' ? { ...run, state: 'interrupted' } : run;
  };

  return {
    async readData({ text }) {
      const read = await readDataRows(text);
      return read.ok ? ok(previewData(read.value)) : read;
    },
    getSetup: setups.get,
    saveSetup: setups.save,
    async start(input) {
      if (running.has(input.id)) return failed('invalid-input', { field: 'id' });
      const signingKeys = createRunSigningKeys(options, options.sender.signingKeys);
      const planned = await planRun(input, { ...options, signingKeys });
      if (!planned.ok) return planned;
      // It may have been locked while the files were read.
      if (options.vault.state().kind === 'locked') return failed('vault-locked');
      const begun = begin(input, planned.value, { ...options, setups });
      if (!begun.ok) return begun;
      const one = launch(begun.value, planned.value, { ...options, signingKeys });
      running.set(input.id, one);
      void one.ended.finally(() => running.delete(input.id));
      return begun;
    },
    cancel: ({ id }) => {
      running.get(id)?.controller.abort();
      return ok({});
    },
    ...createRunReading(options.ledger, shown),
    remove: ({ id }) => {
      if (running.has(id)) return failed('invalid-input', told('runNotEnded'));
      return changeLedger(options.ledger, () =>
        deleteRun(options.ledger, id) ? ok({}) : failed('not-found'),
      );
    },
    async export({ id, format }) {
      const run = whileOpen(() => ok(findRun(options.ledger, id)));
      if (!run.ok) return run;
      return run.value === null ? failed('not-found') : exportRun(shown(run.value), format, options);
    },
    ended: (id) => running.get(id)?.ended ?? null,
    async close() {
      const all = [...running.values()];
      for (const { controller } of all) controller.abort();
      await Promise.allSettled(all.map(({ ended }) => ended));
    },
  };
}

/** What the window asks about runs. `shown`: a run as it is now, though the ledger may not know yet. */
function createRunReading(
  ledger: Ledger,
  shown: (run: Run) => Run,
): Pick<RunService, 'list' | 'listRows' | 'getRecord' | 'listPoints' | 'getTimes'> {
  return {
    list: () => whileOpen(() => ok(listRuns(ledger, KEPT_RUNS).map(shown))),
    listRows: ({ id, ...query }) => whileOpen(() => ok([...listRunRows(ledger, { runId: id, ...query })])),
    getRecord: ({ id, seq }) =>
      whileOpen(() => {
        const record = findRunRecord(ledger, id, seq);
        return record === null ? failed('not-found') : ok(record);
      }),
    listPoints: ({ id }) => whileOpen(() => ok(listChartPoints(ledger, id))),
    getTimes: ({ id }) => whileOpen(() => ok(readRunTimes(ledger, id))),
  };
}

function begin(
  input: CommandInput<'runs.start'>,
  { name, environmentName, share, count }: PlannedRun,
  { ledger, clock, setups }: Pick<RunServiceOptions, 'ledger' | 'clock'> & { readonly setups: RunSetups },
): Result<Run> {
  const { options, expectations, data, selection } = input;
  const refused = setups.refusal(expectations);
  if (refused !== null) return refused;
  const run: Run = {
    id: input.id,
    name,
    collectionId: input.collectionId,
    folderId: input.folderId,
    dataName: data?.name ?? null,
    environmentName,
    options,
    startedAt: clock.now(),
    durationMs: 0,
    state: 'running',
    ...(share === null ? {} : { share }),
    planned: count,
    totals: NO_TOTALS,
  };
  return changeLedger(ledger, () => {
    if (findRun(ledger, input.id) !== null) return failed('invalid-input', { field: 'id' });
    for (const id of listOldRunIds(ledger, KEPT_RUNS - 1)) deleteRun(ledger, id);
    insertRun(ledger, run);
    const chosen = selection === undefined ? {} : { selection };
    setups.write(input, { options, expectations, dataName: run.dataName, ...chosen });
    return ok(run);
  });
}

interface LaunchOptions extends RunServiceOptions {
  readonly signingKeys: RunSigningKeys;
}

/** Carries a run out. Its promise never rejects. */
function launch(begun: Run, { plan }: PlannedRun, options: LaunchOptions): Running {
  const { ledger, clock, logger, publish, sender, signingKeys, registry } = options;
  const controller = new AbortController();
  const redactor = registry.createRedactor();
  const deadlines = createDeadlines(controller.signal, sender);
  const beside = keepBeside({ begun, plan, redactor }, options);
  const checks = options.createChecks();
  let hasFailed = false;
  const lock = abortWhenLocked(options.vault, controller);
  const fail = (error: unknown): void => {
    hasFailed = true;
    logger.error('A run was ended, because its results cannot be kept', { error: describe(error) });
    controller.abort();
  };
  const recorder = createRunRecorder(begun, {
    ...{ ledger, clock, publish, signingKeys, now: sender.now, onRefused: fail },
    alsoKeep: beside.write,
  });

  const carryOut = async (): Promise<Run> => {
    try {
      const { userAgent } = options;
      const refusals = rememberedRefusals(options);
      const parts = { ...sender, signingKeys, redactor, deadlines, userAgent, refusals, checks };
      controller.signal.addEventListener('abort', checks.close);
      const send = createItemSender(plan, parts);
      const end = await runCollection(plan, {
        send,
        clock,
        now: sender.now,
        answers: createRunAnswers(redactor, options),
        signal: controller.signal,
        onRecord: (record, item) => {
          // First: it may write those before this one, and what is kept beside them.
          recorder.add(record);
          beside.note(record, item);
        },
      });
      if (hasFailed) return recorder.end('failed');
      return recorder.end(lock.hasCome() && end === 'cancelled' ? 'locked' : end);
    } catch (error) {
      if (!hasFailed) fail(error);
      const run: Run = { ...recorder.run(), state: 'failed' };
      publish('runs.progressed', run);
      return run;
    } finally {
      lock.stopListening();
      deadlines.close();
      checks.close();
      redactor.forget();
      signingKeys.forget();
    }
  };
  return { controller, current: () => recorder.run(), ended: carryOut() };
}

/** What the history and the usage keep of a run's exchanges, written together with its rows. */
function keepBeside(
  { begun, plan, redactor }: { begun: Run; plan: PlannedRun['plan']; redactor: Redactor },
  { history, usage }: RunServiceOptions,
) {
  const forHistory: { readonly sent: SentRequest; readonly exchange: Exchange }[] = [];
  const readings: UsageReading[] = [];
  return {
    note({ exchange }: RunRecord, item: RunItem): void {
      if (exchange === null) return;
      const reading = usage.read(exchange);
      // The history counts what it keeps by itself.
      if (plan.options.keepInHistory) forHistory.push({ sent: sentRequest(begun, item), exchange });
      else if (reading !== null) readings.push(reading);
    },
    write: () => {
      for (const { sent, exchange } of forHistory.splice(0)) history.add(sent, exchange, redactor);
      return usage.noteAll(readings.splice(0));
    },
  };
}

/** While Keyfob is locked nothing is sent, with a key or without. */
function abortWhenLocked(vault: Pick<RunServiceOptions['vault'], 'onChange'>, controller: AbortController) {
  let hasCome = false;
  const stopListening = vault.onChange(({ kind }) => {
    if (kind !== 'locked') return;
    hasCome = true;
    controller.abort();
  });
  return { hasCome: () => hasCome, stopListening };
}

function sentRequest({ collectionId }: Run, { draft, requestId }: RunItem): SentRequest {
  return { draft, place: { collectionId, requestId } };
}

/** Asked for every request, so the answers are kept as long as the ledger stays as it is, and a second at most. */
function rememberedRefusals({ ledger, usage, clock, services }: RunServiceOptions): () => Refusals {
  const read = (): Refusals & { readonly mark: object; readonly at: number } => {
    const refusals = services.list().flatMap(({ id }) => {
      const error = usage.refusal(id);
      return error === null ? [] : [[id, error] as const];
    });
    return Object.assign(new Map(refusals), { mark: ledger.mark(), at: clock.now() });
  };
  let known = read();
  return () => {
    if (known.mark !== ledger.mark() || Math.abs(clock.now() - known.at) > MAX_AGE_MS) known = read();
    return known;
  };
}

/** Of a bug no more than its kind: its message may hold anything. */
function describe(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
