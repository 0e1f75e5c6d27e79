import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { highlightSelectionMatches, openSearchPanel, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { useEffect, useEffectEvent, useMemo, useLayoutEffect, useRef } from 'react';
import type { KnownVariable } from '../../../shared/domain/environment.ts';
import type { CodePlace } from '../code-frame.tsx';
import { editingTexts, type EditingTexts } from '../../../shared/texts/en/editing.ts';
import { useErrorWords, useTexts } from '../../language/speech-context.ts';
import { adoptStyles } from './adopt-styles.ts';
import { type CodeLanguage, loadLanguage } from './code-language.ts';
import { codeMarks, markProblem } from './code-marks.ts';
import styles from './code-mirror.module.css';
import { codeTheme } from './code-theme.ts';
import { searchPanel, searchWords } from './search-panel.ts';
import { variableTools } from './variable-tools.ts';

export interface CodeMirrorProps {
  /** The accessible name. */
  readonly label: string;
  readonly value: string;
  readonly language: CodeLanguage;
  readonly isReadOnly: boolean;
  readonly isWrapped: boolean;
  readonly placeholder?: string | undefined;
  /** Offset of a problem to mark, in UTF-16 units. */
  readonly problemAt?: number | null | undefined;
  readonly onChange?: ((value: string) => void) | undefined;
  /** What is offered after `{{`; without it nothing is. */
  readonly variables?: readonly KnownVariable[] | null | undefined;
  /** Where it begins, with the focus; otherwise it takes none. */
  readonly place?: CodePlace | null | undefined;
  /** Gives the caller the way to open the search panel and to jump to a place. */
  readonly controlRef?: ((control: CodeMirrorControl | null) => void) | undefined;
}

export interface CodeMirrorControl {
  readonly openSearch: () => void;
  readonly goTo: (position: number) => void;
}

function foldMarker(isOpen: boolean, texts: EditingTexts['code']): HTMLElement {
  const marker = document.createElement('span');
  marker.className = 'cm-foldMarker';
  marker.textContent = isOpen ? '⌄' : '›';
  marker.title = isOpen ? texts.fold : texts.unfold;
  return marker;
}

function baseExtensions(props: CodeMirrorProps): Extension[] {
  return [
    lineNumbers(),
    codeFolding(),
    drawSelection(),
    bracketMatching(),
    highlightSelectionMatches({ minSelectionLength: 3 }),
    searchPanel(),
    codeMarks,
    codeTheme,
    keymap.of([...searchKeymap, ...foldKeymap, ...historyKeymap, ...defaultKeymap]),
    EditorView.contentAttributes.of({ tabindex: '0' }),
    props.isReadOnly
      ? [EditorState.readOnly.of(true), EditorView.contentAttributes.of({ 'aria-readonly': 'true' })]
      : [history(), indentOnInput()],
  ];
}

/** What is said in the language of the window, which may change while the editor is open. */
function useWording(
  { label, placeholder: hint }: Pick<CodeMirrorProps, 'label' | 'placeholder'>,
  texts: EditingTexts['code'],
): Extension {
  return useMemo(
    () => [
      EditorView.contentAttributes.of({ 'aria-label': label }),
      EditorState.phrases.of(texts.phrases),
      searchWords.of(texts),
      foldGutter({ markerDOM: (isOpen) => foldMarker(isOpen, texts) }),
      hint === undefined ? [] : placeholder(hint),
    ],
    [label, hint, texts],
  );
}

/** An offset beyond the end is at it: the text may have been given anew. */
function selectionOf(place: CodePlace, length: number): { readonly anchor: number; readonly head: number } {
  const start = Math.min(place.selectionStart, length);
  const end = Math.min(place.selectionEnd, length);
  return place.selectionDirection === 'backward'
    ? { anchor: end, head: start }
    : { anchor: start, head: end };
}

function controlOf(view: EditorView): CodeMirrorControl {
  return {
    openSearch: () => openSearchPanel(view),
    goTo: (position) => {
      const anchor = Math.min(position, view.state.doc.length);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      view.focus();
    },
  };
}

/**
 * A CodeMirror editor or viewer that fills its parent. Give it another `key` for another document: undo, folds and
 * search belong to one document. Tab is left to move the focus.
 */
export function CodeMirror(props: CodeMirrorProps) {
  const { value, language, isWrapped, problemAt = null, variables = null, controlRef } = props;
  const texts = useTexts(editingTexts);
  const worded = useWording(props, texts.code);
  const wordsOf = useErrorWords();
  const host = useRef<HTMLDivElement>(null);
  const viewRef = useRef<EditorView | null>(null);
  const wording = useRef(new Compartment());
  const grammar = useRef(new Compartment());
  const wrapping = useRef(new Compartment());
  const offering = useRef(new Compartment());
  const emitted = useRef(value);
  const place = useRef(props.place ?? null);
  const onDocument = useEffectEvent((text: string) => {
    emitted.current = text;
    props.onChange?.(text);
  });
  const create = useEffectEvent((parent: HTMLElement) => {
    adoptStyles(document);
    emitted.current = value;
    const listener = EditorView.updateListener.of((update) => {
      if (update.docChanged) onDocument(update.state.doc.toString());
    });
    const parts = [grammar, wrapping, offering].map(({ current }) => current.of([]));
    const words = wording.current.of(worded);
    const extensions = [baseExtensions(props), words, parts, listener];
    const view = new EditorView({ parent, state: EditorState.create({ doc: value, extensions }) });
    if (place.current !== null) {
      view.dispatch({ selection: selectionOf(place.current, view.state.doc.length), scrollIntoView: true });
      view.focus();
      place.current = null;
    }
    return view;
  });

  // In the same commit in which what stood here goes: a key that is pressed next finds the editor.
  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const view = create(host.current);
    viewRef.current = view;
    controlRef?.(controlOf(view));
    return () => {
      controlRef?.(null);
      viewRef.current = null;
      view.destroy();
    };
  }, [controlRef]);

  useEffect(() => {
    const view = viewRef.current;
    if (view !== null && wording.current.get(view.state) !== worded)
      view.dispatch({ effects: wording.current.reconfigure(worded) });
  }, [worded]);

  useEffect(() => {
    let isCurrent = true;
    void loadLanguage(language).then((extension) => {
      if (isCurrent) viewRef.current?.dispatch({ effects: grammar.current.reconfigure(extension) });
    });
    return () => {
      isCurrent = false;
    };
  }, [language, controlRef]);

  useEffect(() => {
    const extension = isWrapped ? EditorView.lineWrapping : [];
    viewRef.current?.dispatch({ effects: wrapping.current.reconfigure(extension) });
  }, [isWrapped, controlRef]);

  useEffect(() => {
    const extension = variables === null ? [] : variableTools(variables, { texts: texts.variables, wordsOf });
    viewRef.current?.dispatch({ effects: offering.current.reconfigure(extension) });
  }, [variables, texts, wordsOf, controlRef]);

  useEffect(() => {
    const view = viewRef.current;
    if (view === null || value === emitted.current) return;
    emitted.current = value;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
  }, [value]);

  // The text is a reason too: the same offset may be another place in it.
  useEffect(() => {
    if (viewRef.current !== null) markProblem(viewRef.current, problemAt);
  }, [problemAt, value]);

  return <div ref={host} className={styles.host} />;
}
