import type { LocalApiState } from '../../../shared/domain/local-api-state.ts';
import type { Preferences } from '../../../shared/domain/preferences.ts';
import { Switch } from '../../ui/switch.tsx';
import { LocalApiAddressRow } from './local-api-address-row.tsx';
import { LocalApiDocumentRow } from './local-api-document-row.tsx';
import { LocalApiServerRow } from './local-api-server-row.tsx';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';
import { useSavePreferences } from './use-save-preferences.ts';

interface LocalApiSectionProps {
  readonly state: LocalApiState;
  readonly preferences: Pick<Preferences, 'startLocalApi'>;
}

/** The server inside Keyfob: whether it runs, where it answers, and when it starts. */
export function LocalApiSection({ state, preferences }: LocalApiSectionProps) {
  const save = useSavePreferences();
  return (
    <SettingGroup title="Local API">
      <LocalApiServerRow state={state} />
      <LocalApiAddressRow state={state} />
      <SettingRow
        title="Start with Keyfob"
        description="When this is off, it starts as soon as a request or a shared collection needs it."
      >
        <Switch
          label="Start with Keyfob"
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
