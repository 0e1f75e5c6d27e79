import { useState } from 'react';
import type { VaultState } from '../../../shared/domain/vault-state.ts';
import { OpenKitDialog, SaveKitDialog } from '../../app/recovery-kit-dialogs.tsx';
import { Button } from '../../ui/button.tsx';
import { SettingRow } from './setting-row.tsx';
import { useSavePreferences } from './use-save-preferences.ts';

/** The second way to the master key: for a keychain that was lost, or another computer. */
export function RecoveryKitRow({ vault }: { readonly vault: VaultState }) {
  const [dialog, setDialog] = useState<'save' | 'open' | null>(null);
  const save = useSavePreferences();
  const close = () => {
    setDialog(null);
  };
  return (
    <SettingRow
      title="Recovery kit"
      description="A small file that opens your keys with a passphrase of its own, when the keychain is lost. A new one can be saved at any time; older ones stay good."
    >
      <Button
        size="small"
        onPress={() => {
          setDialog('open');
        }}
      >
        Open a kit…
      </Button>
      {vault.kind === 'unlocked' && (
        <Button
          size="small"
          onPress={() => {
            setDialog('save');
          }}
        >
          Save a kit…
        </Button>
      )}
      {dialog === 'open' && <OpenKitDialog onClose={close} />}
      {dialog === 'save' && (
        <SaveKitDialog
          onClose={close}
          onDone={() => {
            save({ isRecoveryKitOffered: true });
          }}
        />
      )}
    </SettingRow>
  );
}
