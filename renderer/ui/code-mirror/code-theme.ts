import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const theme = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--color-text)',
    backgroundColor: 'transparent',
    fontSize: 'var(--text-small)',
  },
  '&.cm-focused': { outline: 'none' },
  '&:has(> .cm-scroller > .cm-content:focus-visible)': {
    outline: '2px solid var(--color-focus)',
    outlineOffset: '-2px',
  },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { padding: 'var(--space-2) 0', caretColor: 'var(--color-accent-text)' },
  '.cm-line': { padding: '0 var(--space-3) 0 var(--space-1)' },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--color-text-faint)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 var(--space-1) 0 var(--space-3)', minWidth: '2.5rem' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--color-text)' },
  '.cm-foldGutter .cm-gutterElement': { padding: '0 var(--space-1)', cursor: 'pointer' },
  '.cm-foldMarker': {
    display: 'inline-block',
    transition: 'transform var(--motion-quick) var(--ease)',
    color: 'var(--color-text-faint)',
  },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--color-accent-soft)',
    border: '1px solid var(--color-accent-line)',
    borderRadius: 'var(--radius-small)',
    color: 'var(--color-accent-text)',
    margin: '0 var(--space-1)',
    padding: '0 var(--space-1)',
  },
  '.cm-cursor': { borderLeftColor: 'var(--color-accent-text)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--color-code-selection)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--color-accent-soft)',
    outline: '1px solid var(--color-accent-line)',
  },
  '.cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'var(--color-danger-soft)',
  },
  '.cm-searchMatch': {
    backgroundColor: 'var(--color-warn-soft)',
    outline: '1px solid var(--color-warn-line)',
    borderRadius: '2px',
  },
  '.cm-searchMatch-selected': {
    backgroundColor: 'var(--color-accent-soft)',
    outline: '2px solid var(--color-accent)',
  },
  '.cm-variable': {
    color: 'var(--color-accent-text)',
    backgroundColor: 'var(--color-accent-soft)',
    borderRadius: '3px',
  },
  '.cm-problemLine': { backgroundColor: 'var(--color-danger-soft)' },
  '.cm-problem': { textDecoration: 'underline wavy var(--color-danger)', textUnderlineOffset: '3px' },
  '.cm-placeholder': { color: 'var(--color-text-faint)' },
  '.cm-panels': { backgroundColor: 'transparent', color: 'inherit', zIndex: '1' },
  '.cm-panels-top': { borderBottom: '1px solid var(--color-line)' },
  '.cm-searchPanel': {
    display: 'flex',
    alignItems: 'center',
    gap: 'var(--space-1)',
    padding: 'var(--space-1) var(--space-2)',
    backgroundColor: 'var(--color-sunken)',
  },
  '.cm-searchPanel input': {
    width: '14rem',
    minWidth: '6rem',
    height: 'var(--control-height-small)',
    padding: '0 var(--space-2)',
    border: '1px solid var(--color-line-control)',
    borderRadius: 'var(--radius-control)',
    backgroundColor: 'var(--color-surface)',
    fontFamily: 'var(--font-mono)',
    fontSize: 'var(--text-small)',
  },
  '.cm-searchPanel input:focus': {
    borderColor: 'var(--color-focus)',
    outline: '2px solid color-mix(in srgb, var(--color-focus), transparent 65%)',
    outlineOffset: '0',
  },
  '.cm-searchCount': {
    flex: '1',
    paddingLeft: 'var(--space-1)',
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--text-small)',
    color: 'var(--color-text-muted)',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  '.cm-searchButton': {
    minWidth: 'var(--control-height-small)',
    height: 'var(--control-height-small)',
    border: 'none',
    borderRadius: 'var(--radius-control)',
    backgroundColor: 'transparent',
    color: 'var(--color-text-muted)',
    fontSize: 'var(--text-small)',
  },
  '.cm-searchButton:hover': { backgroundColor: 'var(--color-hover)', color: 'var(--color-text)' },
  '.cm-searchButton[aria-pressed="true"]': {
    backgroundColor: 'var(--color-accent-soft)',
    color: 'var(--color-accent-text)',
  },
});

const highlighting = HighlightStyle.define([
  { tag: [tags.propertyName, tags.tagName], color: 'var(--color-code-key)' },
  { tag: [tags.string, tags.attributeValue], color: 'var(--color-code-string)' },
  { tag: tags.number, color: 'var(--color-code-number)' },
  { tag: [tags.bool, tags.null, tags.keyword, tags.attributeName], color: 'var(--color-code-keyword)' },
  { tag: tags.comment, color: 'var(--color-code-comment)' },
]);

/** The look of code in every editor and viewer; all colours come from the tokens, so both themes work. */
export const codeTheme: Extension = [theme, syntaxHighlighting(highlighting)];
