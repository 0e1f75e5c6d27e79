import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { useTexts } from '../../language/speech-context.ts';

export function AboutSection({ version }: { readonly version: string }) {
  const { about: texts } = useTexts(settingsTexts);
  return (
    <SettingGroup title={texts.title}>
      <SettingRow title={`Keyfob ${version}`} description={texts.description} />
    </SettingGroup>
  );
}
