import { KeyRound, SearchX } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { Service } from '../../../shared/domain/service.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { RowList } from '../../ui/table.tsx';
import type { KeyDialog } from './key-dialog.ts';
import type { KeyRow } from './key-rows.ts';
import styles from './keys-content.module.css';
import { ProfileSwitcher } from './profile-switcher.tsx';
import { KeysTable } from './keys-table.tsx';
import type { KeyList } from './use-key-list.ts';

interface KeysContentProps {
  readonly list: KeyList;
  readonly services: readonly Service[];
  readonly onOpen: (dialog: KeyDialog) => void;
}

const NO_ROWS: RowList<KeyRow> = [];

/** The table with its search; or, without a key, the prompt to generate one. */
export function KeysContent({ list, services, onOpen }: KeysContentProps) {
  const { state, search, setSearch } = list;
  const shown = state.kind === 'loaded' ? state.shown : null;
  const rows = shown?.rows ?? NO_ROWS;
  const [hadKeys, setHadKeys] = useState(false);
  if (!hadKeys && shown !== null && shown.all > 0) setHadKeys(true);
  const empty = useMemo(
    () => (
      <NoMatch
        search={search}
        onClear={() => {
          setSearch('');
        }}
      />
    ),
    [search, setSearch],
  );
  if (shown?.all === 0) return <NoKeys onOpen={onOpen} takesFocus={hadKeys} />;
  return (
    <div className={styles.content}>
      <div className={styles.toolbar}>
        <div className={styles.search}>
          <KeySearch search={search} setSearch={setSearch} />
        </div>
        {shown !== null && <ProfileSwitcher services={services} />}
        <span className={styles.count} role="status">
          {shown !== null && countText(rows.length, shown.all)}
        </span>
      </div>
      <KeysTable list={list} rows={rows} onOpen={onOpen} empty={empty} />
    </div>
  );
}

const numbers = new Intl.NumberFormat();

function countText(shown: number, all: number): string {
  const total = all === 1 ? '1 key' : `${numbers.format(all)} keys`;
  return shown === all ? total : `${numbers.format(shown)} of ${total}`;
}

/** Not drawn anew with each step of scrolling. */
const KeySearch = memo(function KeySearch({ search, setSearch }: Pick<KeyList, 'search' | 'setSearch'>) {
  return <SearchField label="Search API keys" value={search} onChange={setSearch} />;
});

interface NoKeysProps extends Pick<KeysContentProps, 'onOpen'> {
  /** After the last key was deleted, what had the focus is gone. */
  readonly takesFocus: boolean;
}

function NoKeys({ onOpen, takesFocus }: NoKeysProps) {
  return (
    <div className={styles.emptyFrame}>
      <EmptyState
        icon={<KeyRound />}
        title="Generate your first API key"
        actions={
          <>
            <Button
              variant="primary"
              autoFocus={takesFocus}
              onPress={() => {
                onOpen({ kind: 'generate' });
              }}
            >
              Generate API Key
            </Button>
            <Button
              onPress={() => {
                onOpen({ kind: 'add', serviceId: null });
              }}
            >
              Add existing key
            </Button>
          </>
        }
      >
        It works at once with the Local API inside Keyfob, without an account and without a network. Keys that
        you have from elsewhere can be kept here too.
      </EmptyState>
    </div>
  );
}

function NoMatch({ search, onClear }: { readonly search: string; readonly onClear: () => void }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title="No key matches"
      actions={<Button onPress={onClear}>Clear the search</Button>}
    >
      No name, service or last four characters hold “{search.trim()}”.
    </EmptyState>
  );
}
