import type { Result } from '../../shared/domain/app-error.ts';
import { ok } from '../../shared/domain/app-error.ts';
import { notReadable, tooLarge } from './import-failures.ts';
import type { ImportAnswer } from './import-service.ts';
import { readChosen, type ReadChosen } from './read-chosen.ts';
import { told } from '../told.ts';

/** What the person dropped onto the window: files and folders, or else a text. */
export type Dropped =
  | { readonly kind: 'dropped'; readonly paths: readonly string[]; readonly text: string }
  /** More than is looked at. */
  | { readonly kind: 'too-much' };

interface Stages {
  readonly staged: (read: Result<ReadChosen>) => Promise<Result<ImportAnswer>>;
  readonly stageText: (text: string) => Promise<Result<ImportAnswer>>;
}

/** `import-too-large` and `import-not-readable` as for what is chosen; `cancelled` when nothing was dropped. */
export async function readDropped(
  dropped: Dropped | null,
  { staged, stageText }: Stages,
): Promise<Result<ImportAnswer>> {
  if (dropped === null) return ok({ kind: 'cancelled' });
  if (dropped.kind === 'too-much') return tooLarge(told('tooManyDropped'));
  if (dropped.paths.length > 0) return staged(await readChosen(dropped.paths));
  if (dropped.text.trim() !== '') return stageText(dropped.text);
  return notReadable(told('droppedIsNoFile'));
}
