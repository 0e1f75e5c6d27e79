import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Imported, SecretChoice } from '../../shared/domain/import.ts';
import { allKeys, recordActivity } from '../keys/activity-rows.ts';
import type { FoundKey } from '../keys/keep-found-keys.ts';
import { applyChoices } from './apply-choices.ts';
import { collectionName } from './document-places.ts';
import { prepareFiles, type NewFile, type PlacedFile, type PreparedFiles } from './import-files.ts';
import type { ImportServiceOptions } from './import-service.ts';
import { textOf } from './json-value.ts';
import {
  namesOf,
  sealedCount,
  sealVariables,
  withoutValues,
  type ChosenVariable,
  type SealedVariables,
} from './keep-variables.ts';
import { variablesFor } from './found-variables.ts';
import { originsOf } from './preview-import.ts';
import type { FoundSecret } from './secrets/found-secrets.ts';
import type { StagedImport } from './stage-import.ts';
import { describeMade, type MadeByImport } from './undo-import.ts';
import { told } from '../told.ts';

type KeyChoice = Extract<SecretChoice, { kind: 'key' }>;

interface Chosen {
  readonly found: FoundSecret;
  readonly choice: KeyChoice;
}

interface AllChosen {
  readonly keys: readonly Chosen[];
  readonly variables: readonly ChosenVariable[];
}

export interface Kept {
  readonly imported: Imported;
  /** What taking it back needs. */
  readonly made: MadeByImport;
}

/**
 * Keeps what was previewed: the keys in one transaction with their services, and the files put into their places as its last step, so
 * that either all of it is there or nothing. `not-found` for a choice of something that was not found, `cancelled` when the person
 * does not want a key to go where the files do not say that it goes, `export-failed` when the disk refuses.
 */
export async function keepImport(
  options: ImportServiceOptions,
  staged: StagedImport,
  choices: readonly SecretChoice[],
): Promise<Result<Kept>> {
  const chosen = chosenOf(staged, choices);
  if (!chosen.ok) return chosen;
  const allowed = await confirmBindings(options, chosen.value);
  if (!allowed.ok) return allowed;

  const sealed = {
    variables: chosen.value.variables,
    ids: staged.environments.map(() => options.random.id()),
  };
  const files = filesOf(options, staged, { choices, sealed });
  if (files.some(({ text }) => options.secretScan.holdsSecret(text))) {
    return failed('export-holds-secret', told('importWouldHoldKey'));
  }
  const importId = options.random.id();
  let prepared: PreparedFiles;
  try {
    prepared = await prepareFiles(files, importId);
  } catch (error) {
    if (isDiskError(error)) return failed('export-failed', told('importNotWritten'));
    throw error;
  }
  try {
    return await keepTogether(options, { staged, chosen: chosen.value, sealed, prepared, importId });
  } finally {
    await prepared.tidy();
  }
}

function chosenOf(staged: StagedImport, choices: readonly SecretChoice[]): Result<AllChosen> {
  const keys: Chosen[] = [];
  const variables: ChosenVariable[] = [];
  const seen = new Set<string>();
  for (const choice of choices) {
    const found = staged.found.find(({ id }) => id === choice.foundId);
    if (found === undefined || seen.has(choice.foundId)) return failed('not-found');
    seen.add(choice.foundId);
    if (choice.kind === 'key') keys.push({ found, choice });
    if (choice.kind !== 'variable') continue;
    const places = variablesFor(staged, found);
    if (places.length === 0) return failed('not-found');
    variables.push({ found, places, origins: choice.origins });
  }
  return ok({ keys, variables });
}

/** A file can only say where a key went; every other origin is the person's word, asked for where no page can answer. */
async function confirmBindings(
  { services, confirmOrigins, confirmVariableOrigins }: ImportServiceOptions,
  { keys, variables }: AllChosen,
): Promise<Result<null>> {
  for (const { found, places, origins } of variables) {
    const known = originsOf(found);
    const wider = origins.filter((origin) => !known.includes(origin));
    if (wider.length > 0 && !(await confirmVariableOrigins(places[0]?.name ?? '', wider))) {
      return failed('cancelled', told('importedValueNotAllowed'));
    }
  }
  for (const { found, choice } of keys) {
    const { service } = choice;
    const origins =
      service.kind === 'new'
        ? service.draft.origins
        : (services.list().find(({ id }) => id === service.id)?.origins ?? []);
    const known = originsOf(found);
    const wider = origins.filter((origin) => !known.includes(origin));
    if (wider.length > 0 && !(await confirmOrigins(choice.name, wider))) {
      return failed('cancelled', told('importedKeyNotAllowed'));
    }
  }
  return ok(null);
}

