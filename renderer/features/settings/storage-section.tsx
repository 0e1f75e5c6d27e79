import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { LedgerState } from '../../../shared/domain/ledger-state.ts';
import type { VaultState } from '../../../shared/domain/vault-state.ts';
import { VaultActions } from '../../app/vault-actions.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';

interface StorageSectionProps {
  readonly vault: VaultState;
  readonly ledger: LedgerState;
}

interface Described {
  readonly label: string;
  readonly tone: Tone;
  readonly text: string;
}

/** Where keys and their secrets are, and whether they can be opened. */
export function StorageSection({ vault, ledger }: StorageSectionProps) {
  const master = describeVault(vault);
  const isStuck = vault.kind === 'needs-holder' || vault.kind === 'unreadable';
  return (
    <SettingGroup title="Storage">
      <SettingRow title="Master key" description={master.text}>
        {isStuck && <VaultActions canUseMemory={vault.kind === 'needs-holder'} />}
        <Tag tone={master.tone} hasDot>
          {master.label}
        </Tag>
      </SettingRow>
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

function describeVault(vault: VaultState): Described {
  switch (vault.kind) {
    case 'opening':
      return { label: 'Opening', tone: 'neutral', text: 'Asking the keychain for the master key.' };
    case 'empty':
      return {
        label: 'Not made yet',
        tone: 'neutral',
        text: 'It is made with your first key and kept in your system’s keychain.',
      };
    case 'needs-holder':
      return { label: 'No holder', tone: 'warn', text: `${vault.message} ${vault.remedy}` };
    case 'unlocked':
      return vault.holder === 'keychain'
        ? {
            label: 'In the keychain',
            tone: 'good',
            text: 'Your system’s keychain holds the key that seals all others.',
          }
        : {
            label: 'In memory',
            tone: 'warn',
            text: 'It is kept in memory. The keys that were made with it are gone when Keyfob quits.',
          };
    case 'unreadable':
      return { label: 'Unreadable', tone: 'danger', text: `${vault.message} ${vault.remedy}` };
    default:
      return assertNever(vault);
  }
}
