import { Search } from 'lucide-react';
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { keysOf } from '../../../shared/domain/shortcuts.ts';
import { quickCopyTexts } from '../../../shared/texts/en/quick-copy.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { useTexts } from '../../language/speech-context.ts';
import { Button } from '../../ui/button.tsx';
import { keyboardPlatform } from '../../ui/command-key.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import finder from '../../ui/finder.module.css';
import { Kbd } from '../../ui/kbd.tsx';
import { useFirstContent } from '../use-first-content.ts';
import { QuickCopyRow } from './quick-copy-row.tsx';
import styles from './quick-copy.module.css';

const MOST_SHOWN = 50;
const LONGEST_SEARCH = 200;
const NONE: readonly ApiKey[] = [];

/** The keys that match, the first of them chosen: Enter copies it. */
export function QuickCopyList() {
  const texts = useTexts(quickCopyTexts);
  const id = useId();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const search = useDeferredValue(query).slice(0, LONGEST_SEARCH);
  const wanted = { search, besides: '', limit: MOST_SHOWN };
  const found = useCommandQuery('keys.find', wanted, { keepsPrevious: true });
  const copy = useCommand('quickCopy.copy');
  const openKeyfob = useCommand('quickCopy.openKeyfob');
  const keys = found.kind === 'loaded' ? found.value : NONE;
  const at = Math.min(chosen, keys.length - 1);
  const error = copy.error ?? (found.kind === 'failed' ? found.error : null);
  useFirstContent(found.kind !== 'loading');

  const copyAt = (index: number) => {
    const key = keys[index];
    if (key !== undefined && !copy.isPending) void copy.run({ id: key.id });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = placeAfter(event.key, at, keys.length);
    if (event.key === 'Enter') copyAt(at);
    else if (next === null) return;
    else {
      setChosen(next);
      document.getElementById(`${id}-${String(next)}`)?.scrollIntoView({ block: 'nearest' });
    }
    event.preventDefault();
  };
  return (
    <>
      <div className={finder.field}>
        <Search className={finder.icon} aria-hidden="true" />
        <input
          className={finder.input}
          role="combobox"
          aria-label={texts.search}
          aria-expanded={keys.length > 0}
          aria-controls={`${id}-keys`}
          aria-autocomplete="list"
          {...(at >= 0 ? { 'aria-activedescendant': `${id}-${String(at)}` } : {})}
          // The window is there to be typed into at once.
          autoFocus
          placeholder={texts.placeholder}
          spellCheck={false}
          autoComplete="off"
          dir="auto"
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setChosen(0);
            copy.clearError();
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {error !== null && (
        <div className={styles.failure}>
          <ErrorNote
            error={error}
            actions={<Button onPress={() => void openKeyfob.run({})}>{texts.openKeyfob}</Button>}
          />
        </div>
      )}
      <div id={`${id}-keys`} className={styles.results} role="listbox" aria-label={texts.keys}>
        {keys.map((key, index) => (
          <QuickCopyRow
            key={key.id}
            id={`${id}-${String(index)}`}
            apiKey={key}
            isChosen={index === at}
            onChoose={() => {
              copyAt(index);
            }}
          />
        ))}
      </div>
      {found.kind === 'loaded' && keys.length === 0 && (
        <p className={styles.empty} role="status">
          {search === '' ? texts.none : texts.nothing(search)}
        </p>
      )}
      <footer className={styles.footer}>
        <span>
          <Kbd>{keysOf('Enter', keyboardPlatform())}</Kbd> {texts.copies}
        </span>
        <span>
          <Kbd>{keysOf('Esc', keyboardPlatform())}</Kbd> {texts.closes}
        </span>
      </footer>
    </>
  );
}

/** Round and round, as in menus; null for a key that does not move. */
function placeAfter(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'PageDown') return Math.min(at + 8, count - 1);
  return key === 'PageUp' ? Math.max(at - 8, 0) : null;
}
