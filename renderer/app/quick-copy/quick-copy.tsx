import { Lock } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { quickCopyTexts } from '../../../shared/texts/en/quick-copy.ts';
import { useBridgeEvent } from '../../bridge/use-bridge-event.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { useTexts } from '../../language/speech-context.ts';
import { Button } from '../../ui/button.tsx';
import { useFirstContent } from '../use-first-content.ts';
import { useTheme } from '../use-theme.ts';
import styles from './quick-copy.module.css';
import { QuickCopyList } from './quick-copy-list.tsx';

/** Finds a key by its name and copies it, over whatever program the person is in. */
export function QuickCopy() {
  const texts = useTexts(quickCopyTexts);
  const state = useCommandQuery('app.getState', {});
  const close = useCommand('quickCopy.close');
  const [showing, setShowing] = useState(0);
  useTheme();
  // Each time it is shown it starts anew.
  useBridgeEvent('quickCopy.opened', () => {
    setShowing((count) => count + 1);
  });
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) void close.run({});
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      onKeyDown(event);
    };
    window.addEventListener('keydown', listener);
    return () => {
      window.removeEventListener('keydown', listener);
    };
  }, []);
  const isLocked = state.kind === 'loaded' && state.value.vault.kind === 'locked';
  return (
    <main className={styles.page} aria-label={texts.title}>
      {isLocked ? <Locked key={showing} /> : <QuickCopyList key={showing} />}
    </main>
  );
}

/** Not even the names of keys are shown. */
function Locked() {
  const texts = useTexts(quickCopyTexts);
  const openKeyfob = useCommand('quickCopy.openKeyfob');
  useFirstContent(true);
  return (
    <div className={styles.locked}>
      <Lock className={styles.lockedIcon} aria-hidden="true" />
      <h1 className={styles.lockedTitle}>{texts.locked}</h1>
      <p>{texts.lockedDescription}</p>
      <Button
        variant="primary"
        autoFocus
        onPress={() => {
          void openKeyfob.run({});
        }}
      >
        {texts.unlock}
      </Button>
    </div>
  );
}
