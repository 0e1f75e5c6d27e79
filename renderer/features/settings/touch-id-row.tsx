import type { TouchIdState } from '../../../shared/domain/touch-id.ts';
import type { VaultState } from '../../../shared/domain/vault-state.ts';
import type { ShapeOf } from '../../../shared/texts/define-texts.ts';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useTexts } from '../../language/speech-context.ts';
import { Switch } from '../../ui/switch.tsx';
import { SettingRow } from './setting-row.tsx';
import { useShowFailure } from './use-show-failure.ts';

interface TouchIdRowProps {
  readonly state: TouchIdState;
  readonly vault: VaultState;
}

/** Whether Touch ID is asked before the keychain gives the master key; with another holder, why it cannot be. */
export function TouchIdRow({ state, vault }: TouchIdRowProps) {
  const {
    lock: { touchId: texts },
  } = useTexts(settingsTexts);
  const set = useCommand('vault.setTouchId');
  const show = useShowFailure();
  const isPossible = vault.kind === 'unlocked' && vault.holder === 'keychain';
  return (
    <SettingRow title={texts.title} description={describe(vault, texts)}>
      <Switch
        label={texts.title}
        isLabelHidden
        isDisabled={!isPossible}
        isSelected={isPossible && state.isOn}
        onChange={(isOn) => {
          show(set.run({ isOn }));
        }}
      />
    </SettingRow>
  );
}

function describe(vault: VaultState, texts: ShapeOf<typeof settingsTexts>['lock']['touchId']): string {
  if (vault.kind !== 'unlocked') return texts.noKeychain;
  switch (vault.holder) {
    case 'keychain':
      return texts.description;
    case 'passphrase':
      return texts.passphrase;
    case 'memory':
      return texts.noKeychain;
  }
}
