import { Monitor, Moon, Sun } from 'lucide-react';
import type { Preferences } from '../../../shared/domain/preferences.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';
import { useSavePreferences } from './use-save-preferences.ts';

const themes = [
  { id: 'system', label: 'System', icon: <Monitor /> },
  { id: 'light', label: 'Light', icon: <Sun /> },
  { id: 'dark', label: 'Dark', icon: <Moon /> },
] as const;

export function AppearanceSection({ theme }: Pick<Preferences, 'theme'>) {
  const save = useSavePreferences();
  return (
    <SettingGroup title="Appearance">
      <SettingRow title="Theme" description="System follows your desktop.">
        <RadioGroup
          label="Theme"
          isLabelHidden
          appearance="segmented"
          options={themes}
          value={theme}
          onChange={(value) => {
            save({ theme: value });
          }}
        />
      </SettingRow>
    </SettingGroup>
  );
}
