import type { CommandName } from '../../shared/contract/contract.ts';
import { appError, type AppError } from '../../shared/domain/app-error.ts';
import type { Sender } from './sender.ts';

/** All that the quick-copy palette needs. Its page reveals, changes and sends nothing. */
const USED_BY_QUICK_COPY: ReadonlySet<CommandName> = new Set<CommandName>([
  'app.getState',
  'preferences.get',
  'keys.find',
  'quickCopy.copy',
  'quickCopy.close',
  'quickCopy.openKeyfob',
]);

/** Says that a page may not give a command: each has no more than what it is for. Its origin was checked before. */
export function pageRefusal(command: CommandName, { page }: Pick<Sender, 'page'>): AppError | null {
  return page === 'quick-copy' && !USED_BY_QUICK_COPY.has(command) ? appError('forbidden-sender') : null;
}
