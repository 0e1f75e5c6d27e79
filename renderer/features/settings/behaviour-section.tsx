import type { Preferences } from '../../../shared/domain/preferences.ts';
import { shellTexts } from '../../../shared/texts/en/shell.ts';
import { clipboardOptions } from '../../app/clipboard-options.ts';
import { useTexts } from '../../language/speech-context.ts';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';
import { useSavePreferences } from './use-save-preferences.ts';

export function BehaviourSection({ preferences }: { readonly preferences: Preferences }) {
  const shell = useTexts(shellTexts);
  const save = useSavePreferences();
  return (
    <SettingGroup title="Clipboard and window">
      <SettingRow
        title="A copied key leaves the clipboard"
        description="Only if it is still there. Keyfob also asks clipboard histories not to keep it."
      >
        <div className={styles.select}>
          <Select
            label="A copied key leaves the clipboard"
            isLabelHidden
            options={clipboardOptions(preferences.clipboardClearSeconds, shell)}
            value={String(preferences.clipboardClearSeconds)}
            onChange={(seconds) => {
              save({ clipboardClearSeconds: Number(seconds) });
            }}
          />
        </div>
      </SettingRow>
      <SettingRow
        title="Close to the tray"
        description="Closing the window keeps the tray menu and the Local API running. Quit ends Keyfob."
      >
        <Switch
          label="Close to the tray"
          isLabelHidden
          isSelected={preferences.closeToTray}
          onChange={(closeToTray) => {
            save({ closeToTray });
          }}
        />
      </SettingRow>
    </SettingGroup>
  );
}
