import type { FileDialog } from '../ports/file-dialog.ts';
import type { Vault } from './vault.ts';

/** Keyfob was locked while the person was asked: whoever answers then may be somebody else. `dispatch` makes `vault-locked` of it. */
export class LockedMeanwhileError extends Error {
  override readonly name = 'LockedMeanwhileError';
}

/** The same question, whose answer does not count when Keyfob is locked by then: throws `LockedMeanwhileError`. */
export function whileUnlocked<Question extends readonly unknown[], Answer>(
  vault: Pick<Vault, 'state'>,
  ask: (...question: Question) => Promise<Answer>,
): (...question: Question) => Promise<Answer> {
  return async (...question) => {
    const answer = await ask(...question);
    if (vault.state().kind === 'locked') throw new LockedMeanwhileError('Keyfob was locked meanwhile');
    return answer;
  };
}

/** Both questions of the dialog. A recovery kit is opened while Keyfob is locked, so it takes the dialog itself. */
export function dialogWhileUnlocked(vault: Pick<Vault, 'state'>, dialog: FileDialog): FileDialog {
  return {
    chooseSaveFile: whileUnlocked(vault, (question) => dialog.chooseSaveFile(question)),
    chooseExisting: whileUnlocked(vault, (question) => dialog.chooseExisting(question)),
  };
}
