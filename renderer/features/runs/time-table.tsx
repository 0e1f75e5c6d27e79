import { formatDuration } from '../../ui/exchange/measures.ts';
import type { TimeInterval } from './time-series.ts';
import styles from './time-panel.module.css';

/** The numbers of the chart, a line for each part of the run’s time. */
export function TimeTable({ intervals }: { readonly intervals: readonly TimeInterval[] }) {
  return (
    // What scrolls must be reachable with the keyboard.
    <div className={styles.scroller} role="region" aria-label="Times, as a table" tabIndex={0}>
      <table className={styles.table} aria-label="Times over the run">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Median</th>
            <th scope="col">Slowest</th>
          </tr>
        </thead>
        <tbody>
          {intervals.map(({ from, to, median, slowest }) => (
            <tr key={`${String(from)} ${String(to)}`}>
              <th scope="row">{formatDuration(from)}</th>
              <td>{formatDuration(to)}</td>
              <td>{formatDuration(median)}</td>
              <td>{formatDuration(slowest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
