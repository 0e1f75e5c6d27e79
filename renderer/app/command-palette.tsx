import {
  ArrowRight,
  Copy,
  CornerDownLeft,
  FileSearch,
  Keyboard,
  KeyRound,
  Lock,
  type LucideIcon,
  Play,
  Plus,
  Search,
  SunMoon,
} from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
} from 'react-aria-components';
import { shellTexts } from '../../shared/texts/en/shell.ts';
import { treesOf, useCollections } from '../bridge/use-collections.ts';
import { useCommandQuery } from '../bridge/use-command-query.ts';
import { useTexts } from '../language/speech-context.ts';
import { classNames } from '../ui/class-names.ts';
import finder from '../ui/finder.module.css';
import styles from './command-palette.module.css';
import {
  MOST_PER_SECTION,
  paletteIndex,
  paletteSections,
  type PaletteAction,
  type PaletteItem,
  type PaletteSection,
} from './palette-items.ts';
import { usePaletteAction } from './use-palette-action.ts';

const icons: Record<PaletteAction['kind'], LucideIcon> = {
  'show-screen': ArrowRight,
  'generate-key': Plus,
  'add-key': Plus,
  lock: Lock,
  'show-shortcuts': Keyboard,
  'new-request': Plus,
  'set-up-run': Play,
  'scan-folder': FileSearch,
  'copy-key': Copy,
  'show-key': KeyRound,
  'open-request': CornerDownLeft,
  'set-theme': SunMoon,
};

const LONGEST_SEARCH = 200;
const LONGEST_BESIDES = 40;

interface CommandPaletteProps {
  readonly onClose: () => void;
  readonly onShowShortcuts: () => void;
}

/** Reaches every screen, key and request from the keyboard. Open while it is mounted. */
export function CommandPalette({ onClose, onShowShortcuts }: CommandPaletteProps) {
  const shell = useTexts(shellTexts);
  const { screens, palette } = shell;
  const [query, setQuery] = useState('');
  const deferred = useDeferredValue(query);
  const search = deferred.slice(0, LONGEST_SEARCH);
  // An item says what is done with its key, in the person's language, and is found by that too.
  const besides = `${palette.copy('')} ${palette.show('')}`.slice(0, LONGEST_BESIDES);
  const wanted = { search, besides, limit: MOST_PER_SECTION };
  const keys = useCommandQuery('keys.find', wanted, { keepsPrevious: true });
  const collections = treesOf(useCollections());
  const perform = usePaletteAction(onShowShortcuts);
  const knownKeys = keys.kind === 'loaded' ? keys.value : null;
  const index = useMemo(
    () => paletteIndex({ keys: knownKeys ?? [], collections, texts: { screens, palette } }),
    [knownKeys, collections, screens, palette],
  );
  const sections = paletteSections(deferred, index);
  const choose = (item: PaletteItem) => {
    onClose();
    perform(item.action);
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={classNames(styles.overlay)}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={classNames(styles.modal)}>
        <Dialog aria-label={palette.title} className={classNames(styles.dialog)}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField aria-label={shell.search} autoFocus className={classNames(finder.field)}>
              <Search className={finder.icon} aria-hidden="true" />
              <Input
                className={classNames(finder.input)}
                placeholder={palette.placeholder}
                spellCheck={false}
                dir="auto"
              />
            </SearchField>
            {/* The items take no focus of their own, so what scrolls must. */}
            <div className={styles.results} role="group" aria-label={palette.results} tabIndex={0}>
              <Menu
                aria-label={palette.results}
                className={classNames(styles.menu)}
                renderEmptyState={() => <p className={styles.empty}>{palette.nothing(query)}</p>}
              >
                {sections.map((section) => (
                  <Results key={section.title} section={section} onChoose={choose} />
                ))}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ResultsProps {
  readonly section: PaletteSection;
  readonly onChoose: (item: PaletteItem) => void;
}

function Results({ section, onChoose }: ResultsProps) {
  return (
    <MenuSection>
      <Header className={classNames(styles.header)}>{section.title}</Header>
      {section.items.map((item) => {
        const Icon = icons[item.action.kind];
        return (
          <MenuItem
            key={item.id}
            id={item.id}
            textValue={item.label}
            className={classNames(finder.row, styles.item)}
            onAction={() => {
              onChoose(item);
            }}
          >
            <Icon className={finder.rowIcon} aria-hidden="true" />
            <ItemText item={item} />
          </MenuItem>
        );
      })}
    </MenuSection>
  );
}

/** A request's place is part of its name; a key's mask only describes it. */
function ItemText({ item: { label, hint, action } }: { readonly item: PaletteItem }) {
  const isMask = action.kind === 'copy-key' || action.kind === 'show-key';
  return (
    <>
      <Text slot="label" className={classNames(finder.name)} dir="auto">
        {label}
        {hint !== '' && !isMask && <span className={styles.place}>{hint}</span>}
      </Text>
      {isMask && (
        <Text slot="description" className={classNames(styles.hint)}>
          {hint}
        </Text>
      )}
    </>
  );
}
