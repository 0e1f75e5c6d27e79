import type { TimeInterval } from './time-series.ts';
import styles from './time-panel.module.css';
import { runsTexts } from '../../../shared/texts/en/runs.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

/** The numbers of the chart, a line for each part of the run’s time. */
export function TimeTable({ intervals }: { readonly intervals: readonly TimeInterval[] }) {
  const texts = useTexts(runsTexts);
  const formats = useFormats();
  return (
    // What scrolls must be reachable with the keyboard.
    <div className={styles.scroller} role="region" aria-label={texts.times.asTable} tabIndex={0}>
      <table className={styles.table} aria-label={texts.times.title}>
        <thead>
          <tr>
            <th scope="col">{texts.times.from}</th>
            <th scope="col">{texts.times.to}</th>
            <th scope="col">{texts.facts.median}</th>
            <th scope="col">{texts.times.slowest}</th>
          </tr>
        </thead>
        <tbody>
          {intervals.map(({ from, to, median, slowest }) => (
            <tr key={`${String(from)} ${String(to)}`}>
              <th scope="row">{formats.duration(from)}</th>
              <td>{formats.duration(to)}</td>
              <td>{formats.duration(median)}</td>
              <td>{formats.duration(slowest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
