import type { LedgerState } from '../../../shared/domain/ledger-state.ts';
import type { VaultState } from '../../../shared/domain/vault-state.ts';
import { Tag } from '../../ui/tag.tsx';
import { MasterKeyRow } from './master-key-row.tsx';
import { RecoveryKitRow } from './recovery-kit-row.tsx';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';

interface StorageSectionProps {
  readonly vault: VaultState;
  readonly ledger: LedgerState;
}

/** Where keys and their secrets are, and whether they can be opened. */
export function StorageSection({ vault, ledger }: StorageSectionProps) {
  return (
    <SettingGroup title="Storage">
      <MasterKeyRow vault={vault} />
      <RecoveryKitRow vault={vault} />
      <SettingRow
        title="Ledger"
        description={
          ledger.kind === 'open'
            ? 'Everything about your keys, and their values sealed with AES-256-GCM under the master key.'
            : `${ledger.message} ${ledger.remedy}`
        }
      >
        <Tag tone={ledger.kind === 'open' ? 'good' : 'danger'} hasDot>
          {ledger.kind === 'open' ? 'Open' : 'Closed'}
        </Tag>
      </SettingRow>
    </SettingGroup>
  );
}
