import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  hoverTooltip,
  MatchDecorator,
  type Tooltip,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import type { KnownVariable } from '../../../shared/domain/environment.ts';
import { findVariable, unknownText, valueText, type VariableWords } from '../variables/known-variables.ts';
import { openTemplateAt, templatePieces } from '../variables/template-text.ts';

type Known = readonly KnownVariable[];

/** Offers `{{variables}}` while one is typed, shows value and source where one is pointed at, and marks those without a value. */
export function variableTools(variables: Known, words: VariableWords): Extension {
  return [
    autocompletion({
      override: [(context) => complete(context, variables, words)],
      icons: false,
      tooltipClass: () => 'cm-variableList',
    }),
    hoverTooltip((view, position) => tooltipAt(view, position, { variables, words })),
    missingMarks(variables),
    theme,
  ];
}

function complete(
  { state, pos }: CompletionContext,
  variables: Known,
  words: VariableWords,
): CompletionResult | null {
  const line = state.doc.lineAt(pos);
  const open = openTemplateAt(line.text, pos - line.from);
  if (open === null) return null;
  return {
    from: line.from + open.from + 2,
    to: pos,
    // The name is matched by CodeMirror; what stands behind the caret is replaced with it.
    options: variables.map((variable) => ({
      label: variable.name,
      detail: `${valueText(variable, words).slice(0, 60)} · ${words.texts.source(variable.source)}`,
      apply: (view) => {
        const insert = `{{${variable.name}}}`;
        const from = line.from + open.from;
        const { head } = view.state.selection.main;
        const typedSince = head - pos;
        view.dispatch({
          changes: { from, to: line.from + open.to + typedSince, insert },
          selection: { anchor: from + insert.length },
        });
      },
    })),
  };
}

function tooltipAt(view: EditorView, position: number, { variables, words }: Surroundings): Tooltip | null {
  const line = view.state.doc.lineAt(position);
  let at = line.from;
  for (const { text, name } of templatePieces(line.text)) {
    const end = at + text.length;
    if (name !== null && position >= at && position < end) {
      return { pos: at, end, create: () => ({ dom: card(name, { variables, words }) }) };
    }
    at = end;
  }
  return null;
}

interface Surroundings {
  readonly variables: Known;
  readonly words: VariableWords;
}

function card(name: string, { variables, words }: Surroundings): HTMLElement {
  const variable = findVariable(variables, name);
  const dom = document.createElement('div');
  dom.className = 'cm-variableCard';
  const lines =
    variable === null
      ? [unknownText(name, words.texts)]
      : [valueText(variable, words).slice(0, 500), words.texts.source(variable.source)];
  for (const text of lines) {
    const line = document.createElement('div');
    line.textContent = text;
    dom.append(line);
  }
  return dom;
}

function missingMarks(variables: Known): Extension {
  const names = new Set(variables.filter(({ problem }) => problem === null).map(({ name }) => name));
  const matcher = new MatchDecorator({
    regexp: /\{\{([^{}\n]{1,200})\}\}/g,
    decoration: ([, name = '']) =>
      names.has(name.trim()) ? null : Decoration.mark({ class: 'cm-variableMissing' }),
  });
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = matcher.createDeco(view);
      }

      update(update: ViewUpdate): void {
        this.decorations = matcher.updateDeco(update, this.decorations);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

const theme = EditorView.theme({
  '.cm-variableMissing': {
    backgroundColor: 'var(--color-warn-soft)',
    boxShadow: 'inset 0 -2px 0 var(--color-warn-text)',
    borderRadius: '3px',
  },
  '.cm-tooltip': {
    border: '1px solid var(--color-line)',
    borderRadius: 'var(--radius-control)',
    backgroundColor: 'var(--color-raised)',
    color: 'var(--color-text)',
    boxShadow: 'var(--shadow-popover)',
    fontSize: 'var(--text-small)',
  },
  '.cm-variableCard': {
    maxWidth: '22rem',
    padding: 'var(--space-2) var(--space-3)',
    overflowWrap: 'anywhere',
  },
  '.cm-variableCard > div:last-child:not(:first-child)': { color: 'var(--color-text-muted)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)', maxHeight: '15rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.25rem var(--space-2)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--color-accent-soft)',
    color: 'var(--color-text)',
  },
  '.cm-completionDetail': {
    marginLeft: 'var(--space-3)',
    color: 'var(--color-text-muted)',
    fontFamily: 'var(--font-ui)',
    fontStyle: 'normal',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: 'var(--weight-medium)' },
});
