import type { FoundSecretView, ImportPreview } from '../../shared/domain/import.ts';
import { isTrustworthyOrigin } from '../../shared/domain/origin.ts';
import type { Service, ServiceDraft } from '../../shared/domain/service.ts';
import { canCarryKey } from '../keys/key-header-names.ts';
import { canBeKey } from '../keys/read-pasted-key.ts';
import { collectionName, countItems } from './document-places.ts';
import { objectsOf, textOf } from './json-value.ts';
import type { FoundSecret } from './secrets/found-secrets.ts';
import { variablesFor } from './found-variables.ts';
import type { ImportedNames } from './name-unnamed.ts';
import type { StagedImport } from './stage-import.ts';

const SHOWN_NOTES = 200;
const SHOWN_PLACES = 10;

interface PreviewOptions {
  readonly services: readonly Service[];
  readonly names: ImportedNames;
}

/** What the window may know of a staged import: everything but the secrets. */
export function previewImport(
  token: string,
  staged: StagedImport,
  { services, names }: PreviewOptions,
): ImportPreview {
  const taken = new Set<string>();
  return {
    token,
    formats: staged.formats,
    collections: staged.collections.map((collection) => ({
      name: collectionName(collection),
      ...countItems(collection),
    })),
    environments: staged.environments.map((environment) => ({
      name: textOf(environment, 'name'),
      variables: objectsOf(environment, 'values').length,
    })),
    found: staged.found.map((found) => ({
      ...viewOf(found, { services, names }, taken),
      variables: [...new Set(variablesFor(staged, found).map(({ name }) => name))],
    })),
    notes: staged.notes.slice(0, SHOWN_NOTES),
    noteCount: staged.notes.length,
  };
}

function viewOf(
  found: FoundSecret,
  { services, names }: PreviewOptions,
  taken: Set<string>,
): Omit<FoundSecretView, 'variables'> {
  const origins = originsOf(found);
  const label = labelOf(found);
  return {
    id: found.id,
    mask: found.mask,
    label,
    places: found.uses.slice(0, SHOWN_PLACES).map(({ place }) => place),
    origins,
    canBeKey: canBeKey(found.secret),
    suggestedName: freeName(nameOf(origins, label) || names.key, taken),
    suggestedServiceId: serviceFor(origins, services)?.id ?? null,
    suggestedService: newService(found, origins, services),
  };
}

/** The empty text where it stands in no field: in a text, or as a whole body. */
function labelOf({ uses: [use] }: FoundSecret): string {
  return use === undefined || use.kind === 'text' ? '' : use.label;
}

/** Every origin that the secret was used with, in order. */
export function originsOf({ uses }: FoundSecret): readonly string[] {
  return [...new Set(uses.flatMap(({ origins }) => origins))];
}

function nameOf(origins: readonly string[], label: string): string {
  const [origin] = origins;
  const host = origins.length === 1 && origin !== undefined ? new URL(origin).host : '';
  const named = [host, label].filter((part) => part !== '').join(' ');
  return [...named].slice(0, 80).join('');
}

/** Names within one import differ, since the files refer to keys by name. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} ${String(number)}`;
  taken.add(free);
  return free;
}

/** A service whose keys go nowhere else than where this one was used: never a wider one by itself. */
function serviceFor(origins: readonly string[], services: readonly Service[]): Service | undefined {
  if (origins.length === 0) return undefined;
  return services.find(
    (service) =>
      service.kind !== 'local' &&
      service.origins.length > 0 &&
      service.origins.every((origin) => origins.includes(origin)) &&
      origins.every((origin) => service.origins.includes(origin)),
  );
}

function newService(
  { uses }: FoundSecret,
  origins: readonly string[],
  services: readonly Service[],
): ServiceDraft | null {
  const [origin] = origins;
  if (origins.length !== 1 || origin === undefined || !isTrustworthyOrigin(origin)) return null;
  const header = uses.find(({ headerName }) => headerName !== null && canCarryKey(headerName))?.headerName;
  const { host } = new URL(origin);
  const taken = new Set(services.map(({ name }) => name.toLowerCase()));
  let name = host;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${host} ${String(number)}`;
  return {
    name,
    baseUrl: origin,
    headerName: header ?? 'X-API-Key',
    origins: [origin],
    checkUrl: null,
    keyPrefix: null,
  };
}
