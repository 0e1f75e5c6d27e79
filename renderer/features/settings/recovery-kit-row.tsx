import { useState } from 'react';
import type { VaultState } from '../../../shared/domain/vault-state.ts';
import { OpenKitDialog, SaveKitDialog } from '../../app/recovery-kit-dialogs.tsx';
import { Button } from '../../ui/button.tsx';
import { SettingRow } from './setting-row.tsx';
import { useSavePreferences } from './use-save-preferences.ts';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { useTexts } from '../../language/speech-context.ts';

/** The second way to the master key: for a keychain that was lost, or another computer. */
export function RecoveryKitRow({ vault }: { readonly vault: VaultState }) {
  const { storage: texts } = useTexts(settingsTexts);
  const [dialog, setDialog] = useState<'save' | 'open' | null>(null);
  const save = useSavePreferences();
  const close = () => {
    setDialog(null);
  };
  return (
    <SettingRow title={texts.kit} description={texts.kitDescription}>
      <Button
        size="small"
        onPress={() => {
          setDialog('open');
        }}
      >
        {texts.openKit}
      </Button>
      {vault.kind === 'unlocked' && (
        <Button
          size="small"
          onPress={() => {
            setDialog('save');
          }}
        >
          {texts.saveKit}
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
