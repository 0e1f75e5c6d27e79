import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';

export function AboutSection({ version }: { readonly version: string }) {
  return (
    <SettingGroup title="About">
      <SettingRow
        title={`Keyfob ${version}`}
        description="A key never goes where it was not meant to go. Free software under the MIT licence."
      />
    </SettingGroup>
  );
}
