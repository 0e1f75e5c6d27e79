import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { LocalApiState } from '../../../shared/domain/local-api-state.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { formatDateTime } from '../../ui/format-time.ts';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';

const labels: Record<LocalApiState['kind'], readonly [label: string, tone: Tone]> = {
  running: ['Running', 'good'],
  stopped: ['Stopped', 'neutral'],
  failed: ['Not running', 'danger'],
};

/** The server inside Keyfob: where it answers, and starting and stopping it. */
export function LocalApiSection({ state }: { readonly state: LocalApiState }) {
  const start = useCommand('localApi.start');
  const stop = useCommand('localApi.stop');
  const [label, tone] = labels[state.kind];
  const error = start.error ?? stop.error ?? (state.kind === 'failed' ? state.error : null);
  return (
    <SettingGroup title="Local API">
      <SettingRow
        title={state.kind === 'running' ? <span className={styles.address}>{state.url}</span> : 'Server'}
        description={
          <>
            {description(state)}
            {error !== null && <ErrorNote error={error} />}
          </>
        }
      >
        <Tag tone={tone} hasDot>
          {label}
        </Tag>
        {state.kind === 'running' ? (
          <Button size="small" isPending={stop.isPending} onPress={() => void stop.run({})}>
            Stop
          </Button>
        ) : (
          <Button size="small" isPending={start.isPending} onPress={() => void start.run({})}>
            Start
          </Button>
        )}
      </SettingRow>
    </SettingGroup>
  );
}

function description(state: LocalApiState): string {
  switch (state.kind) {
    case 'running': {
      const served =
        state.requestsServed === 1
          ? '1 request served'
          : `${state.requestsServed.toLocaleString()} requests served`;
      return `${served} since ${formatDateTime(state.startedAt)}. It listens on this computer only.`;
    }
    case 'stopped':
      return 'Issues and verifies its keys as the Postman API does, on this computer only. It starts when it is needed.';
    case 'failed':
      return 'It could not start.';
    default:
      return assertNever(state);
  }
}
