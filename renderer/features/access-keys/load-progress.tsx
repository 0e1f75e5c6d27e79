import type { EventPayload } from '../../../shared/contract/contract.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { Button } from '../../ui/button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './load-progress.module.css';

type Progress = EventPayload<'accessKeys.progressed'>;

interface LoadProgressProps {
  readonly service: Service;
  /** `null` before the first answer. */
  readonly progress: Progress | null;
  readonly onCancel: () => void;
}

/** How far the asking is, and whether the service's limits make it wait. */
export function LoadProgress({ service, progress, onCancel }: LoadProgressProps) {
  const now = useNow(1_000);
  const waitingUntil = progress?.waitingUntil ?? null;
  return (
    <div className={styles.progress}>
      <Spinner />
      <p className={styles.text} role="status">
        {waitingUntil === null
          ? workingText(service, progress)
          : `${service.name} limits how often it may be asked. It goes on in ${secondsText(waitingUntil - now)}.`}
      </p>
      <Button size="small" onPress={onCancel}>
        Cancel
      </Button>
    </div>
  );
}

function workingText({ name }: Service, progress: Progress | null): string {
  if (progress === null) return `Asking ${name}…`;
  const count = progress.count.toLocaleString();
  switch (progress.phase) {
    case 'keys':
      return `Asking ${name} for its access keys: ${count} so far…`;
    case 'collections':
      return `Looking up the names of the collections: ${count} so far…`;
    case 'people':
      return 'Looking up who made them…';
  }
}

function secondsText(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1_000));
  return seconds === 1 ? '1 second' : `${String(seconds)} seconds`;
}
