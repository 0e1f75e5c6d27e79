import type { KeyService } from '../keys/key-service.ts';
import type { regenerateCommands } from '../../shared/contract/regenerate-commands.ts';
import type { Handlers } from './handlers.ts';

export function regenerateHandlers(keys: KeyService): Pick<Handlers, keyof typeof regenerateCommands> {
  return {
    'keys.regenerate': (input) => keys.regenerate(input),
    'keys.regenerateExposed': ({ id }) => keys.regenerateExposed(id),
    'keys.swapStaged': (input) => keys.swapStaged(input),
    'keys.endGrace': ({ id }) => keys.endGrace(id),
    'keys.forgetOld': ({ id }) => keys.forgetOld(id),
    'keys.getExposure': ({ id }) => keys.exposure(id),
  };
}
