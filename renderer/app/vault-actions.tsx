import { useCommand } from '../bridge/use-command.ts';
import { Button } from '../ui/button.tsx';
import { useToast } from '../ui/use-toast.ts';

interface VaultActionsProps {
  /** Whether nothing is sealed yet, so that memory may hold the master key. */
  readonly canUseMemory: boolean;
  /** Called when the vault can be used again. */
  readonly onOpened?: () => void;
}

/** The ways back to a vault that can be used: ask the keychain again, or do without one. */
export function VaultActions({ canUseMemory, onOpened }: VaultActionsProps) {
  const retry = useCommand('vault.retry');
  const keepInMemory = useCommand('vault.useMemory');
  const toast = useToast();
  const attempt = async (command: typeof retry | typeof keepInMemory) => {
    const result = await command.run({});
    if (!result.ok) toast.showError(result.error);
    else if (result.value.kind === 'unlocked' || result.value.kind === 'empty') onOpened?.();
    else if ('message' in result.value) {
      toast.show({ tone: 'error', title: result.value.message, description: result.value.remedy });
    }
  };
  return (
    <>
      <Button size="small" isPending={retry.isPending} onPress={() => void attempt(retry)}>
        Try again
      </Button>
      {canUseMemory && (
        <Button size="small" isPending={keepInMemory.isPending} onPress={() => void attempt(keepInMemory)}>
          Keep keys in memory until I quit
        </Button>
      )}
    </>
  );
}
