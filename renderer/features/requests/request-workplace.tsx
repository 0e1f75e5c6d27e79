import { type RefObject, useRef, useState } from 'react';
import { RequestVariables } from './environments/request-variables.tsx';
import { requestIdOf } from './open-request.ts';
import { RequestEditor } from './request-editor.tsx';
import type { RequestTab } from './request-tabs.ts';
import styles from './request-workplace.module.css';
import { ResponsePane } from './response-pane.tsx';
import type { Saving } from './saving/use-saving.ts';
import { SplitPane } from './split-pane.tsx';
import { useFrameSize } from './use-frame-size.ts';
import { usePreview } from './use-preview.ts';
import { useSplit } from './use-split.ts';
import { useWithheldRemedy } from './use-withheld-remedy.ts';
import { useWorkbench } from './workbench-context.ts';
import { sendStateOf, type WorkbenchState } from './workbench-store.ts';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';
import { useTexts } from '../../language/speech-context.ts';

interface RequestWorkplaceProps {
  readonly state: WorkbenchState;
  /** Whose variables and key apply; `null` for none. */
  readonly collectionId: string | null;
  /** Where the request is saved; `null` when nowhere. */
  readonly place: string | null;
  readonly saving: Saving;
  readonly urlField: RefObject<HTMLDivElement | null>;
  readonly onSend: () => void;
}

/** The request's part of the height or width. */
const BESIDE_A_RESPONSE = 0.46;
/** There is nothing below it yet. */
const ALONE = 0.7;

/** The open request and its response, with the divider between them. */
export function RequestWorkplace(props: RequestWorkplaceProps) {
  const texts = useTexts(requestsTexts);
  const { state, collectionId, place, saving, urlField, onSend } = props;
  const workbench = useWorkbench();
  const frame = useRef<HTMLDivElement>(null);
  const { isWide, isShort } = useFrameSize(frame);
  const direction = isWide ? 'columns' : 'rows';
  const [tab, setTab] = useState<RequestTab>('params');
  // Until a person moves the divider, the request has the room that no response needs.
  const { ratio, setRatio } = useSplit(direction);
  const { active } = state;
  const preview = usePreview(active.key, active.draft, {
    collectionId,
    requestId: requestIdOf(active.source),
  });
  const send = sendStateOf(state);
  const usual = send.kind === 'idle' && !isWide ? ALONE : BESIDE_A_RESPONSE;
  const onRemedy = useWithheldRemedy(setTab);
  const isFolded = isShort && !isWide && send.kind === 'idle';
  const editor = (
    <RequestVariables collectionId={collectionId} requestId={requestIdOf(active.source)}>
      <RequestEditor
        request={active}
        place={place}
        send={send}
        preview={preview}
        workbench={workbench}
        saving={saving}
        tab={tab}
        urlField={urlField}
        onTabChange={setTab}
        onSend={onSend}
      />
    </RequestVariables>
  );
  const response = (
    <ResponsePane
      request={active}
      send={send}
      isFolded={isFolded}
      onRemedy={onRemedy}
      onShowPart={setTab}
      onSendWithoutKey={() => void workbench.send(collectionId, 'send-without-key')}
      onSendAnyway={() => void workbench.send(collectionId, 'send-anyway')}
    />
  );
  return (
    <div ref={frame} className={styles.frame}>
      <SplitPane
        label={texts.editor.split}
        direction={direction}
        ratio={ratio ?? usual}
        onRatioChange={setRatio}
        isSecondFolded={isFolded}
        onReset={() => {
          setRatio(null);
        }}
        first={editor}
        second={response}
      />
    </div>
  );
}
