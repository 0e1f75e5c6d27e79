import type { Preferences } from '../../../shared/domain/preferences.ts';
import type { VaultState } from '../../../shared/domain/vault-state.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';
import { useSavePreferences } from './use-save-preferences.ts';

interface LockSectionProps {
  readonly preferences: Preferences;
  readonly vault: VaultState;
}

const MINUTES = [0, 1, 5, 15, 60, 240];

function minutesLabel(minutes: number): string {
  if (minutes === 0) return 'Never';
  if (minutes % 60 === 0) return minutes === 60 ? 'After 1 hour' : `After ${String(minutes / 60)} hours`;
  return minutes === 1 ? 'After 1 minute' : `After ${String(minutes)} minutes`;
}

/** When Keyfob takes the master key out of memory. */
export function LockSection({ preferences, vault }: LockSectionProps) {
  const save = useSavePreferences();
  const lock = useCommand('vault.lock');
  const toast = useToast();
  const minutes = [...new Set([...MINUTES, preferences.lockAfterMinutes])].toSorted((a, b) => a - b);
  return (
    <SettingGroup title="Lock">
      <SettingRow title="Lock Keyfob" description={whatLockingMeans(vault)}>
        <Button
          isPending={lock.isPending}
          onPress={() => {
            void lock.run({}).then((result) => {
              if (!result.ok) toast.showError(result.error);
            });
          }}
        >
          Lock now
        </Button>
      </SettingRow>
      <SettingRow
        title="When nobody is there"
        description="Counted from the last touch of keyboard or mouse."
      >
        <div className={styles.select}>
          <Select
            label="Lock when nobody is there"
            isLabelHidden
            options={minutes.map((value) => ({ id: String(value), label: minutesLabel(value) }))}
            value={String(preferences.lockAfterMinutes)}
            onChange={(value) => {
              save({ lockAfterMinutes: Number(value) });
            }}
          />
        </div>
      </SettingRow>
      <SettingRow
        title="With the screen"
        description="Locks when your screen is locked (macOS, Windows) or the computer sleeps."
      >
        <Switch
          label="Lock with the screen"
          isLabelHidden
          isSelected={preferences.lockWithScreen}
          onChange={(lockWithScreen) => {
            save({ lockWithScreen });
          }}
        />
      </SettingRow>
    </SettingGroup>
  );
}

function whatLockingMeans(vault: VaultState): string {
  if (vault.kind === 'unlocked' && vault.holder === 'memory') {
    return 'Not possible now: the master key is in memory only, and locking would lose it.';
  }
  if (vault.kind === 'unlocked' && vault.holder === 'passphrase') {
    return 'Takes the master key out of memory until the passphrase is typed. Ctrl or Cmd+L, and in the tray.';
  }
  return 'Takes the master key out of memory. Without a passphrase, one press brings it back from the keychain. Ctrl or Cmd+L, and in the tray.';
}
