import type { CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { RestorePreview } from '../../shared/domain/moving.ts';
import { LedgerUnavailableError } from '../keys/ledger/ledger.ts';
import { createSecretScan } from '../keys/secret-scan.ts';
import { createSecretShelf } from '../keys/secret-shelf.ts';
import { createAttemptLimit } from '../vault/attempt-limit.ts';
import { exportKeys, type ExportKeysOptions } from './export-keys.ts';
import type { Steps } from './in-steps.ts';
import { movedDocumentSchema, type MovedDocument } from './moved-document.ts';
import { MAX_EXPORT_BYTES, readMovedFile } from './moved-file.ts';
import { restoreKeys } from './restore-keys.ts';
import { planRestore, type Planning } from './restore-plan.ts';
import { told } from '../told.ts';

/** The commands `moving.*`. */
export interface MovingService {
  export(input: { readonly passphrase: string | null }): Promise<Result<CommandOutput<'moving.export'>>>;
  open(input: { readonly passphrase: string }): Promise<Result<CommandOutput<'moving.open'>>>;
  restore(input: { readonly token: string }): Promise<Result<CommandOutput<'moving.restore'>>>;
  /** Ends the export or the restoring that runs, unless it is being written already. */
  cancel(): Result<CommandOutput<'moving.cancel'>>;
  drop(input: { readonly token: string }): Result<CommandOutput<'moving.drop'>>;
}

export type MovingOptions = ExportKeysOptions;

/** What was opened waits so long for the decision. */
const HELD_MS = 15 * 60_000;

export function createMovingService(options: MovingOptions): MovingService {
  const { vault, clock, random } = options;
  const planning = { ...options, keyScan: createSecretScan(options, 'keys') };
  const runs = createRuns(options);
  const opened = createSecretShelf(clock, HELD_MS);
  const limit = createAttemptLimit(clock);
  vault.onChange(({ kind }) => {
    if (kind === 'locked') opened.clear();
  });
  return {
    export: ({ passphrase }) => runs.run((steps) => exportKeys(options, passphrase, steps)),
    async open({ passphrase }) {
      const file = await options.fileDialog.chooseExisting({ purpose: 'everything', kind: 'file' });
      if (file === null) return ok({ kind: 'cancelled' });
      const text = await options.fileReader.readText(file.path, MAX_EXPORT_BYTES);
      if (text === null) return failed('export-file-invalid');
      const document = await readMovedFile(text, passphrase, limit);
      if (!document.ok) return document;
      if (vault.state().kind === 'locked') return failed('vault-locked');
      const preview = shown(planning, document.value);
      if (!preview.ok) return preview;
      const token = random.id();
      opened.put(token, JSON.stringify(document.value));
      return ok({ kind: 'preview', token, ...preview.value });
    },
    async restore({ token }) {
      const prepared = await vault.prepare();
      if (!prepared.ok) return prepared;
      const text = opened.peek(token);
      if (text === null) return failed('not-found', told('openedIsGone'));
      const document = movedDocumentSchema.parse(JSON.parse(text));
      const restored = await runs.run((steps) => restoreKeys(planning, document, steps));
      if (!restored.ok) return vault.state().kind === 'locked' ? failed('vault-locked') : restored;
      opened.drop(token);
      options.publish('services.changed', {});
      if (restored.value.variables > 0) options.publish('environments.changed', {});
      return restored;
    },
    cancel() {
      runs.cancel();
      return ok({});
    },
    drop({ token }) {
      opened.drop(token);
      return ok({});
    },
  };
}

/** What takes long, and can be ended: by the person, and by locking. */
function createRuns({ vault, publish }: Pick<MovingOptions, 'vault' | 'publish'>) {
  const running = new Set<{ isCancelled: boolean }>();
  return {
    async run<Value>(work: (steps: Steps) => Promise<Value>): Promise<Value> {
      const state = { isCancelled: false };
      running.add(state);
      try {
        return await work({
          onProgress: (done, total) => {
            publish('moving.progressed', { done, total });
          },
          isCancelled: () => state.isCancelled || vault.state().kind === 'locked',
        });
      } finally {
        running.delete(state);
      }
    },
    cancel() {
      for (const state of running) state.isCancelled = true;
    },
  };
}

/** Names and masks, and no value. `ledger-unavailable` while none is open. */
function shown(context: Planning, document: MovedDocument): Result<RestorePreview> {
  try {
    const plan = planRestore(context, document);
    return ok({
      services: plan.services.map(({ service: { name, origins }, outcome }) => ({ name, origins, outcome })),
      keys: plan.keys.map(({ key: { name, mask, extraOrigins }, serviceName, outcome }) => ({
        ...{ name, mask, serviceName, extraOrigins, outcome },
      })),
      variables: plan.variables.map(({ variable: { name, environmentName, origins }, outcome }) => ({
        ...{ name, environmentName, origins, outcome },
      })),
      profiles: plan.profiles.map(({ profile: { name }, outcome }) => ({ name, outcome })),
      policies: plan.policies,
    });
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
    throw error;
  }
}
