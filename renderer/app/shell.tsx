import { useState } from 'react';
import { uiTexts } from '../../shared/texts/en/ui.ts';
import { useCommandQuery } from '../bridge/use-command-query.ts';
import { useTexts } from '../language/speech-context.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Button } from '../ui/button.tsx';
import { CommandPalette } from './command-palette.tsx';
import { DropImport } from './drop-import.tsx';
import { LockPage } from './lock-page.tsx';
import { LedgerClosedPage } from './ledger-closed-page.tsx';
import { Rail } from './rail.tsx';
import { ScreenStack } from './screen-stack.tsx';
import styles from './shell.module.css';
import { ShortcutsSheet } from './shortcuts-sheet.tsx';
import { StatusBanners } from './status-banners.tsx';
import { useRunEnds } from './use-run-ends.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useTheme } from './use-theme.ts';
import { useUsageWarnings } from './use-usage-warnings.ts';
import { WhatsNew } from './whats-new.tsx';

/** The window: the rail, what concerns all screens, and the screen. */
export function Shell() {
  const [opened, setOpened] = useState<'palette' | 'shortcuts' | null>(null);
  const texts = useTexts(uiTexts);
  const state = useCommandQuery('app.getState', {});
  const openPalette = () => {
    setOpened('palette');
  };
  const openSheet = () => {
    setOpened('shortcuts');
  };
  const close = () => {
    setOpened(null);
  };
  const isLocked = state.kind === 'loaded' && state.value.vault.kind === 'locked';
  useTheme();
  useShortcuts(isLocked ? null : { openPalette, openSheet });
  useUsageWarnings();
  useRunEnds();
  if (state.kind === 'loaded' && state.value.ledger.kind === 'closed') {
    return <LedgerClosedPage ledger={state.value.ledger} />;
  }
  if (state.kind === 'loaded' && state.value.vault.kind === 'locked') {
    return <LockPage vault={state.value.vault} />;
  }
  return (
    <div className={styles.shell}>
      <Rail onOpenPalette={openPalette} />
      <main className={styles.main}>
        {state.kind === 'loaded' && <StatusBanners vault={state.value.vault} />}
        {state.kind === 'loaded' && <WhatsNew version={state.value.version} />}
        {state.kind === 'failed' && (
          <div className={styles.failure}>
            <ErrorNote
              error={state.error}
              actions={<Button onPress={state.retry}>{texts.tryAgain}</Button>}
            />
          </div>
        )}
        <ScreenStack />
      </main>
      <DropImport />
      {opened === 'palette' && <CommandPalette onClose={close} onShowShortcuts={openSheet} />}
      {opened === 'shortcuts' && <ShortcutsSheet onClose={close} />}
    </div>
  );
}
