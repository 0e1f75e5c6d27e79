import { useState } from 'react';
import type { KeyLimits, ServiceUsage } from '../../../shared/domain/usage.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { formatDate, formatDateTime, formatRelative } from '../../ui/format-time.ts';
import { Select } from '../../ui/select.tsx';
import { useNow } from '../../ui/use-now.ts';
import { isShown } from './meter-text.ts';
import styles from './service-usage-card.module.css';
import { UsageMeter } from './usage-meter.tsx';

interface ServiceUsageCardProps {
  readonly usage: ServiceUsage;
  /** Keys cannot be opened at present, so that nothing can be asked. */
  readonly isLocked: boolean;
}

/** One service: its meters, since when they are true, and asking anew. */
export function ServiceUsageCard({ usage, isLocked }: ServiceUsageCardProps) {
  const { serviceId, serviceName, kind, limits, exhaustion } = usage;
  const [chosen, setChosen] = useState<string | null>(null);
  const now = useNow(1_000);
  const refresh = useCommand('usage.refresh');
  const shown = limits.find((one) => idOf(one) === chosen) ?? limits[0] ?? null;
  const canAsk = kind !== 'custom' && usage.keyCount > 0;
  return (
    <section className={styles.card} aria-label={`Limits of ${serviceName}`}>
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
            Refresh
          </Button>
        )}
      </header>
      {exhaustion !== null && <Exhausted since={exhaustion.since} endsAt={exhaustion.endsAt} />}
      {limits.length > 1 && shown !== null && (
        <Select
          label={`Key of ${serviceName}`}
          isLabelHidden
          size="small"
          options={limits.map((one) => ({ id: idOf(one), label: nameOf(one) }))}
          value={idOf(shown)}
          onChange={setChosen}
        />
      )}
      {shown === null ? <Unknown /> : <Limits limits={shown} kind={kind} now={now} />}
      {refresh.error !== null && <ErrorNote error={refresh.error} />}
      <p className={styles.note}>
        {isLocked && canAsk && 'Keys cannot be opened at present, so the service cannot be asked. '}
        {canAsk && 'Refresh asks with GET /me, which counts as a call.'}
        {kind === 'custom' && 'Read from the headers of its answers; it cannot be asked by itself.'}
        {kind !== 'custom' && usage.keyCount === 0 && 'Without a key there is nobody to ask for.'}
      </p>
    </section>
  );
}

function idOf({ apiKeyId }: KeyLimits): string {
  return apiKeyId ?? '';
}

function nameOf({ apiKeyId, apiKeyName }: KeyLimits): string {
  return apiKeyId === null ? 'When a key was added' : apiKeyName;
}

function Unknown() {
  return (
    <p className={styles.unknown}>
      Its limits are not known yet. They are read from the answers to requests that carry a key.
    </p>
  );
}

function Exhausted({ since, endsAt }: { readonly since: number; readonly endsAt: number | null }) {
  return (
    <Banner tone="error" title="The month’s calls are used up">
      <p>
        The service said so on {formatDateTime(since)}. Requests with its keys are stopped before they are
        sent, unless you send one anyway.{' '}
        {endsAt === null
          ? 'When that ends is not known.'
          : `It may end on ${formatDate(endsAt)}, when the next month starts (UTC).`}
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
      {limits.account === 'not-told' && (
        <p className={styles.unknown}>
          The account’s own limits are not told to this key: guests and partners of a team do not get them.
        </p>
      )}
      <p className={styles.note}>
        As of <time dateTime={new Date(limits.asOf).toISOString()}>{formatRelative(limits.asOf, now)}</time>
        {limits.apiKeyId === null ? ', when a key was added' : <Told name={limits.apiKeyName} />}
      </p>
    </>
  );
}

function Told({ name }: { readonly name: string }) {
  return (
    <>
      , told to <bdi dir="auto">{name}</bdi>
    </>
  );
}
