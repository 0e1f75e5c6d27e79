import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Clipboard } from '../ports/clipboard.ts';
import type { Logger } from '../ports/logger.ts';
import { LedgerUnavailableError } from './ledger/ledger.ts';
import type { SecretScan } from './secret-scan.ts';
import { told } from '../told.ts';

export interface TextCopier {
  /** Puts a text that is no secret on the clipboard, for good. `text-holds-secret`, `clipboard-failed`, `ledger-unavailable`. */
  copy(text: string): Promise<Result<Readonly<Record<string, never>>>>;
}

export interface TextCopierOptions {
  readonly clipboard: Pick<Clipboard, 'writeText'>;
  readonly secretScan: SecretScan;
  readonly logger: Logger;
}

export function createTextCopier({ clipboard, secretScan, logger }: TextCopierOptions): TextCopier {
  return {
    async copy(text) {
      try {
        if (secretScan.holdsSecret(text)) return failed('text-holds-secret');
      } catch (error) {
        // What cannot be checked is not copied.
        if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
        throw error;
      }
      try {
        await clipboard.writeText(text);
        return ok({});
      } catch {
        // The system's error is not logged: it may quote what was to be copied.
        logger.warn('The clipboard refused a text');
        return failed('clipboard-failed', told('textNotCopied'));
      }
    },
  };
}
