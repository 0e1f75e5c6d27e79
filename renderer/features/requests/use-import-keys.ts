import { useEffect } from 'react';
import { isCommand } from '../../ui/command-key.ts';

/** A curl command's beginning; comments and a prompt may stand before it. */
const CURL = /^\s*(?:#[^\n]*\n\s*)*(?:[$>]\s+)?curl(?:\.exe)?\s/;

/**
 * Ctrl/Cmd+O opens a file; a curl command that is pasted into an empty URL becomes an import, so that what is in it does not stand in
 * the window.
 */
export function useImportKeys(choose: () => void, paste: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isOpen = event.key.toLowerCase() === 'o' && isCommand(event) && !event.shiftKey && !event.altKey;
      if (!isOpen || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return;
      event.preventDefault();
      choose();
    };
    const onPaste = (event: ClipboardEvent): void => {
      const field = event.target;
      if (
        !(field instanceof HTMLInputElement) ||
        field.getAttribute('aria-label') !== 'URL' ||
        field.value !== ''
      )
        return;
      if (!CURL.test(event.clipboardData?.getData('text/plain') ?? '')) return;
      event.preventDefault();
      event.stopPropagation();
      paste();
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('paste', onPaste, true);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('paste', onPaste, true);
    };
  }, [choose, paste]);
}
