/**
 * Whether nobody has moved the focus in a dialog yet that a page opened: it is on the dialog itself, or not in it. What loads later
 * takes the focus only then.
 */
export function isFocusFree(): boolean {
  const at = document.activeElement;
  const dialog = at?.closest('[role=dialog],[role=alertdialog]') ?? null;
  return dialog === null || dialog === at;
}
