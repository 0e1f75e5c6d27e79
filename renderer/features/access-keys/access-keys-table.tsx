import type { ReactNode } from 'react';
import type { AccessKey } from '../../../shared/domain/access-key.ts';
import { Button } from '../../ui/button.tsx';
import { formatDate, formatDateTime, formatRelative } from '../../ui/format-time.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { AccessKeyStatusTag } from './access-key-status-tag.tsx';
import styles from './access-keys-table.module.css';
import { daysLeft } from './days-left.ts';

type Column = 'collection' | 'creator' | 'created' | 'lastUsed' | 'expires' | 'status' | 'actions';

interface AccessKeysTableProps {
  readonly keys: readonly AccessKey[];
  /** Epoch milliseconds. */
  readonly now: number;
  readonly onDelete: (accessKey: AccessKey) => void;
}

export function AccessKeysTable({ keys, now, onDelete }: AccessKeysTableProps) {
  return (
    <div className={styles.table}>
      <Table
        label="Collection access keys"
        columns={columns(now, onDelete)}
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
): readonly TableColumn<AccessKey, Column>[] {
  const column = (id: Column, label: string, render: (key: AccessKey) => ReactNode) => ({
    id,
    label,
    width: `var(--column-${id})`,
    render,
  });
  return [
    column('collection', 'Collection', (key) => <CollectionCell accessKey={key} />),
    column('creator', 'Created by', (key) => <CreatorCell accessKey={key} />),
    column('created', 'Created', ({ createdAt }) => <TimeCell at={createdAt} text={formatDate} />),
    column('lastUsed', 'Last used', ({ lastUsedAt }) => (
      <TimeCell at={lastUsedAt} text={(at) => formatRelative(at, now)} none="Never" />
    )),
    column('expires', 'Expires', (key) => <ExpiresCell accessKey={key} now={now} />),
    column('status', 'Status', (key) => <AccessKeyStatusTag accessKey={key} now={now} />),
    {
      id: 'actions',
      label: 'Actions',
      isLabelHidden: true,
      width: '4.25rem',
      align: 'end',
      render: (key, { isActive }) => (
        <Button size="small" excludeFromTabOrder={!isActive} onPress={() => onDelete(key)}>
          Delete
        </Button>
      ),
    },
  ];
}

function CollectionCell({ accessKey }: { readonly accessKey: AccessKey }) {
  const { collectionName, collectionUid, mask } = accessKey;
  return (
    <span className={styles.lines} title={collectionUid}>
      {collectionName === null ? (
        <span className={`${styles.first ?? ''} ${styles.none ?? ''}`}>Unknown collection</span>
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
  if (creatorName === null) return <span className={styles.none}>Unknown</span>;
  return (
    <span className={styles.lines} title={creatorName}>
      <span className={styles.first} dir="auto">
        {creatorName}
      </span>
      {isOwn === true && <span className={styles.second}>You</span>}
    </span>
  );
}

interface TimeCellProps {
  /** Epoch milliseconds. */
  readonly at: number | null;
  readonly text: (at: number) => string;
  readonly none?: string;
}

function TimeCell({ at, text, none = 'Unknown' }: TimeCellProps) {
  if (at === null) return <span className={styles.none}>{none}</span>;
  return (
    <time className={styles.first} dateTime={new Date(at).toISOString()} title={formatDateTime(at)}>
      {text(at)}
    </time>
  );
}

function ExpiresCell({ accessKey, now }: { readonly accessKey: AccessKey; readonly now: number }) {
  const { expiresAt, status } = accessKey;
  if (expiresAt === null) return <span className={styles.none}>Unknown</span>;
  const left = daysLeft(expiresAt, now);
  return (
    <span className={styles.lines}>
      <TimeCell at={expiresAt} text={formatDate} />
      <span className={styles.second}>
        {status === 'inactive' || left === 0
          ? 'Ended'
          : left === 1
            ? '1 day left'
            : `${String(left)} days left`}
      </span>
    </span>
  );
}
