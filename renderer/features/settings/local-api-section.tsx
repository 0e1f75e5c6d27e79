import type { LocalApiState } from '../../../shared/domain/local-api-state.ts';
import type { Preferences } from '../../../shared/domain/preferences.ts';
import { Switch } from '../../ui/switch.tsx';
import { LocalApiAddressRow } from './local-api-address-row.tsx';
import { LocalApiDocumentRow } from './local-api-document-row.tsx';
import { LocalApiServerRow } from './local-api-server-row.tsx';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';
import { useSavePreferences } from './use-save-preferences.ts';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { useTexts } from '../../language/speech-context.ts';

interface LocalApiSectionProps {
  readonly state: LocalApiState;
  readonly preferences: Pick<Preferences, 'startLocalApi'>;
}

/** The server inside Keyfob: whether it runs, where it answers, and when it starts. */
export function LocalApiSection({ state, preferences }: LocalApiSectionProps) {
  const { localApi: texts } = useTexts(settingsTexts);
  const save = useSavePreferences();
  return (
    <SettingGroup title={texts.title}>
      <LocalApiServerRow state={state} />
      <LocalApiAddressRow state={state} />
      <SettingRow title={texts.startsWithKeyfob} description={texts.startsDescription}>
        <Switch
          label={texts.startsWithKeyfob}
          isLabelHidden
          isSelected={preferences.startLocalApi}
          onChange={(startLocalApi) => {
            save({ startLocalApi });
          }}
        />
      </SettingRow>
      <LocalApiDocumentRow state={state} />
    </SettingGroup>
  );
}
