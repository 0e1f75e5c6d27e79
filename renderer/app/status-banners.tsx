import { MemoryStick } from 'lucide-react';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { VaultState } from '../../shared/domain/vault-state.ts';
import { Banner } from '../ui/banner.tsx';
import styles from './status-banners.module.css';
import { VaultActions } from './vault-actions.tsx';

/** What concerns every screen: whether secrets can be kept and opened, why not, and the way back. */
export function StatusBanners({ vault }: { readonly vault: VaultState }) {
  switch (vault.kind) {
    case 'opening':
    case 'empty':
      return null;
    case 'unlocked':
      return vault.holder === 'memory' ? <MemoryNote /> : null;
    case 'needs-holder':
      return (
        <div className={styles.banners}>
          <Banner tone="warn" title={vault.message} actions={<VaultActions canUseMemory />}>
            <p>{vault.remedy}</p>
            <p>
              Without a keychain, Keyfob can keep keys in memory. They work as always, and are gone when you
              quit.
            </p>
          </Banner>
        </div>
      );
    case 'unreadable':
      return (
        <div className={styles.banners}>
          <Banner tone="error" title={vault.message} actions={<VaultActions canUseMemory={false} />}>
            <p>{vault.remedy}</p>
            <p>
              Your keys are all still here. Until their secrets open again, they cannot be copied or sent.
            </p>
          </Banner>
        </div>
      );
    default:
      return assertNever(vault);
  }
}

function MemoryNote() {
  return (
    <p className={styles.note} role="status">
      <MemoryStick aria-hidden="true" />
      Keys are kept in memory until Keyfob quits
    </p>
  );
}
