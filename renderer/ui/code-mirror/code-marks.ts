import { type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

const setProblem = StateEffect.define<number | null>();
const problemMark = Decoration.mark({ class: 'cm-problem' });
const problemLine = Decoration.line({ class: 'cm-problemLine' });

const problemField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    let next = decorations.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setProblem)) continue;
      next = effect.value === null ? Decoration.none : decorationsAt(transaction.state.doc, effect.value);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

interface LineSource {
  readonly length: number;
  lineAt(position: number): { readonly from: number };
}

function decorationsAt(document: LineSource, position: number): DecorationSet {
  const at = Math.min(position, document.length);
  const ranges: Range<Decoration>[] = [problemLine.range(document.lineAt(at).from)];
  if (at < document.length) ranges.push(problemMark.range(at, at + 1));
  return Decoration.set(ranges, true);
}

/** Marks the place of a problem in the text, or none with `null`. */
export function markProblem(view: EditorView, position: number | null): void {
  view.dispatch({ effects: setProblem.of(position) });
}

const variables = new MatchDecorator({
  regexp: /\{\{[^{}\n]+\}\}/g,
  decoration: Decoration.mark({ class: 'cm-variable' }),
});

const variableMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = variables.createDeco(view);
    }

    update(update: ViewUpdate): void {
      this.decorations = variables.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** Shows `{{variables}}` and the place of a problem in an editor. */
export const codeMarks: Extension = [problemField, variableMarks];
