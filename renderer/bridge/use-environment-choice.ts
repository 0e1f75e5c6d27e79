import type { AppError } from '../../shared/domain/app-error.ts';
import { environmentChoiceTexts } from '../../shared/texts/en/environment-choice.ts';
import { useTexts } from '../language/speech-context.ts';
import { useCommandQuery } from './use-command-query.ts';
import { useCommand } from './use-command.ts';

interface EnvironmentOption {
  readonly id: string;
  readonly label: string;
}

export interface EnvironmentChoice {
  /** Those that can be read, after one for none of them. */
  readonly options: readonly EnvironmentOption[];
  readonly value: string;
  readonly isLoaded: boolean;
  /** Resolves with why it was refused, or with `null`. */
  readonly choose: (id: string) => Promise<AppError | null>;
}

const NONE = 'none';

/** The one environment that requests use, and runs that have none of their own. */
export function useEnvironmentChoice(): EnvironmentChoice {
  const texts = useTexts(environmentChoiceTexts);
  const list = useCommandQuery('environments.list', {});
  const setActive = useCommand('environments.setActive');
  const known = list.kind === 'loaded' ? list.value : { activeId: null, environments: [] };
  const readable = known.environments.filter(({ problem }) => problem === null);
  return {
    options: [{ id: NONE, label: texts.none }, ...readable.map(({ id, name }) => ({ id, label: name }))],
    value: known.activeId ?? NONE,
    isLoaded: list.kind === 'loaded',
    choose: async (id) => {
      const result = await setActive.run({ id: id === NONE ? null : id });
      return result.ok ? null : result.error;
    },
  };
}
