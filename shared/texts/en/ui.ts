import { defineTexts } from '../define-texts.ts';

/** What the controls say by themselves, whatever they are used for. */
export const uiTexts = defineTexts('ui', () => ({
  cancel: 'Cancel',
  tryAgain: 'Try again',
  messages: 'Messages',
  dismissMessage: 'Dismiss message',
  dismiss: 'Dismiss',
  clearSearch: 'Clear search',
  copy: 'Copy',
  copied: 'Copied',
  choose: 'Choose…',
  /** As they stand on the keyboard. */
  keyNames: {
    Ctrl: 'Ctrl',
    Shift: 'Shift',
    Delete: 'Delete',
    'Page Up': 'Page Up',
    'Page Down': 'Page Down',
    Home: 'Home',
    End: 'End',
  },
  close: 'Close',
  opensBrowser: '(opens your browser)',
  opening: 'Opening…',
  apiKey: 'API key',
  answered: (status: string, time: string, size: string) => `Response: ${status}, ${time}, ${size}`,
  editedTab: (name: string) => `${name}, edited`,
}));
