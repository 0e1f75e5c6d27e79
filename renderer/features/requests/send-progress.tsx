import type { ExchangeProgress } from '../../../shared/domain/exchange.ts';
import { Button } from '../../ui/button.tsx';
import { useResponseActions } from '../../ui/exchange/response-actions.ts';
import styles from './send-progress.module.css';
import type { Formats } from '../../../shared/texts/formats.ts';
import { useFormats } from '../../language/speech-context.ts';

interface SendProgressProps {
  /** Of the exchange. */
  readonly id: string;
  readonly progress: ExchangeProgress | null;
  readonly isCancelling: boolean;
}

/** A quiet line at the top of the response while it is waited for. */
export function SendProgress({ id, progress, isCancelling }: SendProgressProps) {
  const formats = useFormats();
  const actions = useResponseActions();
  const total = progress?.totalBytes ?? null;
  const percent =
    progress?.phase === 'downloading' && total !== null && total > 0
      ? Math.min(100, (progress.receivedBytes / total) * 100)
      : null;
  return (
    <div className={styles.progress}>
      <div className={styles.track} data-indefinite={percent === null || undefined} aria-hidden="true">
        <span className={styles.bar} style={percent === null ? {} : { inlineSize: `${String(percent)}%` }} />
      </div>
      <div className={styles.text}>
        <p role="status">{isCancelling ? 'Cancelling…' : describe(progress, formats)}</p>
        {progress?.phase === 'downloading' && !isCancelling && actions !== null && (
          <Button size="small" variant="quiet" onPress={() => void actions.stop(id)}>
            Stop and keep
          </Button>
        )}
      </div>
    </div>
  );
}

function describe(progress: ExchangeProgress | null, formats: Formats): string {
  if (progress === null) return 'Sending…';
  const hop = progress.hopCount > 1 ? ` (hop ${String(progress.hopCount)})` : '';
  if (progress.phase === 'connecting') return `Connecting…${hop}`;
  if (progress.phase === 'waiting') return `Waiting for the response…${hop}`;
  const received = formats.bytes(progress.receivedBytes);
  return progress.totalBytes === null
    ? `Receiving: ${received}${hop}`
    : `Receiving: ${received} of ${formats.bytes(progress.totalBytes)}${hop}`;
}
