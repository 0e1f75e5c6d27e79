import type { ReactNode } from 'react';
import type { AccessKey } from '../../../shared/domain/access-key.ts';
import { Button } from '../../ui/button.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { AccessKeyStatusTag } from './access-key-status-tag.tsx';
import styles from './access-keys-table.module.css';
import { daysLeft } from './days-left.ts';
import type { ShapeOf } from '../../../shared/texts/define-texts.ts';
import { accessKeysTexts } from '../../../shared/texts/en/access-keys.ts';
import type { Formats } from '../../../shared/texts/formats.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

type Column = 'collection' | 'creator' | 'created' | 'lastUsed' | 'expires' | 'status' | 'actions';

interface AccessKeysTableProps {
  readonly keys: readonly AccessKey[];
  /** Epoch milliseconds. */
  readonly now: number;
  readonly onDelete: (accessKey: AccessKey) => void;
}

export function AccessKeysTable({ keys, now, onDelete }: AccessKeysTableProps) {
  const texts = useTexts(accessKeysTexts);
  const formats = useFormats();
  return (
    <div className={styles.table}>
      <Table
        label={texts.title}
        columns={columns(now, onDelete, { texts, formats })}
        rows={keys}
        getId={(key) => key.id}
        isDimmed={(key) => key.status === 'inactive'}
      />
    </div>
  );
}

/** The widths come from the style sheet, which narrows them with the window. */
function columns(
  now: number,
  onDelete: AccessKeysTableProps['onDelete'],
  { texts, formats }: { readonly texts: ShapeOf<typeof accessKeysTexts>; readonly formats: Formats },
): readonly TableColumn<AccessKey, Column>[] {
  const column = (id: Column, render: (key: AccessKey) => ReactNode) => ({
    id,
    label: texts.columns[id],
    width: `var(--column-${id})`,
    render,
  });
  return [
    column('collection', (key) => <CollectionCell accessKey={key} />),
    column('creator', (key) => <CreatorCell accessKey={key} />),
    column('created', ({ createdAt }) => <TimeCell at={createdAt} text={formats.date} />),
    column('lastUsed', ({ lastUsedAt }) => (
      <TimeCell at={lastUsedAt} text={(at) => formats.relative(at, now)} none={texts.never} />
    )),
    column('expires', (key) => <ExpiresCell accessKey={key} now={now} />),
    column('status', (key) => <AccessKeyStatusTag accessKey={key} now={now} />),
    {
      id: 'actions',
      label: texts.columns.actions,
      isLabelHidden: true,
      width: '4.25rem',
      align: 'end',
      render: (key, { isActive }) => (
        <Button size="small" excludeFromTabOrder={!isActive} onPress={() => onDelete(key)}>
          {texts.delete}
        </Button>
      ),
    },
  ];
}

function CollectionCell({ accessKey }: { readonly accessKey: AccessKey }) {
  const texts = useTexts(accessKeysTexts);
  const { collectionName, collectionUid, mask } = accessKey;
  return (
    <span className={styles.lines} title={collectionUid}>
      {collectionName === null ? (
        <span className={`${styles.first ?? ''} ${styles.none ?? ''}`}>{texts.unknownCollection}</span>
      ) : (
        <span className={`${styles.first ?? ''} ${styles.name ?? ''}`} dir="auto">
          {collectionName}
        </span>
      )}
      <span className={`${styles.second ?? ''} ${styles.mask ?? ''}`} translate="no">
        {mask}
      </span>
    </span>
  );
}

function CreatorCell({ accessKey: { creatorName, isOwn } }: { readonly accessKey: AccessKey }) {
  const texts = useTexts(accessKeysTexts);
  if (creatorName === null) return <span className={styles.none}>{texts.unknown}</span>;
  return (
    <span className={styles.lines} title={creatorName}>
      <span className={styles.first} dir="auto">
        {creatorName}
      </span>
      {isOwn === true && <span className={styles.second}>{texts.you}</span>}
    </span>
  );
}

interface TimeCellProps {
  /** Epoch milliseconds. */
  readonly at: number | null;
  readonly text: (at: number) => string;
  readonly none?: string;
}

function TimeCell({ at, text, none }: TimeCellProps) {
  const texts = useTexts(accessKeysTexts);
  const formats = useFormats();
  if (at === null) return <span className={styles.none}>{none ?? texts.unknown}</span>;
  return (
    <time className={styles.first} dateTime={new Date(at).toISOString()} title={formats.dateTime(at)}>
      {text(at)}
    </time>
  );
}

function ExpiresCell({ accessKey, now }: { readonly accessKey: AccessKey; readonly now: number }) {
  const texts = useTexts(accessKeysTexts);
  const formats = useFormats();
  const { expiresAt, status } = accessKey;
  if (expiresAt === null) return <span className={styles.none}>{texts.unknown}</span>;
  const left = daysLeft(expiresAt, now);
  return (
    <span className={styles.lines}>
      <TimeCell at={expiresAt} text={formats.date} />
      <span className={styles.second}>
        {status === 'inactive' || left === 0 ? texts.ended : texts.daysLeft(left)}
      </span>
    </span>
  );
}
