import type { UpdateState } from '../../../shared/domain/update-state.ts';
import { updatesTexts } from '../../../shared/texts/en/updates.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useTexts } from '../../language/speech-context.ts';
import { Switch } from '../../ui/switch.tsx';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';
import { UpdateRow } from './update-row.tsx';
import { useShowFailure } from './use-show-failure.ts';

interface UpdatesSectionProps {
  readonly state: UpdateState;
  /** Of the copy that runs. */
  readonly version: string;
}

/** Whether Keyfob may look for newer versions, and what it found. */
export function UpdatesSection({ state, version }: UpdatesSectionProps) {
  const texts = useTexts(updatesTexts);
  const agree = useCommand('updates.setEnabled');
  const show = useShowFailure();
  if (state.kind === 'unavailable') {
    return (
      <SettingGroup title={texts.title}>
        <SettingRow title={texts.unavailable.title} description={texts.unavailable[state.reason]} />
      </SettingGroup>
    );
  }
  return (
    <SettingGroup title={texts.title}>
      <SettingRow title={texts.agree} description={texts.agreeDescription}>
        <Switch
          label={texts.agree}
          isLabelHidden
          isSelected={state.kind !== 'off'}
          onChange={(isEnabled) => {
            show(agree.run({ isEnabled }));
          }}
        />
      </SettingRow>
      {state.kind !== 'off' && <UpdateRow state={state} version={version} />}
    </SettingGroup>
  );
}
