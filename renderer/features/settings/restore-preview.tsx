import type { RestoredKey, RestoredService } from '../../../shared/domain/moving.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './moving.module.css';

interface RestorePreviewProps {
  readonly opened: { readonly keys: readonly RestoredKey[]; readonly services: readonly RestoredService[] };
}

type Row = RestoredKey & { readonly id: string };
type Column = 'name' | 'key' | 'service' | 'outcome';

const KEY_OUTCOMES: Readonly<Record<RestoredKey['outcome'], string>> = {
  new: 'Is added',
  here: 'Is here',
  'deleted-here': 'Was deleted here',
  'without-value': 'Has no value',
  'without-service': 'Has no service',
};

const SERVICE_OUTCOMES: Readonly<Record<RestoredService['outcome'], string>> = {
  new: 'Is added',
  here: 'Is here, stays as it is',
  removed: 'Was removed here',
};

const COLUMNS: readonly TableColumn<Row, Column>[] = [
  {
    id: 'name',
    label: 'Name',
    width: 'minmax(8rem, 2fr)',
    render: ({ name }) => <bdi className={styles.cut}>{name}</bdi>,
  },
  { id: 'key', label: 'Key', width: '10rem', render: ({ mask }) => <code>{mask}</code> },
  {
    id: 'service',
    label: 'Service',
    width: 'minmax(6rem, 1fr)',
    render: ({ serviceName }) => <span className={styles.cut}>{serviceName}</span>,
  },
  {
    id: 'outcome',
    label: 'What happens',
    width: '9rem',
    render: ({ outcome }) => <Tag tone={outcome === 'new' ? 'good' : 'neutral'}>{KEY_OUTCOMES[outcome]}</Tag>,
  },
];

/** What restoring would add, and what it would leave. */
export function RestorePreview({ opened: { keys, services } }: RestorePreviewProps) {
  const rows = keys.map((key, index) => ({ ...key, id: String(index) }));
  return (
    <>
      {services.length > 0 && (
        <ul className={styles.services} aria-label="Services of the export">
          {services.map((service, index) => (
            <li key={index} className={styles.service}>
              <span>
                <strong>{service.name}</strong>
                <span className={styles.origins}>{`Its keys may go to ${service.origins.join(', ')}`}</span>
              </span>
              <Tag tone={service.outcome === 'new' ? 'good' : 'neutral'}>
                {SERVICE_OUTCOMES[service.outcome]}
              </Tag>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.table}>
        <Table
          label="Keys of the export"
          columns={COLUMNS}
          rows={rows}
          getId={({ id }) => id}
          empty={<p className={styles.note}>There is no key in it.</p>}
        />
      </div>
    </>
  );
}
