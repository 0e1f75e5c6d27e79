import type { CommandInput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { requestsIn, type Collection, type CollectionItem } from '../../shared/domain/collection.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import { readyScope } from '../requests/place-scope.ts';
import { NO_PLACE, settleDraft } from '../requests/request-place.ts';
import { readDataRows } from './read-data-rows.ts';
import { countRequests, expectationsOf, type RunItem, type RunPlan } from './run-plan.ts';
import type { RunServiceOptions } from './run-service-options.ts';

export interface PlannedRun {
  readonly name: string;
  readonly plan: RunPlan;
  readonly count: number;
}

type PlanningParts = Pick<RunServiceOptions, 'collections' | 'places' | 'keyNames' | 'startLocalApi'> & {
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
  const items: RunItem[] = [];
  for (const { request } of requestsIn(chosen.items)) {
    const item = await planItem(input, request.id, options);
    if (!item.ok) return item;
    items.push(item.value);
  }
  const plan: RunPlan = { items, options: input.options, dataRows: data === null ? [] : data.value.rows };
  const count = countRequests(plan);
  return count.ok ? ok({ name: chosen.name, plan, count: count.value }) : count;
}

/** A request with all that its place adds, as for a single send. One that cannot be sent so is planned with the reason. */
async function planItem(
  { collectionId, expectations }: CommandInput<'runs.start'>,
  requestId: string,
  { collections, places, keyNames, signingKeys, startLocalApi }: PlanningParts,
): Promise<Result<RunItem>> {
  const opened = await collections.getDraft({ collectionId, itemId: requestId });
  if (!opened.ok) return opened;
  const place = (await places.find(collectionId, requestId)) ?? NO_PLACE;
  const scope = await readyScope(place, { signingKeys, startLocalApi });
  if (!scope.ok) return scope;
  const draft = opened.value;
  const settled = settleDraft(draft, place, keyNames);
  return ok({
    requestId,
    name: draft.name,
    draft: settled.ok ? settled.value : draft,
    problem: settled.ok ? null : settled.error,
    scope: scope.value,
    secretVariables: place.environment?.secretVariables ?? [],
    collectionServiceId: place.serviceId,
    collectionId,
    expectations: expectationsOf(requestId, expectations),
  });
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
