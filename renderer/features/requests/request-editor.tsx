import type { RefObject } from 'react';
import type { OpenedRequest } from '../../../shared/domain/collection.ts';
import { isSafeMethod } from '../../../shared/domain/http-request.ts';
import { originOf } from '../../../shared/domain/origin.ts';
import { type TabItem, Tabs } from '../../ui/tabs.tsx';
import type { QueryState } from '../../bridge/use-command-query.ts';
import { AboutPanel } from './about-panel.tsx';
import { AuthPanel } from './auth-panel.tsx';
import { BodyPanel } from './body-panel.tsx';
import { DestinationLine } from './destination-line.tsx';
import { suggestHeader } from './common-headers.ts';
import { RowEditor } from './row-editor.tsx';
import { InjectedHeaderRow } from './injected-header-row.tsx';
import { KeepPanel } from './keep-panel.tsx';
import { ParamsPanel } from './params-panel.tsx';
import { RequestBar } from './request-bar.tsx';
import styles from './request-editor.module.css';
import type { RequestTab } from './request-tabs.ts';
import { SettingsPanel } from './settings-panel.tsx';
import { OnDiskNotice } from './saving/on-disk-notice.tsx';
import type { Saving } from './saving/use-saving.ts';
import { TitleLine } from './title-line.tsx';
import { useOpenedRequest } from './use-opened-request.ts';
import type { Preview } from './use-preview.ts';
import { collectionIdOf } from './request-place.ts';
import type { OpenRequest, SendState } from './open-request.ts';
import type { Workbench } from './workbench.ts';
import { requestsTexts, type RequestsTexts } from '../../../shared/texts/en/requests.ts';
import { useTexts } from '../../language/speech-context.ts';

interface RequestEditorProps {
  readonly request: OpenRequest;
  /** Where it is saved, such as "Postman API / User"; `null` when nowhere. */
  readonly place: string | null;
  readonly send: SendState;
  readonly preview: QueryState<Preview> | null;
  readonly workbench: Workbench;
  readonly saving: Saving;
  readonly tab: RequestTab;
  readonly urlField: RefObject<HTMLDivElement | null>;
  readonly onTabChange: (tab: RequestTab) => void;
  readonly onSend: () => void;
}

/** Everything of the open request that can be changed. */
export function RequestEditor(props: RequestEditorProps) {
  const texts = useTexts(requestsTexts);
  const { request, send, preview, workbench, tab, urlField, onTabChange, onSend } = props;
  const onDisk = useOpenedRequest(request.source);
  const inFile = onDisk?.kind === 'loaded' ? onDisk.value : null;
  const tabs = [
    ...tabsOf(props, inFile, texts),
    ...(inFile === null ? [] : [aboutTab(request, inFile, texts)]),
  ];
  const selected = tabs.some(({ id }) => id === tab) ? tab : 'params';
  return (
    <section className={styles.editor} aria-label={texts.editor.request}>
      <div className={styles.head}>
        <TitleLine {...props} />
        <RequestBar
          draft={request.draft}
          isSending={send.kind === 'sending'}
          isCancelling={send.kind === 'sending' && send.isCancelling}
          urlField={urlField}
          onChange={workbench.change}
          onSend={onSend}
          onCancel={() => void workbench.cancel()}
        />
        <OnDiskNotice request={request} onDisk={onDisk} workbench={workbench} saving={props.saving} />
        <DestinationLine method={request.draft.method} preview={preview} />
      </div>
      <div className={styles.tabs}>
        <Tabs label={texts.editor.parts} tabs={tabs} selected={selected} onChange={onTabChange} />
      </div>
    </section>
  );
}

function aboutTab(request: OpenRequest, inFile: OpenedRequest, texts: RequestsTexts): TabItem<RequestTab> {
  const content = <AboutPanel key={request.key} request={request} onDisk={inFile} />;
  return {
    id: 'about',
    label: texts.editor.about,
    badge: inFile.notes.length > 0 ? '•' : undefined,
    content,
  };
}

function countOf(rows: readonly { readonly isEnabled: boolean }[]): number | undefined {
  const count = rows.filter(({ isEnabled }) => isEnabled).length;
  return count === 0 ? undefined : count;
}

function tabsOf(
  { request, preview, workbench }: RequestEditorProps,
  inFile: OpenedRequest | null,
  texts: RequestsTexts,
): readonly TabItem<RequestTab>[] {
  const { draft, key } = request;
  const known = preview?.kind === 'loaded' ? preview.value : null;
  const unresolved = known?.unresolved ?? [];
  const { change } = workbench;
  return [
    {
      id: 'params',
      label: texts.editor.params,
      badge: countOf(draft.params),
      content: <ParamsPanel draft={draft} unresolved={unresolved} onChange={change} />,
    },
    {
      id: 'headers',
      label: texts.editor.headers,
      badge: countOf(draft.headers),
      content: (
        <RowEditor
          label={texts.editor.headersLabel}
          noun="header"
          rows={draft.headers}
          unresolved={unresolved}
          suggest={suggestHeader}
          lockedRow={<InjectedHeaderRow signing={known?.signing ?? null} />}
          onChange={(headers) => {
            change({ headers });
          }}
        />
      ),
    },
    {
      id: 'body',
      label: texts.editor.body,
      badge: draft.body.kind === 'none' ? undefined : '•',
      content: (
        <BodyPanel
          documentId={key}
          goal={{ collectionId: collectionIdOf(request.source), origin: originOf(known?.url ?? '') }}
          body={draft.body}
          isSafeMethod={isSafeMethod(draft.method)}
          unresolved={unresolved}
          onKindChange={workbench.chooseBodyKind}
          onChange={(body) => {
            change({ body });
          }}
        />
      ),
    },
    {
      id: 'auth',
      label: texts.editor.auth,
      content: (
        <AuthPanel
          keyChoice={draft.keyChoice}
          auth={inFile?.auth ?? null}
          preview={known}
          onChange={(keyChoice) => {
            change({ keyChoice });
          }}
        />
      ),
    },
    {
      id: 'keep',
      label: texts.editor.keep,
      badge: countOf(draft.keeps ?? []),
      content: (
        <KeepPanel
          rows={draft.keeps ?? []}
          collectionId={collectionIdOf(request.source)}
          origin={originOf(known?.url ?? '')}
          onChange={(keeps) => {
            change({ keeps });
          }}
        />
      ),
    },
    {
      id: 'settings',
      label: texts.editor.settings,
      content: (
        <SettingsPanel
          settings={draft.settings}
          onChange={(settings) => {
            change({ settings });
          }}
        />
      ),
    },
  ];
}
