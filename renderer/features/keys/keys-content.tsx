import { KeyRound, SearchX } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { TableFocusRequest } from '../../ui/table.tsx';
import { useNow } from '../../ui/use-now.ts';
import type { KeyDialog } from './key-dialog.ts';
import { keyRows, searchRows, sortRows, type KeySort } from './key-rows.ts';
import styles from './keys-content.module.css';
import { ProfileSwitcher } from './profile-switcher.tsx';
import { KeysTable } from './keys-table.tsx';

interface KeysContentProps {
  /** `null` while they load. */
  readonly keys: readonly ApiKey[] | null;
  readonly services: readonly Service[];
  readonly focusRequest: TableFocusRequest | null;
  readonly onOpen: (dialog: KeyDialog) => void;
}

/** The table with its search; or, without a key, the prompt to generate one. */
export function KeysContent({ keys, services, focusRequest, onOpen }: KeysContentProps) {
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<KeySort>({ column: 'created', direction: 'descending' });
  const now = useNow();
  const deferredSearch = useDeferredValue(search);
  const rows = useMemo(
    () => sortRows(searchRows(keyRows(keys ?? [], services, now), deferredSearch), sort),
    [keys, services, now, deferredSearch, sort],
  );
  const [hadKeys, setHadKeys] = useState(false);
  if (!hadKeys && keys !== null && keys.length > 0) setHadKeys(true);
  if (keys?.length === 0) return <NoKeys onOpen={onOpen} takesFocus={hadKeys} />;
  return (
    <div className={styles.content}>
      <div className={styles.toolbar}>
        <div className={styles.search}>
          <SearchField label="Search API keys" value={search} onChange={setSearch} />
        </div>
        {keys !== null && <ProfileSwitcher keys={keys} services={services} />}
        <span className={styles.count} role="status">
          {keys !== null && countText(rows.length, keys.length)}
        </span>
      </div>
      <KeysTable
        rows={rows}
        now={now}
        sort={sort}
        onSortChange={setSort}
        isLoading={keys === null}
        focusRequest={focusRequest}
        onOpen={onOpen}
        empty={
          <NoMatch
            search={search}
            onClear={() => {
              setSearch('');
            }}
          />
        }
      />
    </div>
  );
}

function countText(shown: number, all: number): string {
  const total = all === 1 ? '1 key' : `${all.toLocaleString()} keys`;
  return shown === all ? total : `${shown.toLocaleString()} of ${total}`;
}

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
