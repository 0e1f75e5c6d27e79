import type { RestoredKey, RestorePreview as Opened } from '../../../shared/domain/moving.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './moving.module.css';
import { RestoredList } from './restored-list.tsx';
import type { ShapeOf } from '../../../shared/texts/define-texts.ts';
import { movingTexts } from '../../../shared/texts/en/moving.ts';
import { useTexts } from '../../language/speech-context.ts';

interface RestorePreviewProps {
  readonly opened: Opened;
}

type Row = RestoredKey & { readonly id: string };
type Column = 'name' | 'key' | 'service' | 'outcome';

type RestoringTexts = ShapeOf<typeof movingTexts>['restoring'];

function columnsOf({
  columns,
  keyOutcomes,
  alsoMayGoTo,
}: RestoringTexts): readonly TableColumn<Row, Column>[] {
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
      render: ({ serviceName, extraOrigins }) => (
        <span className={styles.service}>
          <span>
            <span className={styles.cut}>{serviceName}</span>
            {extraOrigins.length > 0 && <span className={styles.origins}>{alsoMayGoTo(extraOrigins)}</span>}
          </span>
        </span>
      ),
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
export function RestorePreview({ opened }: RestorePreviewProps) {
  const { restoring: texts } = useTexts(movingTexts);
  const { keys, services, variables, profiles, policies } = opened;
  const rows = keys.map((key, index) => ({ ...key, id: String(index) }));
  return (
    <>
      <RestoredList
        label={texts.services}
        items={services.map(({ name, origins, outcome }) => ({
          ...{ title: name, isNew: outcome === 'new', outcome: texts.serviceOutcomes[outcome] },
          detail: texts.mayGoTo(origins),
        }))}
      />
      <div className={styles.table}>
        <Table
          label={texts.keys}
          columns={columnsOf(texts)}
          rows={rows}
          getId={({ id }) => id}
          empty={<p className={styles.note}>{texts.noKey}</p>}
        />
      </div>
      <RestoredList
        label={texts.variables}
        items={variables.map(({ name, environmentName, origins, outcome }) => ({
          ...{ title: name, isNew: outcome === 'new', outcome: texts.variableOutcomes[outcome] },
          detail: `${texts.ofEnvironment(environmentName)}. ${texts.variableMayGoTo(origins)}`,
        }))}
      />
      <RestoredList
        label={texts.profiles}
        items={profiles.map(({ name, outcome }) => ({
          ...{ title: name, isNew: outcome === 'new', outcome: texts.profileOutcomes[outcome] },
          detail: null,
        }))}
      />
      {policies !== null && (
        <RestoredList
          label={texts.policies}
          items={[
            {
              ...{ title: texts.policyTitle, isNew: policies.outcome === 'new' },
              outcome: texts.policyOutcomes[policies.outcome],
              detail: texts.policyParts(policies.policies),
            },
          ]}
        />
      )}
    </>
  );
}
