import { Monitor, Moon, Sun } from 'lucide-react';
import { languagePreferenceSchema } from '../../../shared/domain/language.ts';
import type { Preferences } from '../../../shared/domain/preferences.ts';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { useTexts } from '../../language/speech-context.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';
import { useSavePreferences } from './use-save-preferences.ts';

const themes = [
  { id: 'system', icon: <Monitor /> },
  { id: 'light', icon: <Sun /> },
  { id: 'dark', icon: <Moon /> },
] as const;

export function AppearanceSection({ theme, language }: Pick<Preferences, 'theme' | 'language'>) {
  const { appearance: texts } = useTexts(settingsTexts);
  const save = useSavePreferences();
  return (
    <SettingGroup title={texts.title}>
      <SettingRow title={texts.theme} description={texts.themeDescription}>
        <RadioGroup
          label={texts.theme}
          isLabelHidden
          appearance="segmented"
          options={themes.map((option) => ({ ...option, label: texts.themes[option.id] }))}
          value={theme}
          onChange={(value) => {
            save({ theme: value });
          }}
        />
      </SettingRow>
      <SettingRow title={texts.language} description={texts.languageDescription}>
        <div className={styles.select}>
          <Select
            label={texts.language}
            isLabelHidden
            options={languagePreferenceSchema.options.map((id) => ({ id, label: texts.languages[id] }))}
            value={language}
            onChange={(value) => {
              save({ language: value });
            }}
          />
        </div>
      </SettingRow>
    </SettingGroup>
  );
}
