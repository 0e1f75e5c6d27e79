import type { DesktopState } from '../../../shared/domain/desktop-state.ts';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useTexts } from '../../language/speech-context.ts';
import { Switch } from '../../ui/switch.tsx';
import { SettingRow } from './setting-row.tsx';
import { ShortcutRecorder } from './shortcut-recorder.tsx';
import { useShowFailure } from './use-show-failure.ts';

/** The shortcut that opens the quick-copy palette from any program. */
export function QuickCopyRows({ quickCopy }: { readonly quickCopy: DesktopState['quickCopy'] }) {
  const { behaviour: texts } = useTexts(settingsTexts);
  const set = useCommand('desktop.setQuickCopy');
  const show = useShowFailure();
  const { isOn, shortcut, isTaken, asksDesktop } = quickCopy;
  return (
    <>
      <SettingRow title={texts.quickCopy} description={texts.quickCopyDescription}>
        <Switch
          label={texts.quickCopy}
          isLabelHidden
          isSelected={isOn}
          onChange={(wanted) => {
            show(set.run({ isOn: wanted, shortcut }));
          }}
        />
      </SettingRow>
      {isOn && (
        <SettingRow title={texts.shortcut} description={noteOf()}>
          <ShortcutRecorder
            shortcut={shortcut}
            onRecorded={(recorded) => {
              show(set.run({ isOn, shortcut: recorded }));
            }}
          />
        </SettingRow>
      )}
    </>
  );

  function noteOf(): string {
    if (isTaken) return texts.shortcutTaken;
    return asksDesktop ? texts.shortcutOnWayland : texts.shortcutDescription;
  }
}
