import type { DesktopState } from '../../../shared/domain/desktop-state.ts';
import type { Preferences } from '../../../shared/domain/preferences.ts';
import { shellTexts } from '../../../shared/texts/en/shell.ts';
import { clipboardOptions } from '../../app/clipboard-options.ts';
import { useTexts } from '../../language/speech-context.ts';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { LoginRow } from './login-row.tsx';
import { QuickCopyRows } from './quick-copy-rows.tsx';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';
import { useSavePreferences } from './use-save-preferences.ts';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';

interface BehaviourSectionProps {
  readonly preferences: Preferences;
  readonly desktop: DesktopState;
}

/** How Keyfob is with the clipboard and the desktop. */
export function BehaviourSection({ preferences, desktop }: BehaviourSectionProps) {
  const { behaviour: texts } = useTexts(settingsTexts);
  const shell = useTexts(shellTexts);
  const save = useSavePreferences();
  return (
    <SettingGroup title={texts.title}>
      <SettingRow title={texts.clears} description={texts.clearsDescription}>
        <div className={styles.select}>
          <Select
            label={texts.clears}
            isLabelHidden
            options={clipboardOptions(preferences.clipboardClearSeconds, shell)}
            value={String(preferences.clipboardClearSeconds)}
            onChange={(seconds) => {
              save({ clipboardClearSeconds: Number(seconds) });
            }}
          />
        </div>
      </SettingRow>
      <SettingRow title={texts.closeToTray} description={texts.closeToTrayDescription}>
        <Switch
          label={texts.closeToTray}
          isLabelHidden
          isSelected={preferences.closeToTray}
          onChange={(closeToTray) => {
            save({ closeToTray });
          }}
        />
      </SettingRow>
      <LoginRow isOn={desktop.opensAtLogin} />
      <QuickCopyRows quickCopy={desktop.quickCopy} />
    </SettingGroup>
  );
}