function filesOf(
  { folders }: ImportServiceOptions,
  { collections, environments, found }: StagedImport,
  { choices, sealed }: { readonly choices: readonly SecretChoice[]; readonly sealed: SealedVariables },
): readonly NewFile[] {
  const applied = {
    choices: new Map(choices.map((choice) => [choice.foundId, choice])),
    variableNames: namesOf(sealed),
  };
  const written = (document: unknown): string => `${JSON.stringify(document, null, '\t')}\n`;
  return [
    ...applyChoices(collections, found, applied).map((document) => ({
      folder: folders.collections,
      title: collectionName(document),
      ending: '.json',
      text: written(document),
    })),
    ...applyChoices(withoutValues(environments, sealed), found, applied).map((document) => ({
      folder: folders.environments,
      title: textOf(document, 'name'),
      ending: '.postman_environment.json',
      text: written(document),
    })),
  ];
}

interface Keeping {
  readonly staged: StagedImport;
  readonly chosen: AllChosen;
  readonly sealed: SealedVariables;
  readonly prepared: PreparedFiles;
  readonly importId: string;
}

async function keepTogether(
  options: ImportServiceOptions,
  { staged, chosen, sealed, prepared, importId }: Keeping,
): Promise<Result<Kept>> {
  const { ledger, clock, publish } = options;
  const counts = {
    collections: staged.collections.length,
    environments: staged.environments.length,
    keys: chosen.keys.length,
  };
  if (sealed.variables.length > 0) {
    const ready = await options.secretVariables.prepare();
    if (!ready.ok) return ready;
  }
  let placed: readonly PlacedFile[] = [];
  let keyIds: readonly string[] = [];
  const services = new Map<string, string>();
  try {
    const kept = await options.keys.keepFound(foundKeys(options, chosen.keys, services), () => {
      const done = sealVariables(options.secretVariables, sealed);
      if (!done.ok) return done;
      recordActivity(ledger, allKeys, { at: clock.now(), event: { kind: 'imported', importId, ...counts } });
      placed = prepared.place();
      return ok(null);
    });
    if (!kept.ok) {
      // The ledger refused to commit after the files were in their places.
      prepared.takeBack();
      return kept;
    }
    keyIds = kept.value.map(({ id }) => id);
  } catch (error) {
    prepared.takeBack();
    if (isDiskError(error)) {
      return failed('export-failed', told('importNotWritten'));
    }
    throw error;
  }
  publish('activity.changed', {});
  options.onFilesKept();
  const made = describeMade(options, {
    ...{ importId, keyIds, sealed },
    serviceIds: [...services.values()],
    files: placed.map((file, index) => ({
      ...file,
      what: index < staged.collections.length ? ('collection' as const) : ('environment' as const),
    })),
  });
  const imported = {
    undoId: importId,
    collections: staged.collections.map(collectionName),
    environments: staged.environments.map((environment) => textOf(environment, 'name')),
    keys: chosen.keys.length,
    variables: sealedCount(sealed),
  };
  return ok({ imported, made });
}

/** Two keys for which the person made the same new service share it. `made`: the services' ids, filled when they are made. */
function foundKeys(
  { services }: ImportServiceOptions,
  chosen: readonly Chosen[],
  made: Map<string, string>,
): readonly FoundKey[] {
  return chosen.map(({ found, choice: { name, service } }) => ({
    name,
    secret: found.secret,
    serviceId: () => {
      if (service.kind === 'existing') return ok(service.id);
      const key = JSON.stringify([service.draft.name, service.draft.origins]);
      const known = made.get(key);
      if (known !== undefined) return ok(known);
      const created = services.create(service.draft);
      if (!created.ok) return created;
      made.set(key, created.value.id);
      return ok(created.value.id);
    },
  }));
}

function isDiskError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
