import { Fragment, memo, type RefObject } from 'react';
import { Menu, MenuItem, Popover, Separator, Text, type PopoverProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';
import type { MenuAction } from './menu-button.tsx';
import styles from './menu-button.module.css';
import popoverStyles from './popover.module.css';

interface MenuPopoverProps {
  /** The accessible name. */
  readonly label: string;
  readonly actions: readonly MenuAction[];
  readonly trigger: RefObject<HTMLElement | null>;
  readonly isOpen: boolean;
  /** Which item has the focus when it opens. */
  readonly focuses: 'first' | 'last';
  readonly placement: NonNullable<PopoverProps['placement']>;
  readonly onClose: () => void;
}

/** The menu of a button. */
export const MenuPopover = memo(function MenuPopover(props: MenuPopoverProps) {
  const { label, actions, trigger, isOpen, focuses, placement, onClose } = props;
  return (
    <Popover
      className={classNames(popoverStyles.popover)}
      triggerRef={trigger}
      trigger="MenuTrigger"
      aria-label={label}
      isOpen={isOpen}
      onOpenChange={(isToBeOpen) => {
        if (!isToBeOpen) onClose();
      }}
      placement={placement}
      offset={4}
      containerPadding={4}
    >
      <Menu
        className={classNames(styles.menu)}
        aria-label={label}
        autoFocus={focuses}
        disabledKeys={actions.filter((action) => action.isDisabled).map((action) => action.id)}
        onClose={onClose}
      >
        {actions.map((action) => (
          <Fragment key={action.id}>
            {action.startsGroup && <Separator className={classNames(styles.separator)} />}
            <Action action={action} />
          </Fragment>
        ))}
      </Menu>
    </Popover>
  );
});

function Action({ action }: { readonly action: MenuAction }) {
  return (
    <MenuItem
      id={action.id}
      textValue={action.label}
      className={classNames(styles.item)}
      data-danger={action.isDanger || undefined}
      onAction={action.onAction}
    >
      {action.icon !== undefined && (
        <span className={styles.icon} aria-hidden="true">
          {action.icon}
        </span>
      )}
      <span className={styles.text}>
        <Text slot="label">{action.label}</Text>
        {action.description !== undefined && (
          <Text slot="description" className={classNames(styles.description)}>
            {action.description}
          </Text>
        )}
      </span>
      {action.shortcut !== undefined && <Kbd>{action.shortcut}</Kbd>}
    </MenuItem>
  );
}
