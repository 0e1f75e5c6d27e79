import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useTexts } from '../../language/speech-context.ts';
import { Switch } from '../../ui/switch.tsx';
import { SettingRow } from './setting-row.tsx';
import { useShowFailure } from './use-show-failure.ts';

/** Whether the system starts Keyfob at login. */
export function LoginRow({ isOn }: { readonly isOn: boolean }) {
  const { behaviour: texts } = useTexts(settingsTexts);
  const set = useCommand('desktop.setOpenAtLogin');
  const show = useShowFailure();
  return (
    <SettingRow title={texts.openAtLogin} description={texts.openAtLoginDescription}>
      <Switch
        label={texts.openAtLogin}
        isLabelHidden
        isSelected={isOn}
        onChange={(wanted) => {
          show(set.run({ isOn: wanted }));
        }}
      />
    </SettingRow>
  );
}
