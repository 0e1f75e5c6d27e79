import { MergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { adoptStyles } from './adopt-styles.ts';
import styles from './text-comparison.module.css';
import { codeTheme } from './code-theme.ts';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

interface TextComparisonProps {
  readonly before: string;
  readonly after: string;
  /** Whether more came than is in the texts. */
  readonly isCut: boolean;
}

function side(label: string, unchanged: string): Extension[] {
  return [
    lineNumbers(),
    codeTheme,
    EditorState.readOnly.of(true),
    EditorState.phrases.of({ '$ unchanged lines': unchanged }),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' }),
  ];
}

/** Two texts beside each other, with what differs marked and long equal parts folded. */
export function TextComparison({ before, after, isCut }: TextComparisonProps) {
  const { earlier, this: current, equal, equalSoFar, unchanged } = useTexts(exchangeTexts).compare;
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null) return undefined;
    adoptStyles(document);
    const view = new MergeView({
      parent: host.current,
      a: { doc: before, extensions: side(earlier, unchanged) },
      b: { doc: after, extensions: side(current, unchanged) },
      collapseUnchanged: { margin: 3, minSize: 6 },
      diffConfig: { scanLimit: 2_000, timeout: 1_000 },
    });
    return () => {
      view.destroy();
    };
  }, [before, after, earlier, current, unchanged]);
  const isEqual = before === after;
  return (
    <div className={styles.comparison}>
      {isEqual && (
        <p className={styles.equal} role="status">
          {isCut ? equalSoFar : equal}
        </p>
      )}
      <div ref={host} className={styles.host} />
    </div>
  );
}
