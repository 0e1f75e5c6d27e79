import { failed, ok } from '../../shared/domain/app-error.ts';
import { OPENAPI_PATH } from '../../shared/domain/local-api-state.ts';
import type { LocalApi } from '../local-api/local-api.ts';
import type { ExternalOpener } from '../ports/external-opener.ts';
import type { localApiCommands } from '../../shared/contract/local-api-commands.ts';
import type { Handlers } from './handlers.ts';

export interface LocalApiHandlerParts {
  readonly localApi: Pick<LocalApi, 'state' | 'start' | 'stop'>;
  readonly opener: Pick<ExternalOpener, 'openLocal'>;
}

export function localApiHandlers({
  localApi,
  opener,
}: LocalApiHandlerParts): Pick<Handlers, keyof typeof localApiCommands> {
  return {
    'localApi.getState': () => ok(localApi.state()),
    'localApi.start': async () => ok(await localApi.start()),
    'localApi.stop': async () => ok(await localApi.stop()),
    'localApi.openDocument': async () => {
      const state = localApi.state();
      if (state.kind !== 'running') return failed('local-api-stopped');
      await opener.openLocal(state.url + OPENAPI_PATH);
      return ok({});
    },
  };
}
