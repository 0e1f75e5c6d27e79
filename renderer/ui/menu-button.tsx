import { Fragment, type ReactNode } from 'react';
import {
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  Text,
  type PopoverProps,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { Kbd } from './kbd.tsx';
import styles from './menu-button.module.css';
import popoverStyles from './popover.module.css';

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
  readonly actions: readonly MenuAction[];
  readonly tooltip?: string;
  readonly size?: 'small' | 'medium';
  readonly placement?: PopoverProps['placement'];
  /** Whether Tab reaches the button; a table that moves by arrows lets it reach one row's only. */
  readonly isTabStop?: boolean;
}

/** A quiet button that opens a menu of actions. */
export function MenuButton(props: MenuButtonProps) {
  const { label, icon, actions, tooltip, size = 'small', placement = 'bottom end', isTabStop = true } = props;
  return (
    <MenuTrigger>
      <IconButton
        label={label}
        icon={icon}
        tooltip={tooltip ?? label}
        size={size}
        excludeFromTabOrder={!isTabStop}
      />
      <Popover
        className={classNames(popoverStyles.popover)}
        placement={placement}
        offset={4}
        containerPadding={4}
      >
        <Menu
          className={classNames(styles.menu)}
          disabledKeys={actions.filter((action) => action.isDisabled).map((action) => action.id)}
        >
          {actions.map((action) => (
            <Fragment key={action.id}>
              {action.startsGroup && <Separator className={classNames(styles.separator)} />}
              <Action action={action} />
            </Fragment>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

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
