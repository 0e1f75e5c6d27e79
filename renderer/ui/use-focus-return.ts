import { useEffect, useState, type RefObject } from 'react';

/** From where on the page each open dialog was opened, through the dialogs in between. */
const openers = new WeakMap<Element, HTMLElement>();

const DIALOGS = '[role="dialog"], [role="alertdialog"]';

function openerNow(): HTMLElement | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return null;
  const dialog = focused.closest(DIALOGS);
  return dialog === null ? focused : (openers.get(dialog) ?? null);
}

/**
 * Gives the focus back to the page where it would be lost: what opened a dialog may be gone with the dialog before it, or have been
 * drawn anew. The dialog's own way of giving it back goes first.
 */
export function useFocusReturn(dialog: RefObject<HTMLElement | null>): void {
  // While it is first rendered, what opened it is still there.
  const [opener] = useState(openerNow);
  useEffect(() => {
    if (dialog.current === null || opener === null) return undefined;
    openers.set(dialog.current, opener);
    return () => {
      // In the second frame, after the dialog's own.
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          const isLost = document.activeElement === null || document.activeElement === document.body;
          if (isLost && opener.isConnected) opener.focus();
        });
      });
    };
  }, [dialog, opener]);
}
