import { longDay, type ShownSeries } from './chart-series.ts';
import styles from './calls-table.module.css';
import { usageTexts } from '../../../shared/texts/en/usage.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

interface CallsTableProps {
  readonly days: readonly string[];
  readonly series: readonly ShownSeries[];
}

/** The numbers of the chart, the newest day first. */
export function CallsTable({ days, series }: CallsTableProps) {
  const texts = useTexts(usageTexts);
  const formats = useFormats();
  const rows = days.map((day, index) => ({ day, index })).toReversed();
  const sumOf = (index: number, of: 'calls' | 'errors') =>
    series.reduce((sum, one) => sum + (one[of][index] ?? 0), 0);
  return (
    // What scrolls must be reachable with the keyboard.
    <div className={styles.scroller} role="region" aria-label={texts.calls.table} tabIndex={0}>
      <table className={styles.table} aria-label={texts.calls.title}>
        <thead>
          <tr>
            <th scope="col">{texts.calls.day}</th>
            {series.map(({ id, name }) => (
              <th key={id} scope="col" dir="auto">
                {name}
              </th>
            ))}
            <th scope="col">{texts.calls.all}</th>
            <th scope="col">{texts.calls.errors}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day, index }) => (
            <tr key={day}>
              <th scope="row">{longDay(day, formats.locale)}</th>
              {series.map(({ id, calls }) => (
                <td key={id}>{formats.number(calls[index] ?? 0)}</td>
              ))}
              <td>{formats.number(sumOf(index, 'calls'))}</td>
              <td>{formats.number(sumOf(index, 'errors'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
