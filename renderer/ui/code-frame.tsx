import { useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import styles from './code-frame.module.css';
import { codeLoader, type CodeLoader } from './code-loader.ts';
import type { CodeMirror, CodeMirrorProps } from './code-mirror/code-mirror.tsx';

type CodeMirrorComponent = typeof CodeMirror;

// CodeMirror is the largest part of the window's code; nothing loads it before a text is shown.
const codeMirror = codeLoader(async () => (await import('./code-mirror/code-mirror.tsx')).CodeMirror);

/** Where the person is in a text that has the focus. */
export type CodePlace = Pick<HTMLTextAreaElement, 'selectionStart' | 'selectionEnd' | 'selectionDirection'>;

const FIRST_PLACE: CodePlace = { selectionStart: 0, selectionEnd: 0, selectionDirection: 'none' };

interface Shown {
  readonly Code: CodeMirrorComponent;
  /** Taken over from what stood there before; `null` where that had not the focus. */
  readonly place: CodePlace | null;
}

export interface CodeFrameProps extends Omit<CodeMirrorProps, 'place'> {
  /** What stands in its place until CodeMirror is loaded. */
  readonly plain: ReactNode;
  readonly loader?: CodeLoader<CodeMirrorComponent> | undefined;
}

/** CodeMirror, filling its parent. What stands there until it is loaded hands over its focus and its selection. */
export function CodeFrame({ plain, loader = codeMirror, ...code }: CodeFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const isComposing = useRef(false);
  const [shown, setShown] = useState<Shown | null>(() => shownFrom(loader.loaded(), null));
  const isShown = shown !== null;
  const show = () => {
    // An input method would lose what it is composing.
    if (!isShown && !isComposing.current) setShown(shownFrom(loader.loaded(), placeIn(frame.current)));
  };
  useEffect(() => {
    if (isShown) return undefined;
    let isCurrent = true;
    void loader.load().then((Code) => {
      if (!isCurrent || isComposing.current) return;
      // No key is pressed between the one and the other.
      flushSync(() => {
        setShown({ Code, place: placeIn(frame.current) });
      });
    });
    return () => {
      isCurrent = false;
    };
  }, [loader, isShown]);
  return (
    <div
      ref={frame}
      className={styles.frame}
      onCompositionStart={() => {
        isComposing.current = true;
      }}
      onCompositionEnd={() => {
        isComposing.current = false;
        show();
      }}
    >
      {shown === null ? plain : <shown.Code {...code} place={shown.place} />}
    </div>
  );
}

function shownFrom(Code: CodeMirrorComponent | null, place: CodePlace | null): Shown | null {
  return Code === null ? null : { Code, place };
}

function placeIn(frame: HTMLElement | null): CodePlace | null {
  const focused = document.activeElement;
  if (focused === null || frame?.contains(focused) !== true) return null;
  if (!(focused instanceof HTMLTextAreaElement)) return FIRST_PLACE;
  const { selectionStart, selectionEnd, selectionDirection } = focused;
  return { selectionStart, selectionEnd, selectionDirection };
}
