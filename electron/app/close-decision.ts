import { assertNever } from '../../shared/domain/assert-never.ts';

export interface CloseSituation {
  readonly isQuitting: boolean;
  readonly closeToTray: boolean;
  readonly isTrayHintShown: boolean;
  /** False where no tray icon could be made: hiding would leave no way back. */
  readonly hasTray: boolean;
}

export type CloseDecision =
  | { readonly kind: 'close' }
  | { readonly kind: 'hide'; readonly tellsOnce: boolean }
  | { readonly kind: 'quit' };

/** What closing the window means. Quit always quits. */
export function decideClose({
  isQuitting,
  closeToTray,
  isTrayHintShown,
  hasTray,
}: CloseSituation): CloseDecision {
  if (isQuitting) return { kind: 'close' };
  if (closeToTray && hasTray) return { kind: 'hide', tellsOnce: !isTrayHintShown };
  return { kind: 'quit' };
}

export interface CloseActions {
  readonly situation: () => CloseSituation;
  readonly preventClose: () => void;
  readonly hide: () => void;
  /** Says, the first time, that Keyfob is still there. */
  readonly tell: () => void;
  readonly quit: () => void;
}

export function handleClose({ situation, preventClose, hide, tell, quit }: CloseActions): void {
  const decision = decideClose(situation());
  switch (decision.kind) {
    case 'close':
      return;
    case 'hide':
      preventClose();
      hide();
      if (decision.tellsOnce) tell();
      return;
    case 'quit':
      preventClose();
      quit();
      return;
    default:
      assertNever(decision);
  }
}
