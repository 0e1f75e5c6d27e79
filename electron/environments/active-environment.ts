import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import type { Random } from '../ports/random.ts';
import type { EnvironmentScope, RequestPlaces } from '../requests/request-place.ts';
import { mapOnce } from '../map-once.ts';
import { NO_PLACE } from '../requests/request-place.ts';
import type { SecretVariable } from '../requests/secret-variables.ts';
import { textAt } from '../collections/json-value.ts';
import { worded, type Worded } from '../told.ts';
import { ownIdOf, variablesOf, type EnvironmentDocument, type FileVariable } from './environment-document.ts';
import type { EnvironmentStore } from './environment-store.ts';
import type { SecretVariableFacts, SecretVariables } from './secret-variables.ts';

export interface ActiveEnvironmentOptions {
  readonly environments: Pick<EnvironmentStore, 'read'>;
  readonly secrets: SecretVariables;
  readonly preferences: Pick<PreferenceStore, 'get'>;
  readonly random: Pick<Random, 'bytes'>;
}

/** Reads the environment that is in use; `null` for none, also when its file cannot be read. */
export type ActiveEnvironment = () => Promise<EnvironmentScope | null>;

/** Reads an environment that need not be in use. Errors: those of reading its file. */
export type ChosenEnvironment = (id: string) => Promise<Result<EnvironmentScope>>;

const MARK_BYTES = 16;

export function createActiveEnvironment(options: ActiveEnvironmentOptions): ActiveEnvironment {
  const { environments, preferences } = options;
  return async () => {
    const id = preferences.get().activeEnvironmentId;
    if (id === null) return null;
    const document = await environments.read(id);
    return document.ok ? scopeOf(document.value, options) : null;
  };
}

export function createChosenEnvironment(
  options: Omit<ActiveEnvironmentOptions, 'preferences'>,
): ChosenEnvironment {
  return async (id) => {
    const document = await options.environments.read(id);
    return document.ok ? ok(scopeOf(document.value, options)) : document;
  };
}

function scopeOf(
  document: EnvironmentDocument,
  { secrets, random }: Pick<ActiveEnvironmentOptions, 'secrets' | 'random'>,
): EnvironmentScope {
  const ownId = ownIdOf(document);
  const kept = new Map(ownId === null ? [] : secrets.list(ownId).map((each) => [each.name, each]));
  // New for each request, so that nothing that was ever shown or received can pass for one.
  const nonce = Buffer.from(random.bytes(MARK_BYTES)).toString('hex');
  const values = new Map<string, string>();
  const secretVariables: SecretVariable[] = [];
  const unusable = new Map<string, Worded>();
  for (const variable of lastOfEachName(document)) {
    const { name, value, isSecret } = variable;
    const found = kept.get(name);
    const problem = isSecret ? problemOf(variable, found) : null;
    if (problem !== null) unusable.set(name, problem);
    else if (!isSecret) values.set(name, value);
    else if (ownId !== null && found !== undefined) {
      const mark = `kfmark${nonce}${secretVariables.length.toString(16).padStart(4, '0')}`;
      const open = () => secrets.open(ownId, name);
      secretVariables.push({ name, mark, origins: found.origins, open });
      values.set(name, mark);
    }
  }
  return { name: textAt(document, 'name'), values, secretVariables, unusable };
}

/** Of several enabled variables of one name the last counts, as in Postman. */
function lastOfEachName(document: EnvironmentDocument): Iterable<FileVariable> {
  const byName = new Map<string, FileVariable>();
  for (const variable of variablesOf(document)) {
    const name = variable.name.trim();
    if (variable.isEnabled && name !== '') byName.set(name, { ...variable, name });
  }
  return byName.values();
}

function problemOf({ value }: FileVariable, found: SecretVariableFacts | undefined): Worded | null {
  if (value !== '') return worded('variableInFile');
  if (found === undefined) return worded('variableNotSetHere');
  return found.isLost ? worded('variableLost') : null;
}

/** The places of requests, each with the environment that is in use. */
export function placesInEnvironment(places: RequestPlaces, active: ActiveEnvironment): RequestPlaces {
  return {
    async find(collectionId, requestId) {
      const environment = await active();
      const place = collectionId === null ? NO_PLACE : await places.find(collectionId, requestId);
      return { ...(place ?? NO_PLACE), environment };
    },
    async findAll(collectionId, requestIds) {
      const environment = await active();
      const found = await places.findAll(collectionId, requestIds);
      return mapOnce(found ?? requestIds.map(() => NO_PLACE), (place) => ({ ...place, environment }));
    },
  };
}
