import { EyeOff, FileQuestion, Scissors, Search, WrapText } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { BodyPreview, Response } from '../../../shared/domain/exchange.ts';
import type { CodeMirrorControl } from '../code-mirror/code-mirror.tsx';
import type { CodeLanguage } from '../code-mirror/code-language.ts';
import { CodeViewer } from '../code-viewer.tsx';
import { IconButton } from '../icon-button.tsx';
import { indentJson } from '../json-text.ts';
import { RadioGroup } from '../radio-group.tsx';
import { hexDump, languageOf } from './body-model.ts';
import styles from './body-view.module.css';
import { formatBytes } from './measures.ts';

interface BodyViewProps {
  /** Another value shows another document: folds and search start anew. */
  readonly documentId: string;
  readonly response: Response;
}

/** The body of a response as far as the window may show it. */
export function BodyView({ documentId, response }: BodyViewProps) {
  const { body } = response;
  switch (body.kind) {
    case 'empty':
      return <Nothing text="The response has no body." />;
    case 'text':
    case 'binary':
      if (shownSize(body) === 0 && body.isTruncated) {
        return <Nothing text={`The body of ${formatBytes(response.bodyBytes)} is no longer kept.`} />;
      }
      return <Shown key={documentId} body={body} response={response} />;
    default:
      return assertNever(body);
  }
}

function Nothing({ text }: { readonly text: string }) {
  return (
    <div className={styles.empty}>
      <FileQuestion aria-hidden="true" />
      <p>{text}</p>
    </div>
  );
}

/** About how many bytes of the body are here. */
function shownSize(body: ShownProps['body']): number {
  return body.kind === 'text' ? body.text.length : body.hex.length / 2;
}

interface ShownProps {
  readonly body: Exclude<BodyPreview, { readonly kind: 'empty' }>;
  readonly response: Response;
}

type View = 'pretty' | 'raw';

const VIEWS = [
  { id: 'pretty', label: 'Pretty' },
  { id: 'raw', label: 'Raw' },
] as const satisfies readonly { readonly id: View; readonly label: string }[];

function languageOfBody(body: ShownProps['body'], contentType: string): CodeLanguage {
  return body.kind === 'text' ? languageOf(contentType, body.text) : 'text';
}

function Shown({ body, response }: ShownProps) {
  const [view, setView] = useState<View>('pretty');
  const [isWrapped, setIsWrapped] = useState(false);
  const [control, setControl] = useState<CodeMirrorControl | null>(null);
  const language = languageOfBody(body, response.contentType);
  const pretty = useMemo(() => {
    if (body.kind === 'binary') return hexDump(body.hex);
    return language === 'json' ? indentJson(body.text) : body.text;
  }, [body, language]);
  const text = body.kind === 'text' && view === 'raw' ? body.text : pretty;
  return (
    <div className={styles.body}>
      <div className={styles.bar}>
        {language === 'json' && (
          <RadioGroup
            label="View"
            isLabelHidden
            appearance="segmented"
            options={VIEWS}
            value={view}
            onChange={setView}
          />
        )}
        <span className={styles.type}>
          {body.kind === 'binary' ? 'Binary' : response.contentType.split(';')[0]}
        </span>
        <Notes body={body} response={response} />
        <span className={styles.tools}>
          <IconButton
            label={isWrapped ? 'Do not wrap lines' : 'Wrap lines'}
            icon={<WrapText />}
            size="small"
            onPress={() => {
              setIsWrapped(!isWrapped);
            }}
          />
          <IconButton
            label="Search"
            tooltip="Search (Ctrl/Cmd+F)"
            icon={<Search />}
            size="small"
            onPress={() => control?.openSearch()}
          />
        </span>
      </div>
      <div className={styles.code}>
        <CodeViewer
          key={view}
          label="Response body"
          value={text}
          language={view === 'raw' ? 'text' : language}
          isWrapped={isWrapped}
          controlRef={setControl}
        />
      </div>
    </div>
  );
}

function Notes({ body, response }: ShownProps) {
  return (
    <>
      {response.isRedacted && (
        <Note icon={<EyeOff />} text="Masked: the response repeated a key, so its value is hidden here." />
      )}
      {body.isTruncated && (
        <Note
          icon={<Scissors />}
          text={`Cut off: the first ${formatBytes(shownSize(body))} of ${formatBytes(response.bodyBytes)} are shown.`}
        />
      )}
    </>
  );
}

function Note({ icon, text }: { readonly icon: ReactNode; readonly text: string }) {
  return (
    <span className={styles.note} title={text}>
      {icon}
      <span>{text}</span>
    </span>
  );
}
