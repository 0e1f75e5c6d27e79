import { defineTexts } from '../define-texts.ts';

/** The small window that copies a key from any program. */
export const quickCopyTexts = defineTexts('quickCopy', () => ({
  title: 'Quick copy',
  search: 'Search keys',
  placeholder: 'Copy which key?',
  keys: 'API keys',
  copies: 'copies',
  closes: 'closes',
  none: 'No API keys yet. Generate one in Keyfob.',
  nothing: (search: string) => `No key is called “${search}”.`,
  openKeyfob: 'Open Keyfob',
  locked: 'Keyfob is locked',
  lockedDescription: 'Unlock it to copy a key.',
  unlock: 'Unlock Keyfob…',
  states: { expired: 'expired', disabled: 'disabled' },
}));
