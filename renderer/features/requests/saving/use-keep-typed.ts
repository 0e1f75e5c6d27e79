import { useState } from 'react';
import { failed, ok, type AppError, type Result } from '../../../../shared/domain/app-error.ts';
import type { RequestDraft } from '../../../../shared/domain/http-request.ts';
import { bindableOriginSchema } from '../../../../shared/domain/origin.ts';
import type { Bridge } from '../../../../shared/contract/bridge.ts';
import { useBridge } from '../../../bridge/bridge-context.ts';
import { previewDraft } from '../draft.ts';
import { requestIdOf, type OpenRequest } from '../open-request.ts';
import { collectionIdOf } from '../request-place.ts';
import { secretPartOf, type TypedSecret, variableNameFor, withValue } from './typed-secrets.ts';

export interface KeepTyped {
  readonly isPending: boolean;
  readonly error: AppError | null;
  /** The draft in which templates stand for the values; `null` when they could not be sealed. */
  readonly run: (request: OpenRequest, secrets: readonly TypedSecret[]) => Promise<RequestDraft | null>;
}

/** Seals typed values as secret variables of the environment in use, or where none is of one with this name. */
export function useKeepTyped(newEnvironment: string): KeepTyped {
  const bridge = useBridge();
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  return {
    isPending,
    error,
    run: async (request, secrets) => {
      setIsPending(true);
      setError(null);
      const id = await environmentInUse(bridge, newEnvironment).catch(() => failed('internal'));
      const kept = id.ok
        ? await keepAll(bridge, id.value, { request, secrets }).catch(() => failed('internal'))
        : id;
      setIsPending(false);
      setError(kept.ok ? null : kept.error);
      return kept.ok ? kept.value : null;
    },
  };
}

async function keepAll(
  bridge: Bridge,
  id: string,
  { request, secrets }: { readonly request: OpenRequest; readonly secrets: readonly TypedSecret[] },
): Promise<Result<RequestDraft>> {
  const environment = await bridge.invoke('environments.get', { id });
  if (!environment.ok) return environment;
  const origins = await originsOf(bridge, request);
  const taken = environment.value.rows.map(({ name }) => name);
  const names = new Map<string, string>();
  let { draft } = request;
  for (const typed of secrets) {
    const { before, secret } = secretPartOf(typed);
    const known = names.get(secret);
    const name = known ?? variableNameFor(typed, taken);
    if (known === undefined) {
      const sealed = await bridge.invoke('environments.setSecret', { id, name, secret, origins });
      if (!sealed.ok) return sealed;
      names.set(secret, name);
      taken.push(name);
    }
    draft = withValue(draft, typed, `${before}{{${name}}}`);
  }
  return ok(draft);
}

async function environmentInUse(bridge: Bridge, newName: string): Promise<Result<string>> {
  const known = await bridge.invoke('environments.list', {});
  if (!known.ok) return known;
  if (known.value.activeId !== null) return ok(known.value.activeId);
  const before = known.value.environments.find(({ name, problem }) => name === newName && problem === null);
  const made =
    before === undefined ? await bridge.invoke('environments.create', { name: newName }) : ok(before);
  if (!made.ok) return made;
  const active = await bridge.invoke('environments.setActive', { id: made.value.id });
  return active.ok ? ok(made.value.id) : active;
}

/** Where the request goes as it is; nowhere yet when that cannot be told. */
async function originsOf(bridge: Bridge, { draft, source }: OpenRequest): Promise<string[]> {
  if (draft.url.trim() === '') return [];
  const preview = await bridge.invoke('requests.preview', {
    draft: previewDraft(draft),
    collectionId: collectionIdOf(source),
    requestId: requestIdOf(source),
  });
  const url = preview.ok ? preview.value.url : null;
  const origin =
    url !== null && URL.canParse(url) ? bindableOriginSchema.safeParse(new URL(url).origin) : null;
  return origin?.success === true ? [origin.data] : [];
}
