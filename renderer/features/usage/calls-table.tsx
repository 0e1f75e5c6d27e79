import { longDay, type ShownSeries } from './chart-series.ts';
import styles from './calls-table.module.css';

interface CallsTableProps {
  readonly days: readonly string[];
  readonly series: readonly ShownSeries[];
}

/** The numbers of the chart, the newest day first. */
export function CallsTable({ days, series }: CallsTableProps) {
  const rows = days.map((day, index) => ({ day, index })).toReversed();
  const sumOf = (index: number, of: 'calls' | 'errors') =>
    series.reduce((sum, one) => sum + (one[of][index] ?? 0), 0);
  return (
    // What scrolls must be reachable with the keyboard.
    <div className={styles.scroller} role="region" aria-label="Calls per day, as a table" tabIndex={0}>
      <table className={styles.table} aria-label="Calls per day">
        <thead>
          <tr>
            <th scope="col">Day</th>
            {series.map(({ id, name }) => (
              <th key={id} scope="col" dir="auto">
                {name}
              </th>
            ))}
            <th scope="col">All</th>
            <th scope="col">Errors or no answer</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day, index }) => (
            <tr key={day}>
              <th scope="row">{longDay(day)}</th>
              {series.map(({ id, calls }) => (
                <td key={id}>{(calls[index] ?? 0).toLocaleString()}</td>
              ))}
              <td>{sumOf(index, 'calls').toLocaleString()}</td>
              <td>{sumOf(index, 'errors').toLocaleString()}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
