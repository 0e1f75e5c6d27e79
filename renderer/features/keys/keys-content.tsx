import { Import, KeyRound, SearchX, SquareTerminal } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { Service } from '../../../shared/domain/service.ts';
import { useNavigation } from '../../app/navigation-context.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
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
import { keysTexts } from '../../../shared/texts/en/keys.ts';
import { useTexts } from '../../language/speech-context.ts';

interface KeysContentProps {
  readonly list: KeyList;
  readonly services: readonly Service[];
  readonly onOpen: (dialog: KeyDialog) => void;
}

const NO_ROWS: RowList<KeyRow> = [];

/** The table with its search; or, without a key, the prompt to generate one. */
export function KeysContent({ list, services, onOpen }: KeysContentProps) {
  const texts = useTexts(keysTexts);
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
          {shown !== null && texts.countOf(rows.length, shown.all)}
        </span>
      </div>
      <KeysTable list={list} rows={rows} onOpen={onOpen} empty={empty} />
    </div>
  );
}

/** Not drawn anew with each step of scrolling. */
const KeySearch = memo(function KeySearch({ search, setSearch }: Pick<KeyList, 'search' | 'setSearch'>) {
  const texts = useTexts(keysTexts);
  return <SearchField label={texts.search} value={search} onChange={setSearch} />;
});

interface NoKeysProps extends Pick<KeysContentProps, 'onOpen'> {
  /** After the last key was deleted, what had the focus is gone. */
  readonly takesFocus: boolean;
}

function NoKeys({ onOpen, takesFocus }: NoKeysProps) {
  const texts = useTexts(keysTexts);
  return (
    <div className={styles.emptyFrame}>
      <EmptyState
        icon={<KeyRound />}
        title={texts.first.title}
        actions={
          <>
            <Button
              variant="primary"
              autoFocus={takesFocus}
              onPress={() => {
                onOpen({ kind: 'generate' });
              }}
            >
              {texts.generate}
            </Button>
            <Button
              onPress={() => {
                onOpen({ kind: 'add', serviceId: null });
              }}
            >
              {texts.add}
            </Button>
          </>
        }
        more={<OtherWays onOpen={onOpen} />}
      >
        {texts.first.explanation}
      </EmptyState>
    </div>
  );
}

/** What a newcomer may have already. */
function OtherWays({ onOpen }: Pick<KeysContentProps, 'onOpen'>) {
  const { first: texts } = useTexts(keysTexts);
  const { go } = useNavigation();
  const found = useCommandQuery('keys.listInEnvironment', {});
  const names = found.kind === 'loaded' ? found.value : [];
  return (
    <>
      <span>{texts.orBring}</span>
      <Button
        size="small"
        variant="quiet"
        icon={<Import />}
        onPress={() => {
          go('requests', { kind: 'choose-import' });
        }}
      >
        {texts.importFile}
      </Button>
      {names.map((name) => (
        <Button
          key={name}
          size="small"
          variant="quiet"
          icon={<SquareTerminal />}
          onPress={() => {
            onOpen({ kind: 'add', serviceId: null, variable: name });
          }}
        >
          {texts.addVariable(name)}
        </Button>
      ))}
    </>
  );
}

function NoMatch({ search, onClear }: { readonly search: string; readonly onClear: () => void }) {
  const { noMatch: texts } = useTexts(keysTexts);
  return (
    <EmptyState
      icon={<SearchX />}
      title={texts.title}
      actions={<Button onPress={onClear}>{texts.clear}</Button>}
    >
      {texts.explanation(search.trim())}
    </EmptyState>
  );
}
