import type { ExchangeProgress } from '../../../shared/domain/exchange.ts';
import { formatBytes } from '../../ui/exchange/measures.ts';
import styles from './send-progress.module.css';

interface SendProgressProps {
  readonly progress: ExchangeProgress | null;
  readonly isCancelling: boolean;
}

/** A quiet line at the top of the response while it is waited for. */
export function SendProgress({ progress, isCancelling }: SendProgressProps) {
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
      <p className={styles.text} role="status">
        {isCancelling ? 'Cancelling…' : describe(progress)}
      </p>
    </div>
  );
}

function describe(progress: ExchangeProgress | null): string {
  if (progress === null) return 'Sending…';
  const hop = progress.hopCount > 1 ? ` (hop ${String(progress.hopCount)})` : '';
  if (progress.phase === 'connecting') return `Connecting…${hop}`;
  if (progress.phase === 'waiting') return `Waiting for the response…${hop}`;
  const received = formatBytes(progress.receivedBytes);
  return progress.totalBytes === null
    ? `Receiving: ${received}${hop}`
    : `Receiving: ${received} of ${formatBytes(progress.totalBytes)}${hop}`;
}
