import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { AccessKeyService } from '../access-keys/access-key-service.ts';
import type { Handlers } from './handlers.ts';

type AccessKeyCommand = Extract<keyof Handlers, `accessKeys.${string}`>;

export function accessKeyHandlers(accessKeys: AccessKeyService): Pick<Handlers, AccessKeyCommand> {
  return {
    'accessKeys.list': ({ serviceId }) => ok(accessKeys.list(serviceId)),
    'accessKeys.load': ({ serviceId }) => accessKeys.load(serviceId),
    'accessKeys.cancelLoad': ({ serviceId }) => {
      accessKeys.cancelLoad(serviceId);
      return ok({});
    },
    'accessKeys.listCollections': () => ok([...accessKeys.listCollections()]),
    'accessKeys.share': ({ collectionUid }) => accessKeys.share(collectionUid),
    'accessKeys.reveal': ({ id }) => accessKeys.reveal(id),
    'accessKeys.copyUrl': ({ id }) => accessKeys.copyUrl(id),
    'accessKeys.forget': ({ id }) => {
      accessKeys.forget(id);
      return ok({});
    },
    'accessKeys.listMadeWith': ({ apiKeyId }) => ok([...accessKeys.listMadeWith(apiKeyId)]),
    'accessKeys.deleteMadeWith': ({ apiKeyId }) => accessKeys.removeMadeWith(apiKeyId),
    'accessKeys.delete': async (input) => emptied(await accessKeys.remove(input)),
  };
}

function emptied(result: Result<null>): Result<Record<string, never>> {
  return result.ok ? ok({}) : result;
}
