import { useState } from 'react';
import type { VaultState } from '../../../shared/domain/vault-state.ts';
import { Button } from '../../ui/button.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { SettingRow } from './setting-row.tsx';

/** Keys and services as one file: for another computer, or to be kept apart from this one. */
export function MovingRow({ vault }: { readonly vault: VaultState }) {
  const [dialog, setDialog] = useState<'export' | 'restore' | null>(null);
  const close = () => {
    setDialog(null);
  };
  return (
    <SettingRow
      title="Keys and services as a file"
      description="For another computer, or as a backup of your own. Values of keys are in it only under a passphrase. Collections and environments are files in their folder already."
    >
      <Button
        size="small"
        onPress={() => {
          setDialog('restore');
        }}
      >
        Restore…
      </Button>
      <Button
        size="small"
        onPress={() => {
          setDialog('export');
        }}
      >
        Export…
      </Button>
      {dialog === 'export' && <ExportDialog canExportValues={vault.kind === 'unlocked'} onClose={close} />}
      {dialog === 'restore' && <RestoreDialog onClose={close} />}
    </SettingRow>
  );
}
