import { MIN_PASSPHRASE_LENGTH } from '../../shared/domain/vault-state.ts';

export interface NewPassphrase {
  readonly passphrase: string;
  readonly repeated: string;
}

export const EMPTY_PASSPHRASE: NewPassphrase = { passphrase: '', repeated: '' };

interface Problems {
  readonly passphrase?: string;
  readonly repeated?: string;
}

/** What stands against a new passphrase; the main process decides in the end. */
export function problemsOf({ passphrase, repeated }: NewPassphrase): Problems {
  const length = [...passphrase.normalize('NFKC')].length;
  if (length < MIN_PASSPHRASE_LENGTH) {
    return {
      passphrase: `Use at least ${String(MIN_PASSPHRASE_LENGTH)} characters; four or five random words do well.`,
    };
  }
  return repeated === passphrase ? {} : { repeated: 'This is not the same passphrase.' };
}

export function isGood(entered: NewPassphrase): boolean {
  return Object.keys(problemsOf(entered)).length === 0;
}
