import type { Speaking } from '../ports/speaking.ts';
import { createCollectionFolder } from '../collections/collection-folder.ts';
import { watchCollections, type CollectionWatch } from '../collections/watch-collections.ts';
import {
  createActiveEnvironment,
  createChosenEnvironment,
  placesInEnvironment,
  type ActiveEnvironment,
  type ChosenEnvironment,
} from '../environments/active-environment.ts';
import { createEnvironmentLibrary, type EnvironmentLibrary } from '../environments/environment-library.ts';
import { createEnvironmentStore } from '../environments/environment-store.ts';
import { createSecretVariables, type SecretVariables } from '../environments/secret-variables.ts';
import { createVariableLists, type VariableLists } from '../environments/variable-lists.ts';
import type { KeyContext } from '../keys/key-context.ts';
import type { KeyService } from '../keys/key-service.ts';
import { createSecretScan } from '../keys/secret-scan.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import { createAnswerValues, placesWithAnswers, type AnswerValues } from '../requests/answer-values.ts';
import type { RequestPlaces } from '../requests/request-place.ts';

export interface EnvironmentParts extends Pick<
  KeyContext,
  'ledger' | 'vault' | 'clock' | 'random' | 'publish'
> {
  readonly keys: Pick<KeyService, 'list'>;
  readonly signingKeys: Pick<SigningKeys, 'services'>;
  readonly preferences: PreferenceStore;
  readonly speaker: Speaking;
  /** Those of the collections alone. */
  readonly places: RequestPlaces;
  /** The folder of the environments. It is made when the first one is kept. */
  readonly path: string;
  readonly confirmOrigins: (variableName: string, origins: readonly string[]) => Promise<boolean>;
}

export interface ComposedEnvironments {
  readonly environments: EnvironmentLibrary;
  /** What they are called, by the ids that stand in their files. */
  readonly environmentNames: () => Promise<ReadonlyMap<string, string>>;
  readonly variables: VariableLists;
  readonly secretVariables: SecretVariables;
  readonly activeEnvironment: ActiveEnvironment;
  readonly chosenEnvironment: ChosenEnvironment;
  readonly answerValues: AnswerValues;
  readonly environmentWatch: CollectionWatch;
  /** With the environment that is in use, and one by one with the values of answers. */
  readonly places: RequestPlaces;
  /** Files came into the folder by another way than a change of an environment. */
  readonly noteEnvironmentFiles: () => void;
}

/** The environments: Postman files in a folder, and what is sealed of them. */
export function composeEnvironments(parts: EnvironmentParts): ComposedEnvironments {
  const { clock, random, publish, preferences, confirmOrigins } = parts;
  const newId = () => random.id();
  const folder = createCollectionFolder({ path: parts.path, newId });
  const changed = (): void => publish('environments.changed', {});
  const environmentWatch = watchCollections(folder, clock, changed);
  const onChange = (): void => {
    // The first one that is kept makes the folder.
    environmentWatch.rearm();
    changed();
  };
  const secrets = createSecretVariables(parts);
  const keyScan = createSecretScan(parts, 'keys');
  const files = createEnvironmentStore({
    ...{ folder, secrets, keyScan, newId, onChange, confirmOrigins },
    speaker: parts.speaker,
  });
  const activeEnvironment = createActiveEnvironment({ environments: files, secrets, preferences, random });
  const answerValues = createAnswerValues({ ...parts, onChange: () => publish('variables.changed', {}) });
  const places = placesWithAnswers(placesInEnvironment(parts.places, activeEnvironment), answerValues);
  return {
    environments: createEnvironmentLibrary({ files, preferences, onChange: changed }),
    environmentNames: () => files.names(),
    variables: createVariableLists({ ...parts, places }),
    secretVariables: secrets,
    activeEnvironment,
    chosenEnvironment: createChosenEnvironment({ environments: files, secrets, random }),
    answerValues,
    environmentWatch,
    places,
    noteEnvironmentFiles: onChange,
  };
}
