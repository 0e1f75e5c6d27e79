import { KeyRound, ShieldOff } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { RunRow, RunRowOrder } from '../../../shared/domain/run.ts';
import { Address } from '../../ui/exchange/address.tsx';
import { MethodName } from '../../ui/exchange/method-name.tsx';
import { StatusTag } from '../../ui/exchange/status-tag.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Table, type TableColumn, type TableFocusRequest, type TableSort } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './rows-table.module.css';
import { verdictOf, type RunWords } from './run-text.ts';
import type { RowPlace, RunRows } from './use-run-rows.ts';
import { runsTexts } from '../../../shared/texts/en/runs.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

interface RowsTableProps {
  readonly rows: RunRows;
  readonly order: RunRowOrder;
  readonly onOrderChange: (order: RunRowOrder) => void;
  /** Enter, or a double click. */
  readonly onOpen: (index: number) => void;
  readonly focusRequest: TableFocusRequest | null;
  readonly empty: ReactNode;
}

type ColumnId = 'seq' | 'verdict' | 'request' | 'status' | 'time' | 'key';

/** The requests of a run, one line each; only those in view are drawn. */
export function RowsTable({ rows, order, onOrderChange, onOpen, focusRequest, empty }: RowsTableProps) {
  const texts = useTexts(runsTexts);
  const { places, rowAt, onRangeChange, isLoading } = rows;
  const formats = useFormats();
  const columns = useMemo(() => columnsOf(rowAt, { texts, formats }), [rowAt, texts, formats]);
  return (
    <div className={styles.table}>
      <Table
        label={texts.table.title}
        columns={columns}
        rows={places}
        getId={idOf}
        sort={SORTS[order]}
        onSortChange={(sort) => {
          onOrderChange(orderOf(sort));
        }}
        onRowAction={({ index }) => {
          onOpen(index);
        }}
        focusRequest={focusRequest}
        isLoading={isLoading && places.length > 0}
        onRangeChange={onRangeChange}
        empty={empty}
      />
    </div>
  );
}

export function idOf({ index }: RowPlace): string {
  return String(index);
}

const SORTS: Readonly<Record<RunRowOrder, TableSort<ColumnId>>> = {
  'first-to-last': { column: 'seq', direction: 'ascending' },
  'last-to-first': { column: 'seq', direction: 'descending' },
  fastest: { column: 'time', direction: 'ascending' },
  slowest: { column: 'time', direction: 'descending' },
};

function orderOf({ column, direction }: TableSort<ColumnId>): RunRowOrder {
  const isUp = direction === 'ascending';
  if (column === 'time') return isUp ? 'fastest' : 'slowest';
  return isUp ? 'first-to-last' : 'last-to-first';
}

function columnsOf(
  rowAt: RunRows['rowAt'],
  { texts, formats }: RunWords,
): readonly TableColumn<RowPlace, ColumnId>[] {
  const column = (
    id: ColumnId,
    label: string,
    render: (row: RunRow) => ReactNode,
  ): TableColumn<RowPlace, ColumnId> => ({
    id,
    label,
    width: `var(--column-${id})`,
    render: ({ index }) => {
      const row = rowAt(index);
      return row === null ? <Skeleton width="60%" /> : render(row);
    },
  });
  return [
    {
      ...column('seq', '#', ({ seq }) => <span className={styles.number}>{formats.number(seq)}</span>),
      isSortable: true,
    },
    column('verdict', texts.table.result, ({ verdict }) => (
      <Tag tone={verdictOf(verdict, texts).tone} hasDot isPlain={verdict === 'passed'}>
        {verdictOf(verdict, texts).word}
      </Tag>
    )),
    column('request', texts.common.request, (row) => <RequestCell row={row} />),
    column('status', texts.table.status, ({ status, errorCode }) => (
      <StatusTag status={status} failure={errorCode} />
    )),
    {
      ...column('time', texts.common.time, ({ durationMs, verdict }) =>
        verdict === 'error' && durationMs === 0 ? (
          <span className={styles.none}>{texts.table.none}</span>
        ) : (
          <span className={styles.number}>{formats.duration(durationMs)}</span>
        ),
      ),
      isSortable: true,
      align: 'end',
    },
    column('key', texts.table.key, (row) => <KeyCell row={row} />),
  ];
}

function RequestCell({ row: { method, name, url, iteration } }: { readonly row: RunRow }) {
  const texts = useTexts(runsTexts);
  return (
    <span className={styles.lines} title={url}>
      <span className={styles.first}>
        <MethodName method={method} isShort />
        <bdi className={styles.name} dir="auto">
          {name}
        </bdi>
      </span>
      <span className={styles.second}>
        {iteration > 1 && `${texts.common.iteration(iteration)} · `}
        <Address url={url} hidesHttps />
      </span>
    </span>
  );
}

function KeyCell({ row: { apiKeyName, isKeyWithheld } }: { readonly row: RunRow }) {
  const texts = useTexts(runsTexts);
  if (apiKeyName === null && !isKeyWithheld) return <span className={styles.none}>{texts.table.none}</span>;
  const name = apiKeyName ?? '';
  return (
    <span
      className={styles.key}
      data-withheld={isKeyWithheld || undefined}
      title={isKeyWithheld ? texts.table.keyWithheld(name) : texts.table.keySent(name)}
    >
      {isKeyWithheld ? <ShieldOff aria-hidden="true" /> : <KeyRound aria-hidden="true" />}
      {isKeyWithheld ? texts.table.withheld : <bdi dir="auto">{name}</bdi>}
    </span>
  );
}
