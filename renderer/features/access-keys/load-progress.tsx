import type { EventPayload } from '../../../shared/contract/contract.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { Button } from '../../ui/button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './load-progress.module.css';
import type { ShapeOf } from '../../../shared/texts/define-texts.ts';
import { accessKeysTexts } from '../../../shared/texts/en/access-keys.ts';
import { uiTexts } from '../../../shared/texts/en/ui.ts';
import { useTexts } from '../../language/speech-context.ts';

type Progress = EventPayload<'accessKeys.progressed'>;

type ProgressTexts = ShapeOf<typeof accessKeysTexts>['progress'];

interface LoadProgressProps {
  readonly service: Service;
  /** `null` before the first answer. */
  readonly progress: Progress | null;
  readonly onCancel: () => void;
}

/** How far the asking is, and whether the service's limits make it wait. */
export function LoadProgress({ service, progress, onCancel }: LoadProgressProps) {
  const { progress: texts } = useTexts(accessKeysTexts);
  const { cancel } = useTexts(uiTexts);
  const now = useNow(1_000);
  const waitingUntil = progress?.waitingUntil ?? null;
  return (
    <div className={styles.progress}>
      <Spinner />
      <p className={styles.text} role="status">
        {waitingUntil === null
          ? workingText(service, progress, texts)
          : texts.waiting(service.name, secondsOf(waitingUntil - now))}
      </p>
      <Button size="small" onPress={onCancel}>
        {cancel}
      </Button>
    </div>
  );
}

function workingText({ name }: Service, progress: Progress | null, texts: ProgressTexts): string {
  if (progress === null) return texts.asking(name);
  switch (progress.phase) {
    case 'keys':
      return texts.keys(name, progress.count);
    case 'collections':
      return texts.collections(progress.count);
    case 'people':
      return texts.people;
  }
}

function secondsOf(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1_000));
}
