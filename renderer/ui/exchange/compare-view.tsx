import { lazy, Suspense, useEffect, useState } from 'react';
import type { Exchange } from '../../../shared/domain/exchange.ts';
import type { HistoryEntry } from '../../../shared/domain/history-entry.ts';
import { Select } from '../select.tsx';
import { Spinner } from '../spinner.tsx';
import styles from './compare-view.module.css';
import { comparedText, isCutForComparing } from './compared-text.ts';
import { useResponseActions } from './response-actions.ts';
import { useErrorWords, useFormats, useTexts } from '../../language/speech-context.ts';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';

// The comparison is a large part of its own; nothing loads it before two responses are compared.
const TextComparison = lazy(async () => ({
  default: (await import('../code-mirror/text-comparison.tsx')).TextComparison,
}));

interface CompareViewProps {
  readonly exchange: Exchange;
}

type Earlier =
  | { readonly kind: 'loading' }
  | { readonly kind: 'none' }
  | { readonly kind: 'some'; readonly entries: readonly HistoryEntry[] };

/** This response beside an earlier one of the same request: the same method, the same address. */
export function CompareView({ exchange }: CompareViewProps) {
  const texts = useTexts(exchangeTexts);
  const formats = useFormats();
  const wordsOf = useErrorWords();
  const actions = useResponseActions();
  const [earlier, setEarlier] = useState<Earlier>({ kind: 'loading' });
  const [chosen, setChosen] = useState<Exchange | null>(null);
  const { id } = exchange;
  useEffect(() => {
    let isCurrent = true;
    const choose = (key: string) => {
      void actions?.readExchange(key).then((previous) => {
        if (isCurrent) setChosen(previous);
      });
    };
    void actions?.listEarlier(id).then((entries) => {
      const [newest] = entries;
      if (!isCurrent) return;
      setEarlier(newest === undefined ? { kind: 'none' } : { kind: 'some', entries });
      if (newest !== undefined) choose(newest.id);
    });
    return () => {
      isCurrent = false;
    };
  }, [actions, id]);
  if (earlier.kind === 'loading') return <Spinner label={texts.compare.looking} />;
  if (earlier.kind === 'none') {
    return <p className={styles.none}>{texts.compare.none}</p>;
  }
  const isCut = chosen !== null && (isCutForComparing(chosen) || isCutForComparing(exchange));
  return (
    <div className={styles.compare}>
      <div className={styles.bar}>
        <Select
          label={texts.compare.with}
          isLabelHidden
          size="small"
          options={earlier.entries.map(({ id: key, at, status }) => ({
            id: key,
            label: `${formats.dateTime(at)} · ${status === null ? texts.compare.noResponse : String(status)}`,
          }))}
          value={chosen?.id ?? null}
          onChange={(key) => {
            void actions?.readExchange(key).then(setChosen);
          }}
        />
        <span className={styles.legend}>{texts.compare.sides}</span>
        {isCut && <span className={styles.legend}>{texts.compare.partly}</span>}
      </div>
      <div className={styles.texts}>
        {chosen !== null && (
          <Suspense fallback={<Spinner label={texts.compare.comparing} />}>
            <TextComparison
              key={chosen.id}
              before={comparedText(chosen, texts, wordsOf)}
              after={comparedText(exchange, texts, wordsOf)}
              isCut={isCut}
            />
          </Suspense>
        )}
      </div>
    </div>
  );
}
