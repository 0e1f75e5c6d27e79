import { ChartColumn } from 'lucide-react';
import type { ServiceUsage } from '../../../shared/domain/usage.ts';
import { useNavigation } from '../../app/navigation-context.ts';
import { useFirstContent } from '../../app/use-first-content.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CallsSection } from './calls-section.tsx';
import { ServiceUsageCard } from './service-usage-card.tsx';
import styles from './usage-screen.module.css';
import { usageTexts } from '../../../shared/texts/en/usage.ts';
import { useTexts } from '../../language/speech-context.ts';

/** What is used of each service's limits, and how much each key is used. */
export function UsageScreen() {
  const texts = useTexts(usageTexts);
  const limits = useCommandQuery('usage.getLimits', {});
  const calls = useCommandQuery('usage.getCalls', { days: 90, apiKeyId: null });
  const isLoading = limits.kind === 'loading' || calls.kind === 'loading';
  useFirstContent(!isLoading);
  const hasCalls = calls.kind !== 'loaded' || calls.value.series.length > 0;
  const isEmpty =
    limits.kind === 'loaded' && !hasCalls && limits.value.every((one) => one.limits.length === 0);
  return (
    <Page title={texts.usage.title} description={texts.usage.description}>
      {isLoading && <Loading />}
      {!isLoading && isEmpty && <NothingYet />}
      {limits.kind === 'failed' && (
        <ErrorNote
          error={limits.error}
          actions={<Button onPress={limits.retry}>{texts.calls.tryAgain}</Button>}
        />
      )}
      {!isLoading && !isEmpty && (
        <>
          {limits.kind === 'loaded' && <Services services={limits.value} />}
          <CallsSection />
        </>
      )}
    </Page>
  );
}

function Services({ services }: { readonly services: readonly ServiceUsage[] }) {
  const texts = useTexts(usageTexts);
  const state = useCommandQuery('app.getState', {});
  const isLocked = state.kind === 'loaded' && state.value.vault.kind !== 'unlocked';
  return (
    <Section title={texts.usage.limits} description={texts.usage.limitsHint}>
      {services.length === 0 ? (
        <p className={styles.none}>{texts.usage.noLimits}</p>
      ) : (
        <div className={styles.cards}>
          {services.map((usage) => (
            <ServiceUsageCard key={usage.serviceId} usage={usage} isLocked={isLocked} />
          ))}
        </div>
      )}
    </Section>
  );
}

function NothingYet() {
  const texts = useTexts(usageTexts);
  const { go } = useNavigation();
  return (
    <EmptyState
      icon={<ChartColumn />}
      title={texts.usage.nothing}
      actions={
        <Button
          variant="primary"
          onPress={() => {
            go('requests', { kind: 'new-request' });
          }}
        >
          {texts.usage.newRequest}
        </Button>
      }
    >
      <p>{texts.usage.nothingHint}</p>
    </EmptyState>
  );
}

function Loading() {
  return (
    <div className={styles.cards}>
      {['first', 'second'].map((each) => (
        <div key={each} className={styles.placeholder}>
          <Skeleton width="40%" />
          <Skeleton width="100%" height="0.375rem" />
          <Skeleton width="100%" height="0.375rem" />
        </div>
      ))}
    </div>
  );
}
