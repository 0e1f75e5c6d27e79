import { X } from 'lucide-react';
import { Banner } from '../../ui/banner.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './data-file-field.module.css';
import type { DataFile } from './setup-form.ts';
import { runSetUpTexts, type RunSetUpTexts } from '../../../shared/texts/en/run-set-up.ts';
import { useTexts } from '../../language/speech-context.ts';
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
  const texts = useTexts(runSetUpTexts);
  const reader = useDataFile();
  const take = (file: File) => {
    void reader.read(file).then((read) => {
      if (read !== null) onChange(read);
    });
  };
  return (
    <>
      <FileDrop
        label={data === null ? texts.data.choose : texts.data.chooseOther}
        hint={texts.data.hint}
        accept=".csv,.json,text/csv,application/json"
        isPending={reader.isReading}
        onFile={take}
      />
      {reader.error !== null && <ErrorNote error={reader.error} />}
      {data === null && lastName !== null && reader.error === null && (
        <Banner
          tone="warn"
          title={texts.data.lastTime(lastName)}
          actions={
            <IconButton
              label={texts.data.runWithout}
              icon={<X />}
              size="small"
              onPress={() => {
                onChange(null);
              }}
            />
          }
        >
          {texts.data.notKept}
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
  const texts = useTexts(runSetUpTexts);
  const columns = data.columns.slice(0, MOST_COLUMNS);
  return (
    <div className={styles.preview}>
      <div className={styles.head}>
        <p className={styles.name}>
          <bdi dir="auto">{data.name}</bdi>
          <span className={styles.counts}>{texts.data.counts(data.rowCount, data.columns.length)}</span>
        </p>
        <IconButton label={texts.data.remove} icon={<X />} size="small" onPress={onRemove} />
      </div>
      {/* What scrolls must be reachable with the keyboard. */}
      <div className={styles.scroller} role="region" aria-label={texts.data.firstRows} tabIndex={0}>
        <table className={styles.table} aria-label={texts.data.firstRows}>
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
      <p className={styles.note}>{usageText(data, texts)}</p>
    </div>
  );
}

function usageText({ columns, firstRows, rowCount }: DataFile, { data }: RunSetUpTexts): string {
  const more = rowCount - firstRows.length;
  const [first = 'name'] = columns;
  const rest = more > 0 ? data.moreRows(more) : '';
  return `${rest}${data.usage(first)}`;
}
