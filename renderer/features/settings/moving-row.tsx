import { useState } from 'react';
import type { VaultState } from '../../../shared/domain/vault-state.ts';
import { Button } from '../../ui/button.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { SettingRow } from './setting-row.tsx';
import { movingTexts } from '../../../shared/texts/en/moving.ts';
import { useTexts } from '../../language/speech-context.ts';

/** Keys and services as one file: for another computer, or to be kept apart from this one. */
export function MovingRow({ vault }: { readonly vault: VaultState }) {
  const texts = useTexts(movingTexts);
  const [dialog, setDialog] = useState<'export' | 'restore' | null>(null);
  const close = () => {
    setDialog(null);
  };
  return (
    <SettingRow title={texts.title} description={texts.description}>
      <Button
        size="small"
        onPress={() => {
          setDialog('restore');
        }}
      >
        {texts.restore}
      </Button>
      <Button
        size="small"
        onPress={() => {
          setDialog('export');
        }}
      >
        {texts.export}
      </Button>
      {dialog === 'export' && <ExportDialog canExportValues={vault.kind === 'unlocked'} onClose={close} />}
      {dialog === 'restore' && <RestoreDialog onClose={close} />}
    </SettingRow>
  );
}
