import { assertNever } from '../../shared/domain/assert-never.ts';
import { useCommand } from '../bridge/use-command.ts';
import { useToast } from '../ui/use-toast.ts';
import { useNavigation } from './navigation-context.ts';
import type { PaletteAction } from './palette-items.ts';
import { useCopyKey } from './use-copy-key.ts';

/** Does what was chosen in the palette. */
export function usePaletteAction(showShortcuts: () => void): (action: PaletteAction) => void {
  const { go } = useNavigation();
  const copyKey = useCopyKey();
  const setPreferences = useCommand('preferences.set');
  const lock = useCommand('vault.lock');
  const toast = useToast();
  return (action) => {
    switch (action.kind) {
      case 'show-screen':
        go(action.screen);
        return;
      case 'generate-key':
      case 'add-key':
        go('api-keys', { kind: action.kind });
        return;
      case 'new-request':
        go('requests', { kind: 'new-request' });
        return;
      case 'set-up-run':
        go('runs', action);
        return;
      case 'lock':
        void lock.run({}).then((result) => {
          if (!result.ok) toast.showError(result.error);
        });
        return;
      case 'show-shortcuts':
        showShortcuts();
        return;
      case 'scan-folder':
        go('exposed-keys', { kind: 'scan-folder' });
        return;
      case 'copy-key':
        void copyKey(action.apiKeyId);
        return;
      case 'show-key':
        go('api-keys', { kind: 'focus-key', apiKeyId: action.apiKeyId });
        return;
      case 'open-request':
        go('requests', action);
        return;
      case 'set-theme':
        void setPreferences.run({ theme: action.theme }).then((result) => {
          if (!result.ok) toast.showError(result.error);
        });
        return;
      default:
        assertNever(action);
    }
  };
}
