import { Button } from '../../ui/button.tsx';
import type { ChosenKeys } from './chosen-keys.ts';
import { countKeys } from './plural.ts';
import styles from './selection-bar.module.css';

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
  const { shown, selected, isBusy, onSelectAll, onClear, onSetDisabled, onRevoke } = props;
  return (
    <div className={styles.bar} role="group" aria-label="Selected keys">
      <span className={styles.count} role="status">
        {selected !== null
          ? `${selected.count.toLocaleString()} of ${countKeys(shown)} selected`
          : countKeys(shown)}
      </span>
      {selected !== null && (
        <>
          <Button
            size="small"
            isPending={isBusy}
            onPress={() => {
              onSetDisabled(selected, true);
            }}
          >
            Disable
          </Button>
          <Button
            size="small"
            isPending={isBusy}
            onPress={() => {
              onSetDisabled(selected, false);
            }}
          >
            Enable
          </Button>
          <Button
            size="small"
            variant="danger"
            onPress={() => {
              onRevoke(selected);
            }}
          >
            Revoke…
          </Button>
          <Button size="small" variant="quiet" onPress={onClear}>
            Clear selection
          </Button>
        </>
      )}
      <Button size="small" variant="quiet" isDisabled={shown === 0} onPress={onSelectAll}>
        Select all
      </Button>
    </div>
  );
}
