import { useEffect, useRef } from 'react';
import type { KnownVariable } from '../../../shared/domain/environment.ts';
import { editingTexts } from '../../../shared/texts/en/editing.ts';
import { useErrorWords, useTexts } from '../../language/speech-context.ts';
import { valueText } from './known-variables.ts';
import styles from './variable-input.module.css';

interface CompletionListProps {
  readonly id: string;
  readonly variables: readonly KnownVariable[];
  readonly chosen: number;
  readonly onChoose: (variable: KnownVariable) => void;
}

/** The variables that are offered while one is typed; the focus stays in the field. */
export function CompletionList({ id, variables, chosen, onChoose }: CompletionListProps) {
  const texts = useTexts(editingTexts).variables;
  const wordsOf = useErrorWords();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const item = list.current?.children[chosen];
    if (list.current === null || !(item instanceof HTMLElement)) return;
    const { scrollTop, clientHeight } = list.current;
    const bottom = item.offsetTop + item.offsetHeight;
    if (item.offsetTop < scrollTop) list.current.scrollTop = item.offsetTop;
    else if (bottom > scrollTop + clientHeight) list.current.scrollTop = bottom - clientHeight;
  }, [chosen]);
  return (
    <ul ref={list} id={id} role="listbox" aria-label={texts.title} className={styles.list}>
      {variables.map((variable, index) => (
        <li
          key={variable.name}
          id={`${id}-${String(index)}`}
          role="option"
          aria-selected={index === chosen}
          className={styles.option}
          onPointerDown={(event) => {
            // The field keeps the focus.
            event.preventDefault();
            onChoose(variable);
          }}
        >
          <span className={styles.name}>{variable.name}</span>
          <span className={styles.about}>
            {valueText(variable, { texts, wordsOf })} · {texts.source(variable.source)}
          </span>
        </li>
      ))}
    </ul>
  );
}
