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

interface Described {
  readonly label: string;
  readonly tone: Tone;
  readonly text: string;
}

/** Who holds the key that seals all others, and how to have another one hold it. */
export function MasterKeyRow({ vault }: { readonly vault: VaultState }) {
  const { label, tone, text } = describeVault(vault);
  return (
    <SettingRow title="Master key" description={text}>
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
              if (result.ok) toast.show({ tone: 'good', title: 'Your keychain holds the master key now.' });
              else toast.showError(result.error);
            });
          }}
        >
          Use the keychain
        </Button>
      )}
      <Button
        size="small"
        onPress={() => {
          setDialog(holder === 'passphrase' ? 'change' : 'use');
        }}
      >
        {holder === 'passphrase' ? 'Change passphrase…' : 'Use a passphrase…'}
      </Button>
      {dialog === 'use' && <UsePassphraseDialog onClose={close} />}
      {dialog === 'change' && <ChangePassphraseDialog onClose={close} />}
    </>
  );
}

const holders: Record<Holder, Described> = {
  keychain: {
    label: 'In the keychain',
    tone: 'good',
    text: 'Your system’s keychain holds the key that seals all others.',
  },
  passphrase: {
    label: 'Passphrase',
    tone: 'good',
    text: 'The key that seals all others is wrapped under your passphrase, which Keyfob does not know.',
  },
  memory: {
    label: 'In memory',
    tone: 'warn',
    text: 'It is kept in memory. The keys that were made with it are gone when Keyfob quits.',
  },
};

function describeVault(vault: VaultState): Described {
  switch (vault.kind) {
    case 'opening':
      return { label: 'Opening', tone: 'neutral', text: 'Asking the keychain for the master key.' };
    case 'empty':
      return {
        label: 'Not made yet',
        tone: 'neutral',
        text: 'It is made with your first key and kept in your system’s keychain.',
      };
    case 'needs-holder':
      return { label: 'No holder', tone: 'warn', text: `${vault.message} ${vault.remedy}` };
    case 'unlocked':
      return holders[vault.holder];
    case 'locked':
      return { label: 'Locked', tone: 'neutral', text: 'Keyfob is locked.' };
    case 'unreadable':
      return { label: 'Unreadable', tone: 'danger', text: `${vault.message} ${vault.remedy}` };
    default:
      return assertNever(vault);
  }
}
