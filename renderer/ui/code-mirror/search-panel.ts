import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  search,
  SearchQuery,
  setSearchQuery,
} from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import type { EditorView, Panel, ViewUpdate } from '@codemirror/view';

const MAX_COUNTED = 9_999;

/** "3 of 12", "No matches", or nothing while nothing is searched for. */
export function describeMatches(view: EditorView): string {
  const query = getSearchQuery(view.state);
  if (query.search === '') return '';
  if (!query.valid) return 'No matches';
  const { from, to } = view.state.selection.main;
  let count = 0;
  let current = 0;
  const cursor = query.getCursor(view.state);
  for (let next = cursor.next(); next.done !== true && count < MAX_COUNTED; next = cursor.next()) {
    count += 1;
    if (next.value.from === from && next.value.to === to) current = count;
  }
  if (count === 0) return 'No matches';
  const total = count === MAX_COUNTED ? `${String(MAX_COUNTED)}+` : String(count);
  return current === 0 ? `${total} found` : `${String(current)} of ${total}`;
}

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
  private readonly input = document.createElement('input');
  private readonly count = document.createElement('span');
  private readonly matchCase: HTMLButtonElement;
  private isCaseSensitive = false;

  constructor(view: EditorView) {
    this.view = view;
    this.dom.className = 'cm-searchPanel';
    this.dom.setAttribute('role', 'search');
    this.input.type = 'text';
    this.input.placeholder = 'Find';
    this.input.value = getSearchQuery(view.state).search;
    this.input.setAttribute('aria-label', 'Find');
    this.input.setAttribute('main-field', 'true');
    this.input.addEventListener('input', () => {
      this.commit();
    });
    this.count.className = 'cm-searchCount';
    this.count.setAttribute('aria-live', 'polite');
    this.matchCase = button('Match case', 'Aa', () => {
      this.isCaseSensitive = !this.isCaseSensitive;
      this.commit();
    });
    this.matchCase.setAttribute('aria-pressed', 'false');
    this.dom.append(
      this.input,
      this.count,
      this.matchCase,
      button('Previous match', '↑', () => findPrevious(view)),
      button('Next match', '↓', () => findNext(view)),
      button('Close search', '×', () => {
        this.close();
      }),
    );
    this.dom.addEventListener('keydown', (event) => {
      this.onKey(event);
    });
  }

  mount(): void {
    this.input.select();
    this.count.textContent = describeMatches(this.view);
  }

  update(update: ViewUpdate): void {
    const isQueryNew = update.transactions.some(({ effects }) =>
      effects.some((effect) => effect.is(setSearchQuery)),
    );
    if (!isQueryNew && !update.docChanged && !update.selectionSet) return;
    const { search: text } = getSearchQuery(update.state);
    if (isQueryNew && text !== this.input.value) this.input.value = text;
    this.count.textContent = describeMatches(update.view);
  }

  private commit(): void {
    this.matchCase.setAttribute('aria-pressed', String(this.isCaseSensitive));
    const query = new SearchQuery({
      search: this.input.value,
      caseSensitive: this.isCaseSensitive,
      literal: true,
    });
    this.view.dispatch({ effects: setSearchQuery.of(query) });
    if (query.search !== '') findNext(this.view);
    this.input.focus();
  }

  private close(): void {
    closeSearchPanel(this.view);
    this.view.focus();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && event.target === this.input)
      (event.shiftKey ? findPrevious : findNext)(this.view);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Search with a small panel of its own: the count of matches, and no replacing in what cannot be changed. */
export const searchPanel: Extension = search({ top: true, createPanel: (view) => new SearchPanel(view) });
