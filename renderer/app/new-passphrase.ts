import { MIN_PASSPHRASE_LENGTH } from '../../shared/domain/vault-state.ts';
import type { ShapeOf } from '../../shared/texts/define-texts.ts';
import type { vaultTexts } from '../../shared/texts/en/vault.ts';

export interface NewPassphrase {
  readonly passphrase: string;
  readonly repeated: string;
}

export const EMPTY_PASSPHRASE: NewPassphrase = { passphrase: '', repeated: '' };

interface Problems {
  readonly passphrase?: string;
  readonly repeated?: string;
}

function isLongEnough({ passphrase }: NewPassphrase): boolean {
  return [...passphrase.normalize('NFKC')].length >= MIN_PASSPHRASE_LENGTH;
}

/** What stands against a new passphrase; the main process decides in the end. */
export function problemsOf(
  entered: NewPassphrase,
  texts: Pick<ShapeOf<typeof vaultTexts>['passphrase'], 'tooShort' | 'notTheSame'>,
): Problems {
  if (!isLongEnough(entered)) return { passphrase: texts.tooShort };
  return entered.repeated === entered.passphrase ? {} : { repeated: texts.notTheSame };
}

export function isGood(entered: NewPassphrase): boolean {
  return isLongEnough(entered) && entered.repeated === entered.passphrase;
}
