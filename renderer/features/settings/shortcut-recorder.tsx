import { useEffect, useEffectEvent, useState } from 'react';
import { shortcutOf } from '../../../shared/domain/accelerator.ts';
import { keysOf } from '../../../shared/domain/shortcuts.ts';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { useTexts } from '../../language/speech-context.ts';
import { Button } from '../../ui/button.tsx';
import { keyboardPlatform } from '../../ui/command-key.ts';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './shortcut-recorder.module.css';

interface ShortcutRecorderProps {
  readonly shortcut: string;
  readonly onRecorded: (shortcut: string) => void;
}

/** Shows a shortcut for the whole computer, and takes another one by its keys being pressed. Esc leaves it as it is. */
export function ShortcutRecorder({ shortcut, onRecorded }: ShortcutRecorderProps) {
  const { behaviour: texts } = useTexts(settingsTexts);
  const [state, setState] = useState<'shown' | 'recording' | 'unusable'>('shown');
  const isRecording = state !== 'shown';
  const platform = keyboardPlatform();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Tab') {
      setState('shown');
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      setState('shown');
      return;
    }
    const pressed = shortcutOf(event, platform);
    if (pressed.kind === 'unfinished') return;
    if (pressed.kind === 'unusable') {
      setState('unusable');
      return;
    }
    setState('shown');
    if (pressed.accelerator !== shortcut) onRecorded(pressed.accelerator);
  });
  useEffect(() => {
    if (!isRecording) return;
    const listener = (event: KeyboardEvent) => {
      onKeyDown(event);
    };
    // On the way down: no shortcut of the window's own is to take them.
    window.addEventListener('keydown', listener, { capture: true });
    return () => {
      window.removeEventListener('keydown', listener, { capture: true });
    };
  }, [isRecording]);
  const keys = keysOf(shortcut, platform);
  return (
    <div className={styles.recorder}>
      <Button
        size="small"
        aria-label={isRecording ? texts.pressKeys : texts.changeShortcut(keys.join(' '))}
        onPress={() => {
          setState('recording');
        }}
        onBlur={() => {
          setState('shown');
        }}
      >
        {isRecording ? (
          texts.pressKeys
        ) : (
          <span className={styles.keys}>
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </span>
        )}
      </Button>
      <p className={styles.problem} role="status">
        {state === 'unusable' ? texts.unusableKeys : ''}
      </p>
    </div>
  );
}
