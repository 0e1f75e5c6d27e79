import { X } from 'lucide-react';
import { Banner } from '../../ui/banner.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './data-file-field.module.css';
import { plural, type DataFile } from './setup-form.ts';
import { useDataFile } from './use-data-file.ts';

interface DataFileFieldProps {
  /** What is there of it now; `null` for none. */
  readonly data: DataFile | null;
  /** The name of the one that was used last time. */
  readonly lastName: string | null;
  /** `null`: without one from now on. */
  readonly onChange: (data: DataFile | null) => void;
}

/** The rows whose values become variables, one row an iteration. */
export function DataFileField({ data, lastName, onChange }: DataFileFieldProps) {
  const reader = useDataFile();
  const take = (file: File) => {
    void reader.read(file).then((read) => {
      if (read !== null) onChange(read);
    });
  };
  return (
    <>
      <FileDrop
        label={data === null ? 'Choose a file…' : 'Choose another file…'}
        hint="or drop a CSV file, or a JSON array of objects, here."
        accept=".csv,.json,text/csv,application/json"
        isPending={reader.isReading}
        onFile={take}
      />
      {reader.error !== null && <ErrorNote error={reader.error} />}
      {data === null && lastName !== null && reader.error === null && (
        <Banner
          tone="warn"
          title={`${lastName} was used last time: choose it again`}
          actions={
            <IconButton
              label="Run without a data file"
              icon={<X />}
              size="small"
              onPress={() => {
                onChange(null);
              }}
            />
          }
        >
          Its rows are kept nowhere, because they may hold what nobody else should read.
        </Banner>
      )}
      {data !== null && (
        <DataPreview
          data={data}
          onRemove={() => {
            reader.clearError();
            onChange(null);
          }}
        />
      )}
    </>
  );
}

/** More columns than one looks at. */
const MOST_COLUMNS = 12;

function DataPreview({ data, onRemove }: { readonly data: DataFile; readonly onRemove: () => void }) {
  const columns = data.columns.slice(0, MOST_COLUMNS);
  return (
    <div className={styles.preview}>
      <div className={styles.head}>
        <p className={styles.name}>
          <bdi dir="auto">{data.name}</bdi>
          <span className={styles.counts}>
            {plural(data.rowCount, 'row')}, {plural(data.columns.length, 'column')}
          </span>
        </p>
        <IconButton label="Remove the data file" icon={<X />} size="small" onPress={onRemove} />
      </div>
      {/* What scrolls must be reachable with the keyboard. */}
      <div className={styles.scroller} role="region" aria-label="First rows of the data file" tabIndex={0}>
        <table className={styles.table} aria-label="First rows of the data file">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" dir="auto">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.firstRows.map((row, index) => (
              // The rows of a file never change their order.
              <tr key={index}>
                {row.slice(0, MOST_COLUMNS).map((value, column) => (
                  <td key={column} dir="auto" title={value}>
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>{usageText(data)}</p>
    </div>
  );
}

function usageText({ columns, firstRows, rowCount }: DataFile): string {
  const more = rowCount - firstRows.length;
  const [first = 'name'] = columns;
  const rest = more > 0 ? `${plural(more, 'more row')}. ` : '';
  return `${rest}A value is used as a variable: {{${first}}}.`;
}
