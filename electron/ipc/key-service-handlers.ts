import { ok } from '../../shared/domain/app-error.ts';
import type { keyServiceCommands } from '../../shared/contract/key-service-commands.ts';
import type { KeyService } from '../keys/key-service.ts';
import type { Profiles } from '../keys/profiles.ts';
import type { Handlers } from './handlers.ts';

export interface KeyServiceParts {
  readonly keys: KeyService;
  readonly profiles: Profiles;
}

/** Keys at their services, and profiles. */
export function createKeyServiceHandlers({
  keys,
  profiles,
}: KeyServiceParts): Pick<Handlers, keyof typeof keyServiceCommands> {
  return {
    'keys.verifyStaged': (input) => keys.verifyStaged(input),
    'keys.verify': ({ id }) => keys.verify(id),
    'keys.addOrigin': (input) => keys.addOrigin(input),
    'keys.removeOrigin': (input) => keys.removeOrigin(input),

    'profiles.list': () => ok([...profiles.list()]),
    'profiles.save': (draft) => profiles.save(draft),
    'profiles.delete': ({ id }) => {
      const removed = profiles.remove(id);
      return removed.ok ? ok({}) : removed;
    },
    'profiles.switch': ({ id }) => profiles.switchTo(id),
  };
}
