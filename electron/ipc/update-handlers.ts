import type { updateCommands } from '../../shared/contract/update-commands.ts';
import { ok } from '../../shared/domain/app-error.ts';
import type { Updates } from '../updates/updates.ts';
import type { Handlers } from './handlers.ts';

export function updateHandlers(updates: Updates): Pick<Handlers, keyof typeof updateCommands> {
  return {
    'updates.getState': () => ok(updates.state()),
    'updates.setEnabled': ({ isEnabled }) => updates.setEnabled(isEnabled),
    'updates.check': () => updates.check(),
    'updates.download': () => updates.download(),
    'updates.cancel': () => updates.cancel(),
    'updates.restart': () => updates.restart(),
  };
}
