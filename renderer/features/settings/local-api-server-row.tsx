import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { LocalApiState } from '../../../shared/domain/local-api-state.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { SettingRow } from './setting-row.tsx';
import type { ShapeOf } from '../../../shared/texts/define-texts.ts';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { useTexts } from '../../language/speech-context.ts';

const tones: Record<LocalApiState['kind'], Tone> = {
  running: 'good',
  stopped: 'neutral',
  failed: 'danger',
};

/** Whether it runs, what it has served, and starting and stopping it. */
export function LocalApiServerRow({ state }: { readonly state: LocalApiState }) {
  const { localApi: texts } = useTexts(settingsTexts);
  const start = useCommand('localApi.start');
  const stop = useCommand('localApi.stop');
  const error = start.error ?? stop.error ?? (state.kind === 'failed' ? state.error : null);
  return (
    <SettingRow
      title={texts.server}
      description={
        <>
          {description(state, texts)}
          {error !== null && <ErrorNote error={error} />}
        </>
      }
    >
      <Tag tone={tones[state.kind]} hasDot>
        {texts.states[state.kind]}
      </Tag>
      {state.kind === 'running' ? (
        <Button size="small" isPending={stop.isPending} onPress={() => void stop.run({})}>
          {texts.stop}
        </Button>
      ) : (
        <Button size="small" isPending={start.isPending} onPress={() => void start.run({})}>
          {texts.start}
        </Button>
      )}
    </SettingRow>
  );
}

function description(state: LocalApiState, texts: ShapeOf<typeof settingsTexts>['localApi']): string {
  switch (state.kind) {
    case 'running':
      return texts.served(state.requestsServed, state.startedAt);
    case 'stopped':
      return texts.whatItDoes;
    case 'failed':
      return texts.couldNotStart;
    default:
      return assertNever(state);
  }
}
