import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { UpdateState } from '../../../shared/domain/update-state.ts';
import { updatesTexts } from '../../../shared/texts/en/updates.ts';
import { useCommand, type Command } from '../../bridge/use-command.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { SettingRow } from './setting-row.tsx';
import { UpdateNotes } from './update-notes.tsx';
import styles from './update-row.module.css';
import { useShowFailure } from './use-show-failure.ts';

type AgreedState = Exclude<UpdateState, { readonly kind: 'unavailable' | 'off' }>;
type Action = 'check' | 'download' | 'cancel' | 'restart';

interface UpdateRowProps {
  readonly state: AgreedState;
  readonly version: string;
}

/** What is known of newer versions, and the one thing to do about it. */
export function UpdateRow({ state, version }: UpdateRowProps) {
  const texts = useTexts(updatesTexts);
  const show = useShowFailure();
  const commands: Readonly<Record<Action, Pick<Command<`updates.${Action}`>, 'run'>>> = {
    check: useCommand('updates.check'),
    download: useCommand('updates.download'),
    cancel: useCommand('updates.cancel'),
    restart: useCommand('updates.restart'),
  };
  const { title, description } = useWords(state, version);
  const action = actionOf(state);
  return (
    <SettingRow title={<span role="status">{title}</span>} description={description}>
      {/* One button for all states, so that the focus stays on it. */}
      <Button
        size="small"
        variant={action === 'restart' ? 'primary' : 'secondary'}
        isPending={state.kind === 'checking'}
        onPress={() => {
          show(commands[action].run({}));
        }}
      >
        {state.kind === 'failed' ? texts.tryAgain : texts[action]}
      </Button>
    </SettingRow>
  );
}

function actionOf(state: AgreedState): Action {
  switch (state.kind) {
    case 'idle':
    case 'checking':
      return 'check';
    case 'available':
      return 'download';
    case 'downloading':
      return 'cancel';
    case 'ready':
      return 'restart';
    case 'failed':
      return state.update === null ? 'check' : 'download';
    default:
      return assertNever(state);
  }
}

interface Words {
  readonly title: string;
  readonly description: ReactNode;
}

function useWords(state: AgreedState, version: string): Words {
  const texts = useTexts(updatesTexts);
  const formats = useFormats();
  switch (state.kind) {
    case 'idle':
      return state.checkedAt === null
        ? { title: texts.notLooked, description: texts.onceADay }
        : {
            title: texts.upToDate(version),
            description: `${texts.lookedAt(formats.dateTime(state.checkedAt))} ${texts.onceADay}`,
          };
    case 'checking':
      return { title: texts.looking, description: texts.onceADay };
    case 'available':
      return { title: texts.available(state.update.version), description: <UpdateNotes {...state.update} /> };
    case 'downloading': {
      const title = texts.downloading(state.update.version);
      return {
        title,
        description: (
          <div className={styles.below}>
            <ProgressBar label={title} share={state.percent / 100} />
          </div>
        ),
      };
    }
    case 'ready':
      return { title: texts.ready(state.update.version), description: texts.readyDescription };
    case 'failed':
      return {
        title: texts.failed,
        description: (
          <div className={styles.below}>
            <ErrorNote error={state.error} />
          </div>
        ),
      };
    default:
      return assertNever(state);
  }
}
