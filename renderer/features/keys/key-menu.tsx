import {
  BadgeCheck,
  CalendarClock,
  CirclePause,
  CirclePlay,
  Copy,
  CircleStop,
  Ellipsis,
  Eraser,
  Info,
  PenLine,
  RefreshCw,
  ScrollText,
  Send,
  ShieldAlert,
  ShieldCheck,
  ShieldOff,
  SquareTerminal,
  Star,
  Trash2,
} from 'lucide-react';
import { MenuButton, type MenuAction } from '../../ui/menu-button.tsx';
import { isVerifiable } from '../../../shared/domain/service.ts';
import type { KeyDialog } from './key-dialog.ts';
import type { KeyRow } from './key-rows.ts';
import type { KeyActions } from './use-key-actions.ts';

interface KeyMenuProps {
  readonly row: KeyRow;
  /** The key of a row beside it. */
  readonly neighbourOf: (row: KeyRow) => string | null;
  readonly actions: KeyActions;
  readonly onOpen: (dialog: KeyDialog) => void;
  /** Only the active row's button is a tab stop. */
  readonly isTabStop: boolean;
}

export function KeyMenu({ row, neighbourOf, actions, onOpen, isTabStop }: KeyMenuProps) {
  const label = `More actions for ${row.apiKey.name}`;
  return (
    <MenuButton
      label={label}
      tooltip="More actions"
      icon={<Ellipsis />}
      isTabStop={isTabStop}
      actions={() => [
        ...usingActions(row, actions, onOpen),
        ...knowingActions(row, actions, onOpen),
        ...valueActions(row, actions, onOpen),
        ...changeActions(row, actions, onOpen),
        deleteAction(row, neighbourOf, onOpen),
      ]}
    />
  );
}

/** Using the key. */
function usingActions(
  { apiKey, status }: KeyRow,
  { copy, takeToRequest, showActivity }: KeyActions,
  onOpen: (dialog: KeyDialog) => void,
): readonly MenuAction[] {
  return [
    {
      id: 'copy',
      label: 'Copy',
      icon: <Copy />,
      description: refusal(status),
      onAction: () => void copy(apiKey.id),
    },
    {
      id: 'use',
      label: 'Use in a request',
      icon: <Send />,
      onAction: () => {
        takeToRequest(apiKey);
      },
    },
    {
      id: 'use-elsewhere',
      label: 'Use it elsewhere',
      icon: <SquareTerminal />,
      onAction: () => {
        onOpen({ kind: 'use-elsewhere', apiKey });
      },
    },
    {
      id: 'activity',
      label: 'Activity',
      icon: <ScrollText />,
      onAction: () => {
        showActivity(apiKey);
      },
    },
  ];
}

/** Why a key in this state cannot be used, said before it is tried. */
function refusal(status: KeyRow['status']): string | undefined {
  if (status === 'expired') return 'It has expired';
  if (status === 'disabled') return 'It is disabled';
  return undefined;
}

/** Knowing more about it. */
function knowingActions(
  { apiKey, service, status }: KeyRow,
  { verify }: KeyActions,
  onOpen: (dialog: KeyDialog) => void,
): readonly MenuAction[] {
  const canVerify = service !== null && isVerifiable(service);
  return [
    {
      id: 'verify',
      label: 'Verify now',
      icon: <BadgeCheck />,
      startsGroup: true,
      isDisabled: !canVerify || refusal(status) !== undefined,
      description: canVerify
        ? (refusal(status) ??
          (service.kind === 'postman' ? 'One call, counts against the quota' : 'Sends one request'))
        : 'Its service has no check URL',
      onAction: () => void verify(apiKey),
    },
    {
      id: 'details',
      label: 'Details',
      icon: <Info />,
      onAction: () => {
        onOpen({ kind: 'details', apiKeyId: apiKey.id });
      },
    },
  ];
}

/** Its value, and the value before it. What does not apply is not there. */
function valueActions(
  { apiKey, isInGrace, status }: KeyRow,
  { endGrace, forgetOld }: KeyActions,
  onOpen: (dialog: KeyDialog) => void,
): readonly MenuAction[] {
  const opens = (kind: 'regenerate' | 'exposed') => () => {
    onOpen({ kind, apiKey });
  };
  const grace: MenuAction = {
    id: 'end-grace',
    label: 'End grace now',
    icon: <CircleStop />,
    description: 'The old key stops working at once',
    onAction: () => void endGrace(apiKey),
  };
  const forget: MenuAction = {
    id: 'forget-old',
    label: 'Forget old key',
    icon: <Eraser />,
    description: 'When it is gone at its service',
    onAction: () => void forgetOld(apiKey),
  };
  const exposed: MenuAction = {
    id: 'exposed',
    label: 'This key was exposed…',
    icon: <ShieldAlert />,
    isDanger: true,
    onAction: opens('exposed'),
  };
  return [
    {
      id: 'regenerate',
      label: 'Regenerate',
      icon: <RefreshCw />,
      startsGroup: true,
      onAction: opens('regenerate'),
    },
    ...(isInGrace ? [grace] : []),
    ...(apiKey.hasOldSecret ? [forget] : []),
    ...(status === 'expired' ? [] : [exposed]),
  ];
}

/** Changing it. */
function changeActions(
  { apiKey }: KeyRow,
  { setDisabled, setReadOnly, makeDefault }: KeyActions,
  onOpen: (dialog: KeyDialog) => void,
): readonly MenuAction[] {
  const opens = (kind: 'rename' | 'set-expiration') => () => {
    onOpen({ kind, apiKey });
  };
  return [
    { id: 'rename', label: 'Rename', icon: <PenLine />, startsGroup: true, onAction: opens('rename') },
    {
      id: 'set-expiration',
      label: 'Set expiration',
      icon: <CalendarClock />,
      onAction: opens('set-expiration'),
    },
    {
      id: 'make-default',
      label: 'Make default',
      icon: <Star />,
      isDisabled: apiKey.isDefault,
      description: apiKey.isDefault ? 'It already is its service’s default' : undefined,
      onAction: () => void makeDefault(apiKey),
    },
    {
      id: 'read-only',
      label: apiKey.isReadOnly ? 'Turn off read-only guard' : 'Turn on read-only guard',
      icon: apiKey.isReadOnly ? <ShieldOff /> : <ShieldCheck />,
      onAction: () => void setReadOnly(apiKey),
    },
    {
      id: 'disable',
      label: apiKey.isDisabled ? 'Enable' : 'Disable',
      icon: apiKey.isDisabled ? <CirclePlay /> : <CirclePause />,
      onAction: () => void setDisabled(apiKey),
    },
  ];
}

function deleteAction(
  row: KeyRow,
  neighbourOf: KeyMenuProps['neighbourOf'],
  onOpen: (dialog: KeyDialog) => void,
): MenuAction {
  return {
    id: 'delete',
    label: 'Delete',
    icon: <Trash2 />,
    startsGroup: true,
    isDanger: true,
    onAction: () => {
      onOpen({ kind: 'delete', apiKey: row.apiKey, nextId: neighbourOf(row) });
    },
  };
}
