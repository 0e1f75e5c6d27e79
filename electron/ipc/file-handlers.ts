import type { fileCommands } from '../../shared/contract/file-commands.ts';
import { ok } from '../../shared/domain/app-error.ts';
import type { ChosenFiles } from '../requests/chosen-files.ts';
import type { Handlers } from './handlers.ts';

export function fileHandlers(files: ChosenFiles): Pick<Handlers, keyof typeof fileCommands> {
  return {
    'files.choose': ({ collectionId, origin }) => files.choose(collectionId, origin),
    'files.describe': async ({ collectionId, paths }) => ok([...(await files.describe(collectionId, paths))]),
    'files.takeBack': ({ collectionId, path, origin }) => {
      const taken = files.takeBack({ collectionId: collectionId ?? '', path, origin });
      return taken.ok ? ok({}) : taken;
    },
    'files.list': async () => ok([...(await files.list())]),
    'files.forget': ({ collectionId, path }) => {
      const forgotten = files.forgetFile({ collectionId: collectionId ?? '', path });
      return forgotten.ok ? ok({}) : forgotten;
    },
    'files.forgetAll': () => {
      const forgotten = files.forgetAll();
      return forgotten.ok ? ok({}) : forgotten;
    },
  };
}
