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
import type { ShapeOf } from '../../../shared/texts/define-texts.ts';
import { keysTexts } from '../../../shared/texts/en/keys.ts';
import { useTexts } from '../../language/speech-context.ts';

type MenuTexts = ShapeOf<typeof keysTexts>['menu'];

interface KeyMenuProps {
  readonly row: KeyRow;
  /** The key of a row beside it. */
  readonly neighbourOf: (row: KeyRow) => string | null;
  readonly actions: KeyActions;
  readonly onOpen: (dialog: KeyDialog) => void;
  /** Only the active row's button is a tab stop. */
  readonly isTabStop: boolean;
}

type MenuWays = Pick<KeyMenuProps, 'actions' | 'onOpen'>;

export function KeyMenu({ row, neighbourOf, actions, onOpen, isTabStop }: KeyMenuProps) {
  const texts = useTexts(keysTexts);
  return (
    <MenuButton
      label={texts.moreActionsFor(row.apiKey.name)}
      tooltip={texts.menu.more}
      icon={<Ellipsis />}
      isTabStop={isTabStop}
      actions={() => [
        ...usingActions(row, texts.menu, { actions, onOpen }),
        ...knowingActions(row, texts.menu, { actions, onOpen }),
        ...valueActions(row, texts.menu, { actions, onOpen }),
        ...changeActions(row, texts.menu, { actions, onOpen }),
        deleteAction(row, texts.menu, { neighbourOf, onOpen }),
      ]}
    />
  );
}

/** Using the key. */
function usingActions(
  { apiKey, status }: KeyRow,
  texts: MenuTexts,
  { actions, onOpen }: MenuWays,
): readonly MenuAction[] {
  const { copy, takeToRequest, showActivity } = actions;
  return [
    {
      id: 'copy',
      label: texts.copy,
      icon: <Copy />,
      description: refusal(status, texts),
      onAction: () => void copy(apiKey.id),
    },
    {
      id: 'use',
      label: texts.use,
      icon: <Send />,
      onAction: () => {
        takeToRequest(apiKey);
      },
    },
    {
      id: 'use-elsewhere',
      label: texts.useElsewhere,
      icon: <SquareTerminal />,
      onAction: () => {
        onOpen({ kind: 'use-elsewhere', apiKey });
      },
    },
    {
      id: 'activity',
      label: texts.activity,
      icon: <ScrollText />,
      onAction: () => {
        showActivity(apiKey);
      },
    },
  ];
}

/** Why a key in this state cannot be used, said before it is tried. */
function refusal(status: KeyRow['status'], texts: MenuTexts): string | undefined {
  if (status === 'expired') return texts.hasExpired;
  if (status === 'disabled') return texts.isDisabled;
  return undefined;
}

/** Knowing more about it. */
function knowingActions(
  { apiKey, service, status }: KeyRow,
  texts: MenuTexts,
  { actions, onOpen }: MenuWays,
): readonly MenuAction[] {
  const { verify } = actions;
  const canVerify = service !== null && isVerifiable(service);
  return [
    {
      id: 'verify',
      label: texts.verify,
      icon: <BadgeCheck />,
      startsGroup: true,
      isDisabled: !canVerify || refusal(status, texts) !== undefined,
      description: canVerify
        ? (refusal(status, texts) ??
          (service.kind === 'postman' ? texts.countsAgainstQuota : texts.sendsOneRequest))
        : texts.noCheckUrl,
      onAction: () => void verify(apiKey),
    },
    {
      id: 'details',
      label: texts.details,
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
  texts: MenuTexts,
  { actions, onOpen }: MenuWays,
): readonly MenuAction[] {
  const { endGrace, forgetOld } = actions;
  const opens = (kind: 'regenerate' | 'exposed') => () => {
    onOpen({ kind, apiKey });
  };
  const grace: MenuAction = {
    id: 'end-grace',
    label: texts.endGrace,
    icon: <CircleStop />,
    description: texts.endGraceHint,
    onAction: () => void endGrace(apiKey),
  };
  const forget: MenuAction = {
    id: 'forget-old',
    label: texts.forgetOld,
    icon: <Eraser />,
    description: texts.forgetOldHint,
    onAction: () => void forgetOld(apiKey),
  };
  const exposed: MenuAction = {
    id: 'exposed',
    label: texts.exposed,
    icon: <ShieldAlert />,
    isDanger: true,
    onAction: opens('exposed'),
  };
  return [
    {
      id: 'regenerate',
      label: texts.regenerate,
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
  texts: MenuTexts,
  { actions, onOpen }: MenuWays,
): readonly MenuAction[] {
  const { setDisabled, setReadOnly, makeDefault } = actions;
  const opens = (kind: 'rename' | 'set-expiration') => () => {
    onOpen({ kind, apiKey });
  };
  return [
    { id: 'rename', label: texts.rename, icon: <PenLine />, startsGroup: true, onAction: opens('rename') },
    {
      id: 'set-expiration',
      label: texts.setExpiration,
      icon: <CalendarClock />,
      onAction: opens('set-expiration'),
    },
    {
      id: 'make-default',
      label: texts.makeDefault,
      icon: <Star />,
      isDisabled: apiKey.isDefault,
      description: apiKey.isDefault ? texts.isDefault : undefined,
      onAction: () => void makeDefault(apiKey),
    },
    {
      id: 'read-only',
      label: apiKey.isReadOnly ? texts.readOnlyOff : texts.readOnlyOn,
      icon: apiKey.isReadOnly ? <ShieldOff /> : <ShieldCheck />,
      onAction: () => void setReadOnly(apiKey),
    },
    {
      id: 'disable',
      label: apiKey.isDisabled ? texts.enable : texts.disable,
      icon: apiKey.isDisabled ? <CirclePlay /> : <CirclePause />,
      onAction: () => void setDisabled(apiKey),
    },
  ];
}

function deleteAction(
  row: KeyRow,
  texts: MenuTexts,
  { neighbourOf, onOpen }: Pick<KeyMenuProps, 'neighbourOf' | 'onOpen'>,
): MenuAction {
  return {
    id: 'delete',
    label: texts.delete,
    icon: <Trash2 />,
    startsGroup: true,
    isDanger: true,
    onAction: () => {
      onOpen({ kind: 'delete', apiKey: row.apiKey, nextId: neighbourOf(row) });
    },
  };
}
