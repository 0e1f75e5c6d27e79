import type { CommandName } from '../../shared/contract/contract.ts';
import { ok } from '../../shared/domain/app-error.ts';
import type { ImportService } from '../importers/import-service.ts';
import type { Handlers } from './handlers.ts';

type ImportHandlers = Pick<Handlers, Extract<CommandName, `import.${string}`>>;

export function importHandlers(imports: Omit<ImportService, 'forgetHeldSecrets'>): ImportHandlers {
  return {
    'import.choose': ({ what }) => imports.choose(what),
    'import.paste': () => imports.paste(),
    'import.takeOpened': () => imports.takeOpened(),
    'import.takeDropped': () => imports.takeDropped(),
    'import.asFormat': ({ token, format }) => imports.asFormat(token, format),
    'import.keep': ({ token, choices }) => imports.keep(token, choices),
    'import.undo': ({ undoId }) => imports.undo(undoId),
    'import.discard': ({ token }) => {
      imports.discard(token);
      return ok({});
    },
  };
}
