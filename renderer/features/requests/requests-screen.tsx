import { type KeyboardEvent, useRef, useState } from 'react';
import { useNavigation } from '../../app/navigation-context.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { useToast } from '../../ui/use-toast.ts';
import { CollectionsPane } from './collections-pane.tsx';
import { RequestEditor } from './request-editor.tsx';
import { collectionIdOf, placeOf } from './request-place.ts';
import type { RequestTab } from './request-tabs.ts';
import styles from './requests-screen.module.css';
import { ResponsePane } from './response-pane.tsx';
import { SplitPane } from './split-pane.tsx';
import { useIsWide } from './use-is-wide.ts';
import { usePreview } from './use-preview.ts';
import { useRequestIntents } from './use-request-intents.ts';
import type { WithheldRemedy } from './withheld-remedy.ts';
import { sendStateOf } from './workbench-store.ts';
import { useWorkbench, useWorkbenchState } from './workbench-context.ts';
import { WorkbenchProvider } from './workbench-provider.tsx';

/** From this width on, in pixels, the response stands beside the request. */
const BESIDE_FROM = 1100;

/** Compose a request, send it with its key, and see what came back and where the key went. */
export function RequestsScreen() {
  return (
    <WorkbenchProvider>
      <Workplace />
    </WorkbenchProvider>
  );
}

function Workplace() {
  const workbench = useWorkbench();
  const state = useWorkbenchState();
  const bridge = useBridge();
  const toast = useToast();
  const main = useRef<HTMLDivElement>(null);
  const urlField = useRef<HTMLDivElement>(null);
  const [tab, setTab] = useState<RequestTab>('params');
  const [ratio, setRatio] = useState(0.46);
  const isWide = useIsWide(main, BESIDE_FROM);
  const collections = useCommandQuery('collections.list', {});
  const known = collections.kind === 'loaded' ? collections.value : [];
  const { active } = state;
  const collectionId = collectionIdOf(active.source, known);
  const preview = usePreview(active.key, active.draft, collectionId);
  const send = sendStateOf(state);
  const remedy = useRemedy(setTab);
  const openNew = () => {
    workbench.openNew();
    urlField.current?.querySelector('input')?.focus();
  };
  useRequestIntents(openNew);
  const sendNow = () => {
    if (active.draft.url.trim() !== '') void workbench.send(collectionId, 'stop');
  };
  const onKeys = useSendKeys(sendNow);
  return (
    <div className={styles.screen} onKeyDownCapture={onKeys.capture} onKeyDown={onKeys.bubble}>
      <CollectionsPane
        collections={collections}
        state={state}
        workbench={workbench}
        onNew={openNew}
        onOpenRecent={(entry) => {
          void bridge.invoke('history.get', { id: entry.id }).then((result) => {
            if (result.ok) workbench.openDraft(result.value.draft, result.value.exchange);
            else toast.showError(result.error);
          });
        }}
      />
      <div ref={main} className={styles.main}>
        <SplitPane
          label="Size of request and response"
          direction={isWide ? 'columns' : 'rows'}
          ratio={ratio}
          onRatioChange={setRatio}
          first={
            <RequestEditor
              request={active}
              place={placeOf(active.source, known)}
              send={send}
              preview={preview}
              workbench={workbench}
              tab={tab}
              urlField={urlField}
              onTabChange={setTab}
              onSend={sendNow}
            />
          }
          second={
            <ResponsePane
              request={active}
              send={send}
              onRemedy={remedy}
              onShowPart={setTab}
              onSendWithoutKey={() => void workbench.send(collectionId, 'send-without-key')}
            />
          }
        />
      </div>
    </div>
  );
}

interface KeyHandlers {
  readonly capture: (event: KeyboardEvent) => void;
  readonly bubble: (event: KeyboardEvent) => void;
}

/** Ctrl/Cmd+Enter sends from anywhere on the screen; Escape cancels, unless something nearer used it. */
function useSendKeys(onSend: () => void): KeyHandlers {
  const workbench = useWorkbench();
  return {
    // Before the code editor, which would break the line.
    capture: (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      event.stopPropagation();
      onSend();
    },
    bubble: (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) void workbench.cancel();
    },
  };
}

/** Does what a person chose about a withheld key. */
function useRemedy(onShowPart: (tab: RequestTab) => void): (remedy: WithheldRemedy) => void {
  const workbench = useWorkbench();
  const { go } = useNavigation();
  const toast = useToast();
  const retryVault = useCommand('vault.retry');
  return (remedy) => {
    switch (remedy.kind) {
      case 'open-keys':
        go('api-keys', { kind: 'focus-key', apiKeyId: remedy.apiKeyId });
        break;
      case 'choose-key':
        onShowPart('auth');
        break;
      case 'change':
        workbench.change(remedy.change);
        break;
      case 'retry-vault':
        void retryVault.run({}).then((result) => {
          if (!result.ok) toast.showError(result.error);
          else if (result.value.kind === 'unlocked')
            toast.show({ tone: 'good', title: 'The keychain is open again' });
          else if (result.value.kind === 'unreadable') {
            toast.show({ tone: 'error', title: result.value.message, description: result.value.remedy });
          }
        });
        break;
    }
  };
}
