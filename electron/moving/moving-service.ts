import type { CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { LedgerUnavailableError } from '../keys/ledger/ledger.ts';
import { createSecretShelf } from '../keys/secret-shelf.ts';
import { createAttemptLimit } from '../vault/attempt-limit.ts';
import { exportKeys, type ExportKeysOptions } from './export-keys.ts';
import { movedDocumentSchema, type MovedDocument } from './moved-document.ts';
import { MAX_EXPORT_BYTES, readMovedFile } from './moved-file.ts';
import { restoreKeys } from './restore-keys.ts';
import { planRestore } from './restore-plan.ts';

/** The commands `moving.*`. */
export interface MovingService {
  export(input: { readonly passphrase: string | null }): Promise<Result<CommandOutput<'moving.export'>>>;
  open(input: { readonly passphrase: string }): Promise<Result<CommandOutput<'moving.open'>>>;
  restore(input: { readonly token: string }): Promise<Result<CommandOutput<'moving.restore'>>>;
  drop(input: { readonly token: string }): Result<CommandOutput<'moving.drop'>>;
}

export type MovingOptions = ExportKeysOptions;

/** What was opened waits so long for the decision. */
const HELD_MS = 15 * 60_000;

export function createMovingService(options: MovingOptions): MovingService {
  const { vault, clock, random } = options;
  const opened = createSecretShelf(clock, HELD_MS);
  const limit = createAttemptLimit(clock);
  vault.onChange(({ kind }) => {
    if (kind === 'locked') opened.clear();
  });
  return {
    export: ({ passphrase }) => exportKeys(options, passphrase),
    async open({ passphrase }) {
      const file = await options.fileDialog.chooseExisting({ title: 'Restore an export', kind: 'file' });
      if (file === null) return ok({ kind: 'cancelled' });
      const text = await options.fileReader.readText(file.path, MAX_EXPORT_BYTES);
      if (text === null) return failed('export-file-invalid');
      const document = await readMovedFile(text, passphrase, limit);
      if (!document.ok) return document;
      if (vault.state().kind === 'locked') return failed('vault-locked');
      const preview = shown(options, document.value);
      if (!preview.ok) return preview;
      const token = random.id();
      opened.put(token, JSON.stringify(document.value));
      return ok({ kind: 'preview', token, ...preview.value });
    },
    async restore({ token }) {
      const prepared = await vault.prepare();
      if (!prepared.ok) return prepared;
      const text = opened.peek(token);
      if (text === null) return failed('not-found', { message: 'What was opened is no longer there.' });
      const restored = restoreKeys(options, movedDocumentSchema.parse(JSON.parse(text)));
      if (!restored.ok) return restored;
      opened.drop(token);
      options.publish('services.changed', {});
      return restored;
    },
    drop({ token }) {
      opened.drop(token);
      return ok({});
    },
  };
}

/** Names and masks, and no value. `ledger-unavailable` while none is open. */
function shown(options: MovingOptions, document: MovedDocument) {
  try {
    const plan = planRestore(options, document);
    const services = plan.services.map(({ service: { name, origins }, outcome }) => ({
      name,
      origins,
      outcome,
    }));
    const keys = plan.keys.map(({ key: { name, mask }, serviceName, outcome }) => ({
      ...{ name, mask, serviceName, outcome },
    }));
    return ok({ services, keys });
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
    throw error;
  }
}
