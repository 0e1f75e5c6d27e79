import { useLayoutEffect, useRef, type RefObject } from 'react';
import { Button } from '../../ui/button.tsx';
import type { ChosenKeys } from './chosen-keys.ts';
import styles from './selection-bar.module.css';
import { teamTexts } from '../../../shared/texts/en/team.ts';
import { useTexts } from '../../language/speech-context.ts';

interface SelectionBarProps {
  /** How many keys the table shows. */
  readonly shown: number;
  readonly selected: ChosenKeys | null;
  readonly isBusy: boolean;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
  readonly onSetDisabled: (keys: ChosenKeys, isDisabled: boolean) => void;
  readonly onRevoke: (keys: ChosenKeys) => void;
}

/** How many keys there are and are selected, and what can be done with them. Always as high, so that nothing jumps. */
export function SelectionBar(props: SelectionBarProps) {
  const texts = useTexts(teamTexts);
  const { shown, selected, onSelectAll } = props;
  const bar = useRef<HTMLDivElement>(null);
  return (
    <div ref={bar} className={styles.bar} role="group" aria-label={texts.selection.title}>
      <span className={styles.count} role="status">
        {selected !== null ? texts.selection.countOf(selected.count, shown) : texts.common.keys(shown)}
      </span>
      {selected !== null && <Actions {...props} selected={selected} bar={bar} />}
      <Button size="small" variant="quiet" isDisabled={shown === 0} onPress={onSelectAll}>
        {texts.selection.all}
      </Button>
    </div>
  );
}

interface ActionsProps extends SelectionBarProps {
  readonly selected: ChosenKeys;
  /** Takes the focus, at its first button, when they go with it. */
  readonly bar: RefObject<HTMLElement | null>;
}

function Actions({ selected, isBusy, onClear, onSetDisabled, onRevoke, bar }: ActionsProps) {
  const texts = useTexts(teamTexts);
  const actions = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const shown = actions.current;
    const around = bar.current;
    return () => {
      if (shown?.contains(document.activeElement) !== true) return;
      // They are still there until the change is done; giving the focus lays the page out, which the frame does anyway.
      requestAnimationFrame(() => around?.querySelector('button')?.focus());
    };
  }, [bar]);
  return (
    <span ref={actions} className={styles.actions}>
      <Button
        size="small"
        isPending={isBusy}
        onPress={() => {
          onSetDisabled(selected, true);
        }}
      >
        {texts.common.disable}
      </Button>
      <Button
        size="small"
        isPending={isBusy}
        onPress={() => {
          onSetDisabled(selected, false);
        }}
      >
        {texts.common.enable}
      </Button>
      <Button
        size="small"
        variant="danger"
        isPending={isBusy}
        onPress={() => {
          onRevoke(selected);
        }}
      >
        {texts.selection.revoke}
      </Button>
      <Button size="small" variant="quiet" onPress={onClear}>
        {texts.selection.clear}
      </Button>
    </span>
  );
}
