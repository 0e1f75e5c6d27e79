import { MemoryStick } from 'lucide-react';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { UnreadableReason, VaultState } from '../../shared/domain/vault-state.ts';
import { Banner } from '../ui/banner.tsx';
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
};

/** What concerns every screen: whether secrets can be kept and opened, why not, and the way back. */
export function StatusBanners({ vault }: { readonly vault: VaultState }) {
  switch (vault.kind) {
    case 'opening':
    case 'empty':
      return null;
    case 'unlocked':
      return vault.holder === 'memory' ? <MemoryNote /> : null;
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
      actions={<VaultActions canUseMemory={vault.kind === 'needs-holder'} />}
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
