import { useState } from 'react';
import { failed, ok, type AppError, type Result } from '../../../../shared/domain/app-error.ts';
import type { VariableRow } from '../../../../shared/domain/collection.ts';
import type { RequestDraft } from '../../../../shared/domain/http-request.ts';
import { bindableOriginSchema } from '../../../../shared/domain/origin.ts';
import type { Bridge } from '../../../../shared/contract/bridge.ts';
import { useBridge } from '../../../bridge/bridge-context.ts';
import { previewDraft } from '../draft.ts';
import { requestIdOf, type OpenRequest } from '../open-request.ts';
import { collectionIdOf } from '../request-place.ts';
import { secretPartOf, type TypedSecret, variableNameFor, withValue } from './typed-secrets.ts';

export interface TypedInVariables {
  readonly rows: readonly VariableRow[];
  readonly secrets: readonly TypedSecret[];
  readonly origins: readonly string[];
}

export interface KeepTyped {
  readonly isPending: boolean;
  readonly error: AppError | null;
  /** The draft in which templates stand for the values; `null` when they could not be sealed. */
  readonly inRequest: (request: OpenRequest, secrets: readonly TypedSecret[]) => Promise<RequestDraft | null>;
  /** The rows without what is now a variable of the environment; `null` when it could not be sealed. */
  readonly inVariables: (typed: TypedInVariables) => Promise<readonly VariableRow[] | null>;
}

/** Seals typed values as secret variables of the environment in use, or where none is of the one that was made for that, which is called so at first. */
export function useKeepTyped(newEnvironment: string): KeepTyped {
  const bridge = useBridge();
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const run = async <Kept>(keep: () => Promise<Result<Kept>>): Promise<Kept | null> => {
    setIsPending(true);
    setError(null);
    const kept = await keep().catch(() => failed('internal'));
    setIsPending(false);
    setError(kept.ok ? null : kept.error);
    return kept.ok ? kept.value : null;
  };
  return {
    isPending,
    error,
    inRequest: (request, secrets) =>
      run(async () => {
        // Before another environment is used: its variables do not say where the value may go.
        const origins = await originsOf(bridge, request);
        const seal = await sealerOf(bridge, newEnvironment);
        return seal.ok ? keepInRequest(request, secrets, { seal: seal.value, origins }) : seal;
      }),
    inVariables: (typed) =>
      run(async () => {
        const seal = await sealerOf(bridge, newEnvironment);
        return seal.ok ? keepInVariables(typed, seal.value) : seal;
      }),
  };
}

interface Wanted {
  /** Its name, where that is not taken. */
  readonly name: string | null;
  readonly origins: readonly string[];
}

/** Seals a value and gives the name of its variable; the same for the same value. */
type Seal = (typed: TypedSecret, wanted: Wanted) => Promise<Result<string>>;

async function sealerOf(bridge: Bridge, newEnvironment: string): Promise<Result<Seal>> {
  const id = await environmentInUse(bridge, newEnvironment);
  if (!id.ok) return id;
  const environment = await bridge.invoke('environments.get', { id: id.value });
  if (!environment.ok) return environment;
  const taken = environment.value.rows.map(({ name }) => name);
  const names = new Map<string, string>();
  return ok(async (typed, wanted) => {
    const { secret } = secretPartOf(typed);
    const known = names.get(secret);
    if (known !== undefined) return ok(known);
    const isFree = wanted.name !== null && !taken.includes(wanted.name);
    const name = isFree ? wanted.name : variableNameFor(typed, taken);
    const change = { id: id.value, name, secret, origins: [...wanted.origins] };
    const sealed = await bridge.invoke('environments.setSecret', change);
    if (!sealed.ok) return sealed;
    names.set(secret, name);
    taken.push(name);
    return ok(name);
  });
}

interface Sealing {
  readonly seal: Seal;
  readonly origins: readonly string[];
}

async function keepInRequest(
  request: OpenRequest,
  secrets: readonly TypedSecret[],
  { seal, origins }: Sealing,
): Promise<Result<RequestDraft>> {
  let { draft } = request;
  for (const typed of secrets) {
    const name = await seal(typed, { name: null, origins });
    if (!name.ok) return name;
    draft = withValue(draft, typed, `${secretPartOf(typed).before}{{${name.value}}}`);
  }
  return ok(draft);
}

/** A variable of a collection hides the environment's: it goes, or where its name is taken there it refers to the new one. */
async function keepInVariables(
  { rows, secrets, origins }: TypedInVariables,
  seal: Seal,
): Promise<Result<readonly VariableRow[]>> {
  const values = new Map<number, string | null>();
  for (const typed of secrets) {
    const name = await seal(typed, { name: typed.name, origins });
    if (!name.ok) return name;
    values.set(typed.index, name.value === typed.name ? null : `{{${name.value}}}`);
  }
  return ok(
    rows.flatMap((row, index) => {
      const value = values.get(index);
      if (value === undefined) return [row];
      return value === null ? [] : [{ ...row, value }];
    }),
  );
}

async function environmentInUse(bridge: Bridge, newName: string): Promise<Result<string>> {
  const known = await bridge.invoke('environments.list', {});
  if (!known.ok) return known;
  if (known.value.activeId !== null) return ok(known.value.activeId);
  const { typedValuesId } = known.value;
  const made =
    typedValuesId === null
      ? await bridge.invoke('environments.create', { name: newName, isForTypedValues: true })
      : ok({ id: typedValuesId });
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
