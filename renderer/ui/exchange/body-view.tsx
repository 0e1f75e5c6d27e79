import { Download, FileQuestion, Search, WrapText } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { BodyPreview, Response } from '../../../shared/domain/exchange.ts';
import type { CodeMirrorControl } from '../code-mirror/code-mirror.tsx';
import { IconButton } from '../icon-button.tsx';
import { RadioGroup } from '../radio-group.tsx';
import { BodyNotes, shownSize } from './body-notes.tsx';
import styles from './body-view.module.css';
import { type BodyViewKind, lookOf, mediaTypeOf } from './body-views.ts';
import { HexView } from './hex-view.tsx';
import { HtmlPreview } from './html-preview.tsx';
import { ImageBody } from './image-body.tsx';
import { JsonBody } from './json-body.tsx';
import { useResponseActions } from './response-actions.ts';
import { TextBody } from './text-body.tsx';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

interface BodyViewProps {
  /** Of the exchange. Another value shows another document: folds and search start anew. */
  readonly documentId: string;
  readonly response: Response;
}

/** The body of a response as far as the window may show it. */
export function BodyView({ documentId, response }: BodyViewProps) {
  const texts = useTexts(exchangeTexts);
  const { body } = response;
  if (body.kind === 'empty') return <Nothing text={texts.body.none} />;
  if (shownSize(body) === 0 && body.isTruncated) {
    return <Nothing text={texts.body.gone(response.bodyBytes)} />;
  }
  return <Shown key={documentId} id={documentId} response={response} body={body} />;
}

function Nothing({ text }: { readonly text: string }) {
  return (
    <div className={styles.empty}>
      <FileQuestion aria-hidden="true" />
      <p>{text}</p>
    </div>
  );
}

interface ShownProps {
  readonly id: string;
  readonly response: Response;
  readonly body: Exclude<BodyPreview, { readonly kind: 'empty' }>;
}

function Shown({ id, response, body }: ShownProps) {
  const texts = useTexts(exchangeTexts);
  const look = lookOf(response);
  const [chosen, setChosen] = useState<BodyViewKind | null>(null);
  const [isWrapped, setIsWrapped] = useState(false);
  const [control, setControl] = useState<CodeMirrorControl | null>(null);
  const view = chosen ?? look.views[0] ?? 'raw';
  const isCode = body.kind === 'text' && (view === 'pretty' || view === 'raw');
  const type = mediaTypeOf(response.contentType);
  return (
    <div className={styles.body}>
      <div className={styles.bar}>
        {look.views.length > 1 && (
          <RadioGroup
            label={texts.body.view}
            isLabelHidden
            appearance="segmented"
            options={look.views.map((option) => ({ id: option, label: texts.views[option] }))}
            value={view}
            onChange={setChosen}
          />
        )}
        <span className={styles.type}>
          {type === '' && body.kind === 'binary' ? texts.body.binary : type}
        </span>
        <BodyNotes response={response} />
        <Tools
          id={id}
          isWrapped={isWrapped}
          onWrap={isCode ? setIsWrapped : null}
          onSearch={isCode ? () => control?.openSearch() : null}
        />
      </div>
      {type === 'application/pdf' && <p className={styles.hint}>{texts.body.pdf}</p>}
      <div className={styles.code}>
        {body.kind === 'text' && isCode && (
          <Text id={id} body={body} look={look} view={view} isWrapped={isWrapped} controlRef={setControl} />
        )}
        {body.kind === 'text' && view === 'tree' && (
          <JsonBody
            key="tree"
            id={id}
            body={body}
            view="tree"
            isWrapped={isWrapped}
            controlRef={setControl}
          />
        )}
        {view === 'preview' && look.imageType !== null && (
          <ImageBody id={id} response={response} type={look.imageType} />
        )}
        {view === 'preview' && look.imageType === null && body.kind === 'text' && (
          <HtmlPreview html={body.text} />
        )}
        {body.kind === 'binary' && view === 'hex' && (
          <HexView id={id} hex={body.hex} size={response.keptBytes ?? body.hex.length / 2} />
        )}
      </div>
    </div>
  );
}

interface TextProps {
  readonly id: string;
  readonly body: Extract<BodyPreview, { readonly kind: 'text' }>;
  readonly look: ReturnType<typeof lookOf>;
  readonly view: BodyViewKind;
  readonly isWrapped: boolean;
  readonly controlRef: (control: CodeMirrorControl | null) => void;
}

function Text({ id, body, look, view, isWrapped, controlRef }: TextProps): ReactNode {
  if (view === 'pretty' && look.language === 'json') {
    return <JsonBody id={id} body={body} view="pretty" isWrapped={isWrapped} controlRef={controlRef} />;
  }
  return (
    <TextBody
      key={view}
      text={body.text}
      language={view === 'raw' ? 'text' : look.language}
      isWrapped={isWrapped}
      controlRef={controlRef}
    />
  );
}

interface ToolsProps {
  readonly id: string;
  readonly isWrapped: boolean;
  readonly onWrap: ((isWrapped: boolean) => void) | null;
  readonly onSearch: (() => void) | null;
}

function Tools({ id, isWrapped, onWrap, onSearch }: ToolsProps) {
  const texts = useTexts(exchangeTexts);
  const actions = useResponseActions();
  return (
    <span className={styles.tools}>
      {actions !== null && (
        <IconButton
          label={texts.body.save}
          icon={<Download />}
          size="small"
          onPress={() => void actions.saveBody(id)}
        />
      )}
      {onWrap !== null && (
        <IconButton
          label={isWrapped ? texts.body.noWrap : texts.body.wrap}
          icon={<WrapText />}
          size="small"
          onPress={() => {
            onWrap(!isWrapped);
          }}
        />
      )}
      {onSearch !== null && (
        <IconButton
          label={texts.body.search}
          tooltip={texts.body.searchKeys}
          icon={<Search />}
          size="small"
          onPress={onSearch}
        />
      )}
    </span>
  );
}
