import { useRef } from 'react';
import { useFirstContent } from '../../app/use-first-content.ts';
import { treesOf, useCollections } from '../../bridge/use-collections.ts';
import { stripTabId } from '../../ui/tab-strip.tsx';
import { CollectionsPane } from './collections-pane.tsx';
import { RequestWorkplace } from './request-workplace.tsx';
import { collectionIdOf, placeOf } from './request-place.ts';
import styles from './requests-screen.module.css';
import { SavingDialogs } from './saving/saving-dialogs.tsx';
import { useSaving } from './saving/use-saving.ts';
import { isEdited } from './open-request.ts';
import { OpenTabsBar, TAB_PANEL_ID } from './tabs/open-tabs-bar.tsx';
import { UnkeptNotice } from './tabs/unkept-notice.tsx';
import { UnopenedNotice } from './tabs/unopened-notice.tsx';
import { useTabKeys } from './tabs/use-tab-keys.ts';
import { useOpenRecent } from './use-open-recent.ts';
import { useRequestIntents } from './use-request-intents.ts';
import { useSendKeys } from './use-send-keys.ts';
import { useWorkbench, useWorkbenchState } from './workbench-context.ts';

/** Compose a request, send it with its key, and see what came back and where the key went. */
export function RequestsScreen() {
  const workbench = useWorkbench();
  const state = useWorkbenchState();
  const urlField = useRef<HTMLDivElement>(null);
  const collections = useCollections();
  const known = treesOf(collections);
  const { active } = state;
  const collectionId = collectionIdOf(active.source);
  const openRecent = useOpenRecent();
  const focusUrl = () => {
    urlField.current?.querySelector('input')?.focus();
  };
  const openNew = () => {
    workbench.openNew();
    focusUrl();
  };
  useRequestIntents({ onNew: openNew, focusUrl });
  useFirstContent(collections.kind !== 'loading');
  const send = () => {
    if (active.draft.url.trim() !== '') void workbench.send(collectionId, 'stop');
  };
  const onKeys = useSendKeys(send);
  const saving = useSaving();
  useTabKeys(workbench, saving);
  return (
    <div className={styles.screen} onKeyDownCapture={onKeys.capture} onKeyDown={onKeys.bubble}>
      <CollectionsPane collections={collections} state={state} onOpenRecent={openRecent} />
      <div className={styles.workplace}>
        <OpenTabsBar
          state={state}
          workbench={workbench}
          saving={saving}
          collections={known}
          onNew={openNew}
        />
        <UnopenedNotice count={state.unopenedTabs} />
        {state.unkeptTabs.has(active.key) && isEdited(active) && <UnkeptNotice />}
        <div
          id={TAB_PANEL_ID}
          className={styles.panel}
          role="tabpanel"
          aria-labelledby={stripTabId(TAB_PANEL_ID, active.key)}
        >
          <RequestWorkplace
            state={state}
            collectionId={collectionId}
            place={placeOf(active.source, known)}
            saving={saving}
            urlField={urlField}
            onSend={send}
          />
        </div>
      </div>
      <SavingDialogs saving={saving} state={state} collections={known} />
    </div>
  );
}
