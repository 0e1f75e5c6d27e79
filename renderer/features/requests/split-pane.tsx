import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import styles from './split-pane.module.css';

interface SplitPaneProps {
  readonly first: ReactNode;
  readonly second: ReactNode;
  /** `rows`: one above the other. */
  readonly direction: 'rows' | 'columns';
  /** The first pane's part, 0 to 1. */
  readonly ratio: number;
  readonly onRatioChange: (ratio: number) => void;
  /** Back to the usual. */
  readonly onReset: () => void;
  /** Whether the second pane is as high as what it holds, so that the first has all the rest. */
  readonly isSecondFolded: boolean;
  /** The accessible name of the divider. */
  readonly label: string;
}

const STEP = 0.04;
const MIN_RATIO = 0.15;
const MAX_RATIO = 0.85;

/** Two panes with a divider that is dragged, or moved with the arrow keys; a double click puts it back. */
export function SplitPane(props: SplitPaneProps) {
  const { first, second, direction, ratio, onRatioChange, onReset, isSecondFolded, label } = props;
  const frame = useRef<HTMLDivElement>(null);
  const change = (next: number) => {
    onRatioChange(Math.min(MAX_RATIO, Math.max(MIN_RATIO, next)));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (frame.current === null || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = frame.current.getBoundingClientRect();
    change(
      direction === 'rows' ? (event.clientY - box.top) / box.height : (event.clientX - box.left) / box.width,
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [back, forth] = direction === 'rows' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    if (event.key === back) change(ratio - STEP);
    else if (event.key === forth) change(ratio + STEP);
    else if (event.key === 'Home') change(MIN_RATIO);
    else if (event.key === 'End') change(MAX_RATIO);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={frame}
      className={styles.frame}
      data-direction={direction}
      data-folded={isSecondFolded || undefined}
    >
      <div className={styles.first} style={isSecondFolded ? {} : { flexBasis: `${String(ratio * 100)}%` }}>
        {first}
      </div>
      <div
        hidden={isSecondFolded}
        className={styles.divider}
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation={direction === 'rows' ? 'horizontal' : 'vertical'}
        aria-valuenow={Math.round(ratio * 100)}
        aria-valuemin={MIN_RATIO * 100}
        aria-valuemax={MAX_RATIO * 100}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={onPointerMove}
        onDoubleClick={onReset}
        onKeyDown={onKeyDown}
      />
      <div className={styles.second}>{second}</div>
    </div>
  );
}
