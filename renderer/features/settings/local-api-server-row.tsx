import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { LocalApiState } from '../../../shared/domain/local-api-state.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { formatDateTime } from '../../ui/format-time.ts';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { SettingRow } from './setting-row.tsx';

const labels: Record<LocalApiState['kind'], readonly [label: string, tone: Tone]> = {
  running: ['Running', 'good'],
  stopped: ['Stopped', 'neutral'],
  failed: ['Not running', 'danger'],
};

/** Whether it runs, what it has served, and starting and stopping it. */
export function LocalApiServerRow({ state }: { readonly state: LocalApiState }) {
  const start = useCommand('localApi.start');
  const stop = useCommand('localApi.stop');
  const [label, tone] = labels[state.kind];
  const error = start.error ?? stop.error ?? (state.kind === 'failed' ? state.error : null);
  return (
    <SettingRow
      title="Server"
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
  );
}

function description(state: LocalApiState): string {
  switch (state.kind) {
    case 'running': {
      const count = state.requestsServed;
      const served = count === 1 ? '1 request served' : `${count.toLocaleString()} requests served`;
      return `${served} since ${formatDateTime(state.startedAt)}. It listens on this computer only.`;
    }
    case 'stopped':
      return 'Issues and verifies its keys as the Postman API does, on this computer only. No key of it works while it is stopped.';
    case 'failed':
      return 'It could not start.';
    default:
      return assertNever(state);
  }
}
