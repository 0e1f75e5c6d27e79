import { Search } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { ScreenEntry } from './screens.ts';
import { shellTexts } from '../../shared/texts/en/shell.ts';
import { useCommandQuery } from '../bridge/use-command-query.ts';
import { useTexts } from '../language/speech-context.ts';
import { classNames } from '../ui/class-names.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useNavigation } from './navigation-context.ts';
import { ProductMark } from './product-mark.tsx';
import styles from './rail.module.css';
import { useAttentionCount } from './use-attention-count.ts';
import { screens } from './screens.ts';

/** The left rail. In a narrow window the words go and the icons stay. */
export function Rail({ onOpenPalette }: { readonly onOpenPalette: () => void }) {
  const texts = useTexts(shellTexts);
  const state = useCommandQuery('app.getState', {});
  const modifier = state.kind === 'loaded' && state.value.platform === 'darwin' ? '⌘' : 'Ctrl ';
  return (
    <header className={styles.rail}>
      <div className={styles.product}>
        <ProductMark />
        <span className={styles.name}>Keyfob</span>
      </div>
      <Button className={classNames(styles.search)} onPress={onOpenPalette}>
        <Search aria-hidden="true" />
        <span className={styles.searchText}>{texts.search}</span>
        <span className={styles.shortcut}>
          <Kbd>{`${modifier}K`}</Kbd>
        </span>
      </Button>
      <nav aria-label={texts.screensLabel}>
        <ul className={styles.list}>
          {screens.map((entry) => (
            <li key={entry.id}>
              <RailLink entry={entry} />
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function RailLink({ entry }: { readonly entry: ScreenEntry }) {
  const { screen, go } = useNavigation();
  const { id, icon: Icon } = entry;
  const texts = useTexts(shellTexts);
  const label = texts.screens[id];
  const count = useAttentionCount();
  const notice = id === 'api-keys' && count > 0 ? texts.endSoon(count) : null;
  return (
    <a
      className={styles.link}
      href={`#${id}`}
      title={notice === null ? label : `${label}: ${notice}`}
      draggable={false}
      aria-current={id === screen ? 'page' : undefined}
      onClick={(event) => {
        event.preventDefault();
        go(id);
      }}
    >
      <Icon className={styles.icon} aria-hidden="true" />
      <span className={styles.label}>{label}</span>
      {notice !== null && (
        <span className={styles.badge} aria-hidden="true">
          {count}
        </span>
      )}
    </a>
  );
}
