import { useState } from 'react';
import type { KeyLimits, ServiceUsage } from '../../../shared/domain/usage.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Select } from '../../ui/select.tsx';
import { useNow } from '../../ui/use-now.ts';
import { isShown } from './meter-text.ts';
import styles from './service-usage-card.module.css';
import { UsageMeter } from './usage-meter.tsx';
import { usageTexts, type UsageTexts } from '../../../shared/texts/en/usage.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

interface ServiceUsageCardProps {
  readonly usage: ServiceUsage;
  /** Keys cannot be opened at present, so that nothing can be asked. */
  readonly isLocked: boolean;
}

/** One service: its meters, since when they are true, and asking anew. */
export function ServiceUsageCard({ usage, isLocked }: ServiceUsageCardProps) {
  const texts = useTexts(usageTexts);
  const { serviceId, serviceName, kind, limits, exhaustion } = usage;
  const [chosen, setChosen] = useState<string | null>(null);
  const now = useNow(1_000);
  const refresh = useCommand('usage.refresh');
  const shown = limits.find((one) => idOf(one) === chosen) ?? limits[0] ?? null;
  const canAsk = kind !== 'custom' && usage.keyCount > 0;
  return (
    <section className={styles.card} aria-label={texts.card.limits(serviceName)}>
      <header className={styles.header}>
        <h3 className={styles.title} dir="auto">
          {serviceName}
        </h3>
        {canAsk && (
          <Button
            size="small"
            isPending={refresh.isPending}
            isDisabled={isLocked}
            onPress={() => void refresh.run({ serviceId, apiKeyId: shown?.apiKeyId ?? null })}
          >
            {texts.card.refresh}
          </Button>
        )}
      </header>
      {exhaustion !== null && <Exhausted since={exhaustion.since} endsAt={exhaustion.endsAt} />}
      {limits.length > 1 && shown !== null && (
        <Select
          label={texts.card.key(serviceName)}
          isLabelHidden
          size="small"
          options={limits.map((one) => ({ id: idOf(one), label: nameOf(one, texts) }))}
          value={idOf(shown)}
          onChange={setChosen}
        />
      )}
      {shown === null ? <Unknown /> : <Limits limits={shown} kind={kind} now={now} />}
      {refresh.error !== null && <ErrorNote error={refresh.error} />}
      <p className={styles.note}>
        {isLocked && canAsk && texts.card.locked}
        {canAsk && texts.card.refreshHint}
        {kind === 'custom' && texts.card.fromHeaders}
        {kind !== 'custom' && usage.keyCount === 0 && texts.card.noKey}
      </p>
    </section>
  );
}

function idOf({ apiKeyId }: KeyLimits): string {
  return apiKeyId ?? '';
}

function nameOf({ apiKeyId, apiKeyName }: KeyLimits, texts: UsageTexts): string {
  return apiKeyId === null ? texts.card.whenAdded : apiKeyName;
}

function Unknown() {
  const texts = useTexts(usageTexts);
  return <p className={styles.unknown}>{texts.card.unknown}</p>;
}

function Exhausted({ since, endsAt }: { readonly since: number; readonly endsAt: number | null }) {
  const texts = useTexts(usageTexts);
  return (
    <Banner tone="error" title={texts.card.usedUp}>
      <p>
        {texts.card.usedUpSince(since, endsAt === null ? texts.card.endUnknown : texts.card.endsAt(endsAt))}
      </p>
    </Banner>
  );
}

interface LimitsProps {
  readonly limits: KeyLimits;
  readonly kind: ServiceUsage['kind'];
  readonly now: number;
}

const ORDER = { window: 0, month: 1, operation: 2 } as const;

function Limits({ limits, kind, now }: LimitsProps) {
  const formats = useFormats();
  const texts = useTexts(usageTexts);
  const meters = limits.meters
    .filter((meter) => isShown(meter, now))
    .toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind] || a.name.localeCompare(b.name));
  return (
    <>
      {meters.length === 0 && limits.account !== 'not-told' && <Unknown />}
      <div className={styles.meters}>
        {meters.map((meter) => (
          <UsageMeter
            key={`${meter.kind} ${meter.name} ${String(meter.windowSeconds)}`}
            meter={meter}
            serviceKind={kind}
            now={now}
          />
        ))}
      </div>
      {limits.account === 'not-told' && <p className={styles.unknown}>{texts.card.guests}</p>}
      <p className={styles.note}>
        {texts.card.asOf}{' '}
        <time dateTime={new Date(limits.asOf).toISOString()}>{formats.relative(limits.asOf, now)}</time>
        {limits.apiKeyId === null ? texts.card.addedThen : <Told name={limits.apiKeyName} />}
      </p>
    </>
  );
}

function Told({ name }: { readonly name: string }) {
  const texts = useTexts(usageTexts);
  return (
    <>
      {texts.card.toldTo} <bdi dir="auto">{name}</bdi>
    </>
  );
}
