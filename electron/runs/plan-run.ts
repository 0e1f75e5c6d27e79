import type { CommandInput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { requestsIn, type Collection, type CollectionItem } from '../../shared/domain/collection.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import { readyScope } from '../requests/place-scope.ts';
import type { KeyNames } from '../collections/auth-mapping.ts';
import { mapOnce } from '../map-once.ts';
import {
  NO_PLACE,
  settleDraft,
  type EnvironmentScope,
  type RequestPlace,
} from '../requests/request-place.ts';
import { told } from '../told.ts';
import { keepsOf } from '../requests/take-values.ts';
import type { VariableScope } from '../requests/variables.ts';
import { selected, type RunShare } from '../../shared/domain/run-selection.ts';
import { readDataRows } from './read-data-rows.ts';
import { countRequests, expectationsOf, type RunItem, type RunPlan } from './run-plan.ts';
import type { RunServiceOptions } from './run-service-options.ts';

export interface PlannedRun {
  readonly name: string;
  readonly environmentName: string | null;
  readonly plan: RunPlan;
  /** `null`: all of them. */
  readonly share: RunShare | null;
  readonly count: number;
}

type PlanningParts = Pick<
  RunServiceOptions,
  'collections' | 'places' | 'chosenEnvironment' | 'keyNames' | 'startLocalApi' | 'madeValues'
> & {
  readonly signingKeys: Pick<SigningKeys, 'services'>;
};

/** What is to be run, as its files have it now: `not-found`, `invalid-input`, or that the Local API does not start. */
export async function planRun(
  input: CommandInput<'runs.start'>,
  options: PlanningParts,
): Promise<Result<PlannedRun>> {
  const collection = await options.collections.get(input.collectionId);
  if (!collection.ok) return collection;
  const chosen = itemsOf(collection.value, input.folderId);
  if (chosen === null) return failed('not-found');
  const data = input.data === null ? null : await readDataRows(input.data.text);
  if (data !== null && !data.ok) return data;
  const there = requestsIn(chosen.items).map(({ request }) => request.id);
  const requestIds = selected(there, input.selection);
  const planned = await planItems(input, requestIds, options);
  if (!planned.ok) return planned;
  const { items, environmentName } = planned.value;
  const plan: RunPlan = {
    items,
    options: input.options,
    dataRows: data === null ? [] : data.value.rows,
  };
  const count = countRequests(plan);
  if (!count.ok) return count;
  const share = requestIds.length === there.length ? null : { requests: requestIds.length, of: there.length };
  return ok({ name: chosen.name, environmentName, plan, share, count: count.value });
}

/** The requests with all that their places add, as for single sends. */
async function planItems(
  input: CommandInput<'runs.start'>,
  requestIds: readonly string[],
  options: PlanningParts,
): Promise<Result<Pick<PlannedRun, 'environmentName'> & Pick<RunPlan, 'items'>>> {
  const { collectionId } = input;
  const drafts = await options.collections.getDrafts(collectionId, requestIds);
  if (!drafts.ok) return drafts;
  const found = await findPlaces(input, requestIds, options);
  if (!found.ok) return found;
  const places = found.value;
  const scopes = new Map<RequestPlace['scopes'], VariableScope>();
  const items: RunItem[] = [];
  for (const [index, draft] of drafts.value.entries()) {
    const place = places[index] ?? NO_PLACE;
    // The collection is one, and so is the environment: where the scopes are the same, so are all variables.
    let scope = scopes.get(place.scopes);
    if (scope === undefined) {
      const ready = await readyScope(place, options);
      if (!ready.ok) return ready;
      scope = ready.value;
      scopes.set(place.scopes, scope);
    }
    items.push(
      planItem(input, { requestId: requestIds[index] ?? '', draft, place, scope }, options.keyNames),
    );
  }
  return ok({ items, environmentName: places[0]?.environment?.name ?? null });
}

/** In the environment that was chosen for the run. */
async function findPlaces(
  { collectionId, options: { environment } }: CommandInput<'runs.start'>,
  requestIds: readonly string[],
  options: PlanningParts,
): Promise<Result<readonly RequestPlace[]>> {
  const places = (await options.places.findAll(collectionId, requestIds)) ?? [];
  if (environment.kind === 'in-use') return ok(places);
  let chosen: EnvironmentScope | null = null;
  if (environment.kind === 'chosen') {
    const read = await options.chosenEnvironment(environment.id);
    if (!read.ok)
      return read.error.code === 'not-found' ? failed('not-found', told('environmentGone')) : read;
    chosen = read.value;
  }
  return ok(mapOnce(places, (place) => ({ ...place, environment: chosen })));
}

interface Planned extends Pick<RunItem, 'requestId' | 'draft' | 'scope'> {
  readonly place: RequestPlace;
}

/** One that cannot be sent so is planned with the reason. */
function planItem(
  { collectionId, expectations }: CommandInput<'runs.start'>,
  { requestId, draft, place, scope }: Planned,
  keyNames: KeyNames,
): RunItem {
  const settled = settleDraft(draft, place, keyNames);
  const keeps = keepsOf(draft.keeps);
  return {
    requestId,
    name: draft.name,
    draft: settled.ok ? settled.value : draft,
    problem: settled.ok ? null : settled.error,
    scope,
    secretVariables: place.environment?.secretVariables ?? [],
    collectionServiceId: place.serviceId,
    collectionId,
    expectations: expectationsOf(requestId, expectations),
    ...(keeps.length === 0 ? {} : { keeps }),
  };
}

interface Chosen {
  readonly name: string;
  readonly items: readonly CollectionItem[];
}

function itemsOf({ name, items }: Collection, folderId: string | null): Chosen | null {
  if (folderId === null) return { name, items };
  const found = findFolder(items, folderId);
  return found === null ? null : { name: `${name} / ${found.name}`, items: found.items };
}

function findFolder(items: readonly CollectionItem[], id: string): Chosen | null {
  for (const item of items) {
    if (item.kind === 'request') continue;
    const found = item.id === id ? item : findFolder(item.items, id);
    if (found !== null) return found;
  }
  return null;
}
