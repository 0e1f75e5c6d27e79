import { useState } from 'react';
import type { UnreadableReason } from '../../shared/domain/vault-state.ts';
import { uiTexts } from '../../shared/texts/en/ui.ts';
import { vaultTexts } from '../../shared/texts/en/vault.ts';
import { useCommand } from '../bridge/use-command.ts';
import { useErrorWords, useTexts } from '../language/speech-context.ts';
import { Button } from '../ui/button.tsx';
import { useToast } from '../ui/use-toast.ts';
import { UsePassphraseDialog } from './passphrase-dialog.tsx';
import { OpenKitDialog } from './recovery-kit-dialogs.tsx';

const KIT_HELPS: ReadonlySet<UnreadableReason> = new Set<UnreadableReason>([
  'master-key-absent',
  'master-key-wrong',
  'passphrase-lost',
]);

interface VaultActionsProps {
  /** Whether nothing is sealed yet, so that memory may hold the master key. */
  readonly canUseMemory: boolean;
  /** Why secrets cannot be opened, so that a recovery kit is offered where one can help. */
  readonly unreadable?: UnreadableReason;
  /** Called when the vault can be used again. */
  readonly onOpened?: () => void;
}

/** The ways back to a vault that can be used: ask the keychain again, or do without one. */
export function VaultActions({ canUseMemory, unreadable, onOpened }: VaultActionsProps) {
  const texts = useTexts(vaultTexts);
  const { tryAgain } = useTexts(uiTexts);
  const wordsOf = useErrorWords();
  const [dialog, setDialog] = useState<'passphrase' | 'kit' | null>(null);
  const retry = useCommand('vault.retry');
  const keepInMemory = useCommand('vault.useMemory');
  const toast = useToast();
  const close = () => {
    setDialog(null);
  };
  const attempt = async (command: typeof retry | typeof keepInMemory) => {
    const result = await command.run({});
    if (!result.ok) toast.showError(result.error);
    else if (result.value.kind === 'unlocked' || result.value.kind === 'empty') onOpened?.();
    else if ('message' in result.value) {
      const { message, remedy } = wordsOf(result.value);
      toast.show({ tone: 'error', title: message, description: remedy });
    }
  };
  return (
    <>
      <Button size="small" isPending={retry.isPending} onPress={() => void attempt(retry)}>
        {tryAgain}
      </Button>
      {canUseMemory && (
        <Button size="small" isPending={keepInMemory.isPending} onPress={() => void attempt(keepInMemory)}>
          {texts.useMemory}
        </Button>
      )}
      {canUseMemory && (
        <Button
          size="small"
          onPress={() => {
            setDialog('passphrase');
          }}
        >
          {texts.usePassphrase}
        </Button>
      )}
      {unreadable !== undefined && KIT_HELPS.has(unreadable) && (
        <Button
          size="small"
          onPress={() => {
            setDialog('kit');
          }}
        >
          {texts.openKit}
        </Button>
      )}
      {dialog === 'passphrase' && <UsePassphraseDialog onClose={close} onDone={onOpened} />}
      {dialog === 'kit' && <OpenKitDialog onClose={close} onDone={onOpened} />}
    </>
  );
}
