import { useMemo } from 'react';
import type { CodeLanguage } from '../code-mirror/code-language.ts';
import type { CodeMirrorControl } from '../code-mirror/code-mirror.tsx';
import { CodeViewer } from '../code-viewer.tsx';
import { indentJson } from '../json-text.ts';
import { indentMarkup } from '../xml-text.ts';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

interface TextBodyProps {
  readonly text: string;
  /** `text` shows it as it came; another one indents it. */
  readonly language: CodeLanguage;
  readonly isWrapped: boolean;
  readonly controlRef: (control: CodeMirrorControl | null) => void;
}

/** A body as text. */
export function TextBody({ text, language, isWrapped, controlRef }: TextBodyProps) {
  const texts = useTexts(exchangeTexts);
  const shown = useMemo(() => prettyText(text, language), [text, language]);
  return (
    <CodeViewer
      label={texts.body.label}
      value={shown}
      language={language}
      isWrapped={isWrapped}
      controlRef={controlRef}
    />
  );
}

/** The text indented as its language is. */
export function prettyText(text: string, language: CodeLanguage): string {
  switch (language) {
    case 'json':
      return indentJson(text);
    case 'xml':
    case 'html':
      return indentMarkup(text, language);
    default:
      return text;
  }
}
