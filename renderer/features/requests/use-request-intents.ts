import { type NavigationIntent, useNavigationIntent } from '../../app/navigation-context.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useToast } from '../../ui/use-toast.ts';
import { draftWithKey } from './request-place.ts';
import { useWorkbench } from './workbench-context.ts';

interface RequestIntents {
  /** An empty request was asked for. */
  readonly onNew: () => void;
  /** What had the focus is on another screen, or gone. */
  readonly focusUrl: () => void;
}

/** Opens what another screen, the palette or the tray asked for. */
export function useRequestIntents({ onNew, focusUrl }: RequestIntents): void {
  const bridge = useBridge();
  const workbench = useWorkbench();
  const toast = useToast();

  async function openWithKey(
    intent: Extract<NavigationIntent, { kind: 'new-request-with-key' }>,
  ): Promise<void> {
    const [services, collections] = await Promise.all([
      bridge.invoke('services.list', {}),
      bridge.invoke('collections.list', {}),
    ]);
    const service = services.ok ? services.value.find(({ id }) => id === intent.serviceId) : undefined;
    workbench.openDraft(draftWithKey(intent.keyChoice, service, collections.ok ? collections.value : []));
    focusUrl();
  }

  async function openSaved(intent: Extract<NavigationIntent, { kind: 'open-request' }>): Promise<void> {
    const { collectionId, requestId } = intent;
    const request = await bridge.invoke('collections.getRequest', { collectionId, itemId: requestId });
    if (request.ok) workbench.openSaved(collectionId, request.value);
    else toast.showError(request.error);
  }

  useNavigationIntent((intent) => {
    switch (intent.kind) {
      case 'new-request':
        onNew();
        break;
      case 'new-request-with-key':
        void openWithKey(intent);
        break;
      case 'open-request':
        void openSaved(intent);
        break;
      case 'open-draft':
        workbench.openDraft(intent.draft, intent.exchange);
        break;
      case 'generate-key':
      case 'add-key':
      case 'focus-key':
      case 'regenerate-key':
      case 'show-activity':
      case 'scan-folder':
      case 'set-up-run':
      case 'show-run':
      case 'import-opened':
      case 'import-dropped':
      case 'choose-import':
        // These are asked of other screens, or of Import.
        break;
    }
  });
}
