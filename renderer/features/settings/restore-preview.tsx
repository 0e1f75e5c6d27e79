import type { RestoredKey, RestoredService } from '../../../shared/domain/moving.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './moving.module.css';
import type { ShapeOf } from '../../../shared/texts/define-texts.ts';
import { movingTexts } from '../../../shared/texts/en/moving.ts';
import { useTexts } from '../../language/speech-context.ts';

interface RestorePreviewProps {
  readonly opened: { readonly keys: readonly RestoredKey[]; readonly services: readonly RestoredService[] };
}

type Row = RestoredKey & { readonly id: string };
type Column = 'name' | 'key' | 'service' | 'outcome';

type RestoringTexts = ShapeOf<typeof movingTexts>['restoring'];

function columnsOf({ columns, keyOutcomes }: RestoringTexts): readonly TableColumn<Row, Column>[] {
  return [
    {
      id: 'name',
      label: columns.name,
      width: 'minmax(8rem, 2fr)',
      render: ({ name }) => <bdi className={styles.cut}>{name}</bdi>,
    },
    { id: 'key', label: columns.key, width: '10rem', render: ({ mask }) => <code>{mask}</code> },
    {
      id: 'service',
      label: columns.service,
      width: 'minmax(6rem, 1fr)',
      render: ({ serviceName }) => <span className={styles.cut}>{serviceName}</span>,
    },
    {
      id: 'outcome',
      label: columns.outcome,
      width: '9rem',
      render: ({ outcome }) => (
        <Tag tone={outcome === 'new' ? 'good' : 'neutral'}>{keyOutcomes[outcome]}</Tag>
      ),
    },
  ];
}

/** What restoring would add, and what it would leave. */
export function RestorePreview({ opened: { keys, services } }: RestorePreviewProps) {
  const { restoring: texts } = useTexts(movingTexts);
  const rows = keys.map((key, index) => ({ ...key, id: String(index) }));
  return (
    <>
      {services.length > 0 && (
        <ul className={styles.services} aria-label={texts.services}>
          {services.map((service, index) => (
            <li key={index} className={styles.service}>
              <span>
                <strong>{service.name}</strong>
                <span className={styles.origins}>{texts.mayGoTo(service.origins)}</span>
              </span>
              <Tag tone={service.outcome === 'new' ? 'good' : 'neutral'}>
                {texts.serviceOutcomes[service.outcome]}
              </Tag>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.table}>
        <Table
          label={texts.keys}
          columns={columnsOf(texts)}
          rows={rows}
          getId={({ id }) => id}
          empty={<p className={styles.note}>{texts.noKey}</p>}
        />
      </div>
    </>
  );
}
