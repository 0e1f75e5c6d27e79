import type { LedgerState } from '../../../shared/domain/ledger-state.ts';
import type { VaultState } from '../../../shared/domain/vault-state.ts';
import { Tag } from '../../ui/tag.tsx';
import { MasterKeyRow } from './master-key-row.tsx';
import { MovingRow } from './moving-row.tsx';
import { RecoveryKitRow } from './recovery-kit-row.tsx';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { useErrorWords, useTexts } from '../../language/speech-context.ts';

interface StorageSectionProps {
  readonly vault: VaultState;
  readonly ledger: LedgerState;
}

/** Where keys and their secrets are, and whether they can be opened. */
export function StorageSection({ vault, ledger }: StorageSectionProps) {
  const { storage: texts } = useTexts(settingsTexts);
  const wordsOf = useErrorWords();
  const words = ledger.kind === 'open' ? null : wordsOf(ledger);
  return (
    <SettingGroup title={texts.title}>
      <MasterKeyRow vault={vault} />
      <RecoveryKitRow vault={vault} />
      <MovingRow vault={vault} />
      <SettingRow
        title={texts.ledger}
        description={words === null ? texts.ledgerDescription : `${words.message} ${words.remedy}`}
      >
        <Tag tone={ledger.kind === 'open' ? 'good' : 'danger'} hasDot>
          {ledger.kind === 'open' ? texts.ledgerOpen : texts.ledgerClosed}
        </Tag>
      </SettingRow>
    </SettingGroup>
  );
}
