import { useState } from 'react';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { VaultState } from '../../../shared/domain/vault-state.ts';
import { ChangePassphraseDialog, UsePassphraseDialog } from '../../app/passphrase-dialog.tsx';
import { VaultActions } from '../../app/vault-actions.tsx';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { SettingRow } from './setting-row.tsx';
import type { ShapeOf } from '../../../shared/texts/define-texts.ts';
import type { Speech } from '../../../shared/texts/speech.ts';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { useErrorWords, useTexts } from '../../language/speech-context.ts';

interface Described {
  readonly label: string;
  readonly tone: Tone;
  readonly text: string;
}

/** Who holds the key that seals all others, and how to have another one hold it. */
export function MasterKeyRow({ vault }: { readonly vault: VaultState }) {
  const { storage: texts } = useTexts(settingsTexts);
  const { label, tone, text } = describeVault(vault, texts, useErrorWords());
  return (
    <SettingRow title={texts.masterKey} description={text}>
      {vault.kind === 'needs-holder' && <VaultActions canUseMemory />}
      {vault.kind === 'unreadable' && <VaultActions canUseMemory={false} unreadable={vault.reason} />}
      {vault.kind === 'unlocked' && <HolderActions holder={vault.holder} />}
      <Tag tone={tone} hasDot>
        {label}
      </Tag>
    </SettingRow>
  );
}

type Holder = Extract<VaultState, { kind: 'unlocked' }>['holder'];

function HolderActions({ holder }: { readonly holder: Holder }) {
  const { storage: texts } = useTexts(settingsTexts);
  const [dialog, setDialog] = useState<'use' | 'change' | null>(null);
  const useKeychain = useCommand('vault.useKeychain');
  const toast = useToast();
  const close = () => {
    setDialog(null);
  };
  return (
    <>
      {holder !== 'keychain' && (
        <Button
          size="small"
          isPending={useKeychain.isPending}
          onPress={() => {
            void useKeychain.run({}).then((result) => {
              if (result.ok) toast.show({ tone: 'good', title: texts.keychainHolds });
              else toast.showError(result.error);
            });
          }}
        >
          {texts.useKeychain}
        </Button>
      )}
      <Button
        size="small"
        onPress={() => {
          setDialog(holder === 'passphrase' ? 'change' : 'use');
        }}
      >
        {holder === 'passphrase' ? texts.changePassphrase : texts.usePassphrase}
      </Button>
      {dialog === 'use' && <UsePassphraseDialog onClose={close} />}
      {dialog === 'change' && <ChangePassphraseDialog onClose={close} />}
    </>
  );
}

const tones: Record<Holder, Tone> = { keychain: 'good', passphrase: 'good', memory: 'warn' };

function describeVault(
  vault: VaultState,
  texts: ShapeOf<typeof settingsTexts>['storage'],
  wordsOf: Speech['wordsOf'],
): Described {
  const { message, remedy } = 'message' in vault ? wordsOf(vault) : { message: '', remedy: '' };
  switch (vault.kind) {
    case 'opening':
    case 'empty':
    case 'locked':
      return { ...texts[vault.kind], tone: 'neutral' };
    case 'needs-holder':
      return { label: texts.noHolder, tone: 'warn', text: `${message} ${remedy}` };
    case 'unlocked':
      return { ...texts.holders[vault.holder], tone: tones[vault.holder] };
    case 'unreadable':
      return { label: texts.unreadable, tone: 'danger', text: `${message} ${remedy}` };
    default:
      return assertNever(vault);
  }
}
