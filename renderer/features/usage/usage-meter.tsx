import { useId } from 'react';
import type { ServiceKind } from '../../../shared/domain/service.ts';
import type { UsageMeter as Meter } from '../../../shared/domain/usage.ts';
import { Tag } from '../../ui/tag.tsx';
import { meterLabel, meterReading, resetText } from './meter-text.ts';
import styles from './usage-meter.module.css';
import { usageTexts } from '../../../shared/texts/en/usage.ts';
import { useTexts } from '../../language/speech-context.ts';

interface UsageMeterProps {
  readonly meter: Meter;
  readonly serviceKind: ServiceKind;
  readonly now: number;
}

/** How much of one limit is used. The words say it; the bar only helps. */
export function UsageMeter({ meter, serviceKind, now }: UsageMeterProps) {
  const texts = useTexts(usageTexts);
  const id = useId();
  const { percent, text, tone } = meterReading(meter, now, texts);
  const reset = resetText(meter, now, texts);
  return (
    <div className={styles.meter} data-tone={tone}>
      <div className={styles.line}>
        <span id={id} className={styles.label}>
          <bdi>{meterLabel(meter, serviceKind, texts)}</bdi>
        </span>
        {tone === 'near' && <Tag tone="warn">{texts.meters.nearly}</Tag>}
        {tone === 'full' && <Tag tone="danger">{texts.meters.up}</Tag>}
        <span className={styles.text}>{text}</span>
      </div>
      <div
        className={styles.track}
        data-unknown={percent === null || undefined}
        {...(percent === null
          ? { 'aria-hidden': true }
          : {
              role: 'meter',
              'aria-labelledby': id,
              'aria-valuemin': 0,
              'aria-valuemax': 100,
              'aria-valuenow': Math.round(percent),
              'aria-valuetext': text,
            })}
      >
        {percent !== null && <div className={styles.bar} style={{ inlineSize: `${String(percent)}%` }} />}
      </div>
      {meter.kind === 'window' && <p className={styles.note}>{reset}</p>}
    </div>
  );
}
