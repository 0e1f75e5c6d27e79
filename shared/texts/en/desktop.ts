import { defineTexts } from '../define-texts.ts';

/** What Keyfob says outside its window: the tray, the menus, notifications. */
export const desktopTexts = defineTexts('desktop', (f) => ({
  tray: {
    moreKeys: 'More keys…',
    generateKey: 'Generate API Key…',
    newRequest: 'New request…',
    open: 'Open Keyfob',
    lock: 'Lock Keyfob',
    quit: 'Quit Keyfob',
    unlock: 'Unlock Keyfob…',
    isLocked: 'Keyfob is locked',
    profile: 'Profile',
    noKeys: 'No API keys yet',
    unnamed: 'Unnamed',
    expired: 'expired',
    disabled: 'disabled',
    unreadable: 'unreadable',
  },
  notice: {
    locked: 'locked',
    unreadable: 'the secrets cannot be opened',
    endSoon: (count: number) =>
      f.plural(count, { one: '1 API key ends soon', other: `${f.number(count)} API keys end soon` }),
  },
  /** Each ends the system's own “Keyfob is trying to …”. */
  touchId: {
    unlock: 'unlock your keys',
    turnOn: 'ask for Touch ID before it unlocks your keys',
    turnOff: 'unlock your keys without Touch ID from now on',
  },
  menu: {
    file: '&File',
    view: '&View',
    help: '&Help',
    shortcuts: 'Keyboard Shortcuts',
    settings: 'Settings…',
    resetZoom: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    newRequest: 'New Request',
    generateKey: 'Generate API Key…',
    apiKeys: 'API Keys',
    lock: 'Lock Keyfob',
    quit: 'Quit Keyfob',
  },
  stillHere: {
    title: 'Keyfob is still here',
    body: 'Copy keys from its icon in the tray. Quit it there, or change this in Settings.',
  },
  runEnded: {
    title: (name: string) => `The run of “${name}” has ended`,
    lockedTitle: 'A run was stopped, because Keyfob is locked',
    stoppedTitle: (name: string) => `The run of “${name}” was stopped`,
    body: (done: number, failed: number) =>
      `${f.plural(done, { one: '1 request', other: `${f.number(done)} requests` })}, ${failed === 0 ? 'none failed' : `${f.number(failed)} failed`}.`,
  },
  reminder: { open: 'Open', regenerate: 'Regenerate…', snooze: 'Snooze a day' },
  notCopied: 'The key was not copied',
  notLocked: 'Keyfob is not locked',
  openToSeeWhy: 'Open Keyfob to see why.',
  profileSwitched: {
    title: (name: string) => `Profile “${name}”`,
    body: 'Its keys are the default keys now.',
  },
  profileNotSwitched: 'The profile was not switched',
}));
