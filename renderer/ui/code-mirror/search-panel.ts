import { closeSearchPanel, getSearchQuery, search, SearchQuery, setSearchQuery } from '@codemirror/search';
import { Facet, type Extension } from '@codemirror/state';
import { EditorView, type Panel, type ViewUpdate } from '@codemirror/view';
import type { EditingTexts } from '../../../shared/texts/en/editing.ts';
import { findMatches, type Match, matchAfter, matchBefore } from './matches.ts';

type Words = EditingTexts['code'];

/** What the panel says. CodeMirror makes its panels anew when its phrases change, and with them the language of the window. */
export const searchWords = Facet.define<Words, Words | null>({ combine: ([words = null]) => words });

function button(label: string, text: string, onPress: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'cm-searchButton';
  element.textContent = text;
  element.title = label;
  element.setAttribute('aria-label', label);
  element.addEventListener('click', onPress);
  return element;
}

class SearchPanel implements Panel {
  readonly dom = document.createElement('div');
  readonly top = true;
  private readonly view: EditorView;
  private readonly texts: Words;
  private readonly input = document.createElement('input');
  private readonly count = document.createElement('span');
  private readonly matchCase: HTMLButtonElement;
  private isCaseSensitive: boolean;
  private matches: readonly Match[] = [];

  constructor(view: EditorView, texts: Words) {
    this.view = view;
    this.texts = texts;
    this.dom.className = 'cm-searchPanel';
    this.dom.setAttribute('role', 'search');
    this.input.type = 'text';
    this.input.placeholder = texts.find;
    this.input.spellcheck = false;
    const query = getSearchQuery(view.state);
    this.input.value = query.search;
    this.isCaseSensitive = query.caseSensitive;
    this.input.setAttribute('aria-label', texts.find);
    this.input.setAttribute('main-field', 'true');
    this.input.addEventListener('input', () => {
      this.commit();
    });
    this.count.className = 'cm-searchCount';
    this.count.setAttribute('role', 'status');
    this.matchCase = button(texts.matchCase, 'Aa', () => {
      this.isCaseSensitive = !this.isCaseSensitive;
      this.commit();
    });
    this.matchCase.setAttribute('aria-pressed', String(this.isCaseSensitive));
    this.dom.append(this.input, this.count, this.matchCase, ...this.moveButtons());
    this.dom.addEventListener('keydown', (event) => {
      this.onKey(event);
    });
  }

  mount(): void {
    this.input.select();
    this.find();
    this.showCount();
  }

  update(update: ViewUpdate): void {
    const query = getSearchQuery(update.state);
    if (query !== getSearchQuery(update.startState) && query.search !== this.input.value) {
      this.input.value = query.search;
      this.find();
    } else if (update.docChanged) this.find();
    if (update.selectionSet || update.docChanged) this.showCount();
  }

  private moveButtons(): readonly HTMLButtonElement[] {
    return [
      button(this.texts.previous, '↑', () => {
        this.move(matchBefore(this.matches, this.view.state.selection.main.from));
      }),
      button(this.texts.next, '↓', () => {
        this.move(matchAfter(this.matches, this.view.state.selection.main.to));
      }),
      button(this.texts.closeSearch, '×', () => {
        this.close();
      }),
    ];
  }

  private find(): void {
    this.matches = findMatches(this.view.state.doc.toString(), this.input.value, this.isCaseSensitive);
  }

  private showCount(): void {
    const { from, to } = this.view.state.selection.main;
    const current = this.matches.findIndex((match) => match.from === from && match.to === to);
    const total = this.matches.length;
    if (this.input.value === '') this.count.textContent = '';
    else if (total === 0) this.count.textContent = this.texts.noMatches;
    else
      this.count.textContent =
        current === -1 ? this.texts.found(total) : this.texts.place(current + 1, total);
  }

  private commit(): void {
    this.matchCase.setAttribute('aria-pressed', String(this.isCaseSensitive));
    // The editor's own query marks what is in view.
    const query = new SearchQuery({
      search: this.input.value,
      caseSensitive: this.isCaseSensitive,
      literal: true,
    });
    this.view.dispatch({ effects: setSearchQuery.of(query) });
    this.find();
    this.move(matchAfter(this.matches, this.view.state.selection.main.from));
    this.showCount();
  }

  private move(match: Match | null): void {
    if (match === null) return;
    this.view.dispatch({
      selection: { anchor: match.from, head: match.to },
      effects: EditorView.scrollIntoView(match.from, { y: 'center' }),
    });
  }

  private close(): void {
    closeSearchPanel(this.view);
    this.view.focus();
  }

  private onKey(event: KeyboardEvent): void {
    const { from, to } = this.view.state.selection.main;
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && event.target === this.input) {
      this.move(event.shiftKey ? matchBefore(this.matches, from) : matchAfter(this.matches, to));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Search with a small panel of its own: the count of matches, and no replacing in what cannot be changed. */
export function searchPanel(): Extension {
  return search({
    top: true,
    createPanel: (view) => {
      const words = view.state.facet(searchWords);
      if (words === null) throw new Error('Nobody says what the search panel says');
      return new SearchPanel(view, words);
    },
  });
}
