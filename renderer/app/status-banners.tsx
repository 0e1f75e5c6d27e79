import { MemoryStick } from 'lucide-react';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { UnreadableReason, VaultState } from '../../shared/domain/vault-state.ts';
import { Banner } from '../ui/banner.tsx';
import { RecoveryKitOffer } from './recovery-kit-offer.tsx';
import styles from './status-banners.module.css';
import { VaultActions } from './vault-actions.tsx';

const titles: Record<UnreadableReason, string> = {
  'keychain-locked': 'Your keychain is locked',
  'keychain-denied': 'Your keychain refused Keyfob',
  'keychain-unavailable': 'No keychain can be reached',
  'keychain-timeout': 'Your keychain does not answer',
  'master-key-absent': 'The master key is not in your keychain',
  'master-key-wrong': 'Your keychain holds another master key',
  'holder-was-memory': 'The master key was kept in memory and is gone',
  'passphrase-lost': 'What your passphrase opens is missing',
};

/** What concerns every screen: whether secrets can be kept and opened, why not, and the way back. */
export function StatusBanners({ vault }: { readonly vault: VaultState }) {
  switch (vault.kind) {
    case 'opening':
    case 'empty':
    case 'locked':
      return null;
    case 'unlocked':
      if (vault.holder === 'memory') return <MemoryNote />;
      return vault.holder === 'keychain' ? <RecoveryKitOffer /> : null;
    case 'needs-holder':
      return <VaultBanner vault={vault} tone="warn" title={titles[vault.reason]} />;
    case 'unreadable':
      return <VaultBanner vault={vault} tone="error" title={titles[vault.reason]} />;
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
      <p>{vault.message}</p>
      <p>{vault.remedy}</p>
    </Banner>
  );
}

function MemoryNote() {
  return (
    <p className={styles.note} role="status">
      <MemoryStick aria-hidden="true" />
      Keys are kept in memory until Keyfob quits
    </p>
  );
}
