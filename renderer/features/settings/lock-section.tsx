import type { Preferences } from '../../../shared/domain/preferences.ts';
import type { TouchIdState } from '../../../shared/domain/touch-id.ts';
import type { VaultState } from '../../../shared/domain/vault-state.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';
import { TouchIdRow } from './touch-id-row.tsx';
import styles from './settings.module.css';
import { useSavePreferences } from './use-save-preferences.ts';
import type { ShapeOf } from '../../../shared/texts/define-texts.ts';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { useTexts } from '../../language/speech-context.ts';

interface LockSectionProps {
  readonly preferences: Preferences;
  readonly vault: VaultState;
  readonly touchId: TouchIdState;
}

const MINUTES = [0, 1, 5, 15, 60, 240];

/** When Keyfob takes the master key out of memory. */
export function LockSection({ preferences, vault, touchId }: LockSectionProps) {
  const { lock: texts } = useTexts(settingsTexts);
  const save = useSavePreferences();
  const lock = useCommand('vault.lock');
  const toast = useToast();
  const minutes = [...new Set([...MINUTES, preferences.lockAfterMinutes])].toSorted((a, b) => a - b);
  return (
    <SettingGroup title={texts.title}>
      <SettingRow title={texts.lock} description={whatLockingMeans(vault, touchId, texts.meaning)}>
        <Button
          isPending={lock.isPending}
          onPress={() => {
            void lock.run({}).then((result) => {
              if (!result.ok) toast.showError(result.error);
            });
          }}
        >
          {texts.now}
        </Button>
      </SettingRow>
      <SettingRow title={texts.whenAway} description={texts.whenAwayDescription}>
        <div className={styles.select}>
          <Select
            label={texts.whenAwayLabel}
            isLabelHidden
            options={minutes.map((value) => ({
              id: String(value),
              label: value === 0 ? texts.never : texts.after(value),
            }))}
            value={String(preferences.lockAfterMinutes)}
            onChange={(value) => {
              save({ lockAfterMinutes: Number(value) });
            }}
          />
        </div>
      </SettingRow>
      <SettingRow title={texts.withScreen} description={texts.withScreenDescription}>
        <Switch
          label={texts.withScreenLabel}
          isLabelHidden
          isSelected={preferences.lockWithScreen}
          onChange={(lockWithScreen) => {
            save({ lockWithScreen });
          }}
        />
      </SettingRow>
      {(touchId.canAsk || touchId.isOn) && <TouchIdRow state={touchId} vault={vault} />}
    </SettingGroup>
  );
}

function whatLockingMeans(
  vault: VaultState,
  touchId: TouchIdState,
  texts: ShapeOf<typeof settingsTexts>['lock']['meaning'],
): string {
  if (vault.kind !== 'unlocked') return texts.other;
  if (vault.holder === 'keychain') return touchId.isOn ? texts.touchId : texts.other;
  return texts[vault.holder];
}
