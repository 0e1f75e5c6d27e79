import type { RunEnvironment } from '../../../shared/domain/run.ts';
import { environmentChoiceTexts } from '../../../shared/texts/en/environment-choice.ts';
import { runSetUpTexts } from '../../../shared/texts/en/run-set-up.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { useTexts } from '../../language/speech-context.ts';

interface EnvironmentOption {
  readonly id: string;
  readonly label: string;
}

export interface RunEnvironmentChoice {
  /** The one in use, none, then each that can be read; last one that was chosen and is gone. */
  readonly options: readonly EnvironmentOption[];
  readonly value: string;
  readonly isLoaded: boolean;
  /** Whether the one that was chosen cannot be read, so that nothing can be run in it. */
  readonly isGone: boolean;
  /** What an option stands for. */
  readonly read: (id: string) => RunEnvironment;
}

const IN_USE = 'in-use';
const NONE = 'none';
const CHOSEN = 'environment ';

/** The environments that a run can be in. */
export function useRunEnvironment(environment: RunEnvironment): RunEnvironmentChoice {
  const texts = useTexts(runSetUpTexts);
  const choiceTexts = useTexts(environmentChoiceTexts);
  const list = useCommandQuery('environments.list', {});
  const isLoaded = list.kind === 'loaded';
  const known = isLoaded ? list.value : { activeId: null, environments: [] };
  const readable = known.environments.filter(({ problem }) => problem === null);
  const inUse = readable.find(({ id }) => id === known.activeId)?.name ?? null;
  const isGone =
    isLoaded && environment.kind === 'chosen' && !readable.some(({ id }) => id === environment.id);
  const value = environment.kind === 'chosen' ? `${CHOSEN}${environment.id}` : environment.kind;
  return {
    options: [
      { id: IN_USE, label: texts.place.inUse(inUse) },
      { id: NONE, label: choiceTexts.none },
      ...readable.map(({ id, name }) => ({ id: `${CHOSEN}${id}`, label: name })),
      ...(isGone ? [{ id: value, label: texts.place.environmentGone }] : []),
    ],
    value,
    isLoaded,
    isGone,
    read(id) {
      if (id === IN_USE || id === NONE) return { kind: id };
      return { kind: 'chosen', id: id.slice(CHOSEN.length) };
    },
  };
}
