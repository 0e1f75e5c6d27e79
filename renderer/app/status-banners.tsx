import { MemoryStick } from 'lucide-react';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { VaultState } from '../../shared/domain/vault-state.ts';
import { vaultTexts } from '../../shared/texts/en/vault.ts';
import { useErrorWords, useTexts } from '../language/speech-context.ts';
import { Banner } from '../ui/banner.tsx';
import { RecoveryKitOffer } from './recovery-kit-offer.tsx';
import styles from './status-banners.module.css';
import { VaultActions } from './vault-actions.tsx';

/** What concerns every screen: whether secrets can be kept and opened, why not, and the way back. */
export function StatusBanners({ vault }: { readonly vault: VaultState }) {
  const texts = useTexts(vaultTexts);
  switch (vault.kind) {
    case 'opening':
    case 'empty':
    case 'locked':
      return null;
    case 'unlocked':
      if (vault.holder === 'memory') return <MemoryNote />;
      return vault.holder === 'keychain' ? <RecoveryKitOffer /> : null;
    case 'needs-holder':
      return <VaultBanner vault={vault} tone="warn" title={texts.unreadable[vault.reason]} />;
    case 'unreadable':
      return <VaultBanner vault={vault} tone="error" title={texts.unreadable[vault.reason]} />;
    default:
      return assertNever(vault);
  }
}

interface VaultBannerProps {
  readonly vault: Extract<VaultState, { kind: 'needs-holder' | 'unreadable' }>;
  readonly tone: 'warn' | 'error';
  readonly title: string;
}

function VaultBanner({ vault, tone, title }: VaultBannerProps) {
  const { message, remedy } = useErrorWords()(vault);
  return (
    <Banner
      isStrip
      tone={tone}
      title={title}
      actions={
        vault.kind === 'needs-holder' ? (
          <VaultActions canUseMemory />
        ) : (
          <VaultActions canUseMemory={false} unreadable={vault.reason} />
        )
      }
    >
      <p>{message}</p>
      <p>{remedy}</p>
    </Banner>
  );
}

function MemoryNote() {
  const texts = useTexts(vaultTexts);
  return (
    <p className={styles.note} role="status">
      <MemoryStick aria-hidden="true" />
      {texts.keptInMemory}
    </p>
  );
}
