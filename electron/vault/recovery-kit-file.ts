import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { CommandOutput } from '../../shared/contract/contract.ts';
import type { Clock } from '../ports/clock.ts';
import type { FileDialog } from '../ports/file-dialog.ts';
import type { FileReader } from '../ports/file-reader.ts';
import { FileWriteError, type FileWriter } from '../ports/file-writer.ts';
import type { Vault, VaultCustody } from './vault.ts';

const MAX_BYTES = 64 * 1024;

export interface RecoveryKitFileParts {
  readonly vault: VaultCustody & Pick<Vault, 'state'>;
  readonly clock: Clock;
  readonly fileDialog: FileDialog;
  readonly fileReader: FileReader;
  readonly fileWriter: FileWriter;
}

/** Recovery kits as files, where the person says. */
export interface RecoveryKitFiles {
  save(passphrase: string): Promise<Result<CommandOutput<'vault.saveRecoveryKit'>>>;
  open(passphrase: string): Promise<Result<CommandOutput<'vault.openRecoveryKit'>>>;
}

export function createRecoveryKitFiles(parts: RecoveryKitFileParts): RecoveryKitFiles {
  const { vault, clock, fileDialog, fileReader, fileWriter } = parts;
  return {
    async save(passphrase) {
      const made = await vault.makeRecoveryKit(passphrase);
      if (!made.ok) return made;
      const file = await fileDialog.chooseSaveFile({
        purpose: 'recovery-kit',
        suggestedName: `keyfob-recovery-kit-${new Date(clock.now()).toISOString().slice(0, 10)}.json`,
        kind: { name: 'recovery-kit', extension: 'json' },
      });
      if (file === null) return ok({ kind: 'cancelled' });
      // What stands in it opens everything: it leaves no Keyfob that was locked while the dialog was open.
      if (vault.state().kind === 'locked') return failed('vault-locked');
      try {
        await fileWriter.write(file.path, made.value);
      } catch (error) {
        if (error instanceof FileWriteError) return failed('export-failed');
        throw error;
      }
      // What the disk gives back is what counts on the day that it is needed.
      const written = await fileReader.readText(file.path, MAX_BYTES);
      const isGood = written !== null && (await vault.opensRecoveryKit(written, passphrase));
      return isGood ? ok({ kind: 'saved', fileName: file.name }) : failed('recovery-kit-untested');
    },
    async open(passphrase) {
      const file = await fileDialog.chooseExisting({ purpose: 'recovery-kit', kind: 'file' });
      if (file === null) return ok({ kind: 'cancelled' });
      const text = await fileReader.readText(file.path, MAX_BYTES);
      if (text === null) return failed('recovery-kit-invalid');
      const restored = await vault.restoreRecoveryKit(text, passphrase);
      return restored.ok ? ok({ kind: 'opened', vault: restored.value }) : restored;
    },
  };
}
