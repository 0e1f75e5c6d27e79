import type { ExchangeProgress } from '../../../shared/domain/exchange.ts';
import { Button } from '../../ui/button.tsx';
import { useResponseActions } from '../../ui/exchange/response-actions.ts';
import styles from './send-progress.module.css';
import { useTexts } from '../../language/speech-context.ts';
import { requestsTexts, type RequestsTexts } from '../../../shared/texts/en/requests.ts';

interface SendProgressProps {
  /** Of the exchange. */
  readonly id: string;
  readonly progress: ExchangeProgress | null;
  readonly isCancelling: boolean;
}

/** A quiet line at the top of the response while it is waited for. */
export function SendProgress({ id, progress, isCancelling }: SendProgressProps) {
  const texts = useTexts(requestsTexts);
  const actions = useResponseActions();
  const percent = percentOf(progress);
  return (
    <div className={styles.progress}>
      <div className={styles.track} data-indefinite={percent === null || undefined} aria-hidden="true">
        <span className={styles.bar} style={percent === null ? {} : { inlineSize: `${String(percent)}%` }} />
      </div>
      <div className={styles.text}>
        <p role="status">{isCancelling ? texts.progress.cancelling : describe(progress, texts)}</p>
        {progress?.phase === 'downloading' && !isCancelling && actions !== null && (
          <Button size="small" variant="quiet" onPress={() => void actions.stop(id)}>
            {texts.progress.stopAndKeep}
          </Button>
        )}
      </div>
    </div>
  );
}

/** `null` while it is not known how much there is. */
function percentOf(progress: ExchangeProgress | null): number | null {
  if (progress === null) return null;
  const { phase, totalBytes, sentBytes = 0, receivedBytes } = progress;
  if (totalBytes === null || totalBytes === 0 || (phase !== 'downloading' && phase !== 'uploading'))
    return null;
  return Math.min(100, ((phase === 'uploading' ? sentBytes : receivedBytes) / totalBytes) * 100);
}

function describe(progress: ExchangeProgress | null, { progress: texts }: RequestsTexts): string {
  if (progress === null) return texts.sending;
  const { phase, hopCount, sentBytes = 0, receivedBytes, totalBytes } = progress;
  if (phase === 'connecting') return texts.connecting(hopCount);
  if (phase === 'uploading') return texts.uploading(sentBytes, totalBytes ?? 0, hopCount);
  if (phase === 'waiting') return texts.waiting(hopCount);
  return texts.receiving(receivedBytes, totalBytes, hopCount);
}
