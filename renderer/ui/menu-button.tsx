import { useCallback, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { PopoverProps } from 'react-aria-components';
import { Hint } from './hint.tsx';
import styles from './icon-button.module.css';
import { MenuPopover } from './menu-popover.tsx';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** A second line: why it is not possible, or what it will do. */
  readonly description?: string | undefined;
  readonly shortcut?: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  /** A line above it. */
  readonly startsGroup?: boolean;
  readonly onAction: () => void;
}

interface MenuButtonProps {
  /** The accessible name of the button and of its menu. */
  readonly label: string;
  readonly icon: ReactNode;
  /** A function is asked when the menu opens: a table draws a button a row, and few menus. */
  readonly actions: readonly MenuAction[] | (() => readonly MenuAction[]);
  readonly tooltip?: string;
  readonly size?: 'small' | 'medium';
  readonly placement?: NonNullable<PopoverProps['placement']>;
  /** Whether Tab reaches the button; a table that moves by arrows lets it reach one row's only. */
  readonly isTabStop?: boolean;
}

interface MenuState {
  readonly isOpen: boolean;
  readonly focuses: 'first' | 'last';
  /** What a function answered when it opened: what one of them changes is not drawn in a menu that is leaving. */
  readonly asked: readonly MenuAction[];
}

const OPENED_BY: Readonly<Record<string, MenuState['focuses']>> = {
  Enter: 'first',
  ' ': 'first',
  ArrowDown: 'first',
  ArrowUp: 'last',
};

/** A quiet button that opens a menu of actions. Until it is used it is one element, without state to keep. */
export function MenuButton(props: MenuButtonProps) {
  const { label, icon, actions, tooltip, size = 'small', placement = 'bottom end', isTabStop = true } = props;
  const trigger = useRef<HTMLButtonElement>(null);
  /** `null` until it was opened once; then it stays to leave by its own motion. */
  const [menu, setMenu] = useState<MenuState | null>(null);
  const [isHinted, setIsHinted] = useState(false);
  const open = (focuses: MenuState['focuses']) => {
    setIsHinted(false);
    setMenu({ isOpen: true, focuses, asked: typeof actions === 'function' ? actions() : [] });
  };
  const close = useCallback(() => {
    setMenu((before) => before && { ...before, isOpen: false });
  }, []);
  const unhint = () => {
    setIsHinted(false);
  };
  const isOpen = menu?.isOpen ?? false;
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={styles.button}
        data-size={size}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        tabIndex={isTabStop ? undefined : -1}
        onClick={() => {
          open('first');
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Escape') unhint();
          const focuses = OPENED_BY[event.key];
          if (focuses === undefined) return;
          // The browser's own click on Enter would count as one of a screen reader, and leave the focus on the menu as a whole.
          event.preventDefault();
          open(focuses);
        }}
        onPointerEnter={({ pointerType }) => {
          if (pointerType === 'mouse') setIsHinted(true);
        }}
        onPointerLeave={unhint}
        onFocus={(event) => {
          if (event.target.matches(':focus-visible')) setIsHinted(true);
        }}
        onBlur={unhint}
      >
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      </button>
      {isHinted && !isOpen && <Hint text={tooltip ?? label} about={trigger} />}
      {menu !== null && (
        <MenuPopover
          isOpen={menu.isOpen}
          focuses={menu.focuses}
          label={label}
          actions={typeof actions === 'function' ? menu.asked : actions}
          trigger={trigger}
          placement={placement}
          onClose={close}
        />
      )}
    </>
  );
}
