import { defineTexts } from '../define-texts.ts';

export const settingsTexts = defineTexts('settings', (f) => {
  const days = (count: number) => f.plural(count, { one: '1 day', other: `${f.number(count)} days` });
  const baseUrl = 'Use it as the base URL in other programs on this computer.';
  return {
    title: 'Settings',
    appearance: {
      title: 'Appearance',
      theme: 'Theme',
      themeDescription: 'System follows your desktop.',
      themes: { system: 'System', light: 'Light', dark: 'Dark' },
      language: 'Language',
      languageDescription: 'Of the window, the tray and the menus.',
      /** Each language is named in itself. */
      languages: { system: 'As the system', en: 'English', de: 'Deutsch' },
    },
    behaviour: {
      title: 'General',
      clears: 'A copied key leaves the clipboard',
      clearsDescription: 'Only if it is still there. Keyfob also asks clipboard histories not to keep it.',
      closeToTray: 'Close to the tray',
      closeToTrayDescription:
        'Closing the window keeps the tray menu and the Local API running. Quit ends Keyfob.',
      openAtLogin: 'Open at login',
      openAtLoginDescription: 'Starts in the tray, without its window, when you log in to this computer.',
      quickCopy: 'Quick copy',
      quickCopyDescription:
        'A shortcut that works in every program opens a small window: type a name, press Enter, and the key is on the clipboard.',
      shortcut: 'Shortcut of quick copy',
      shortcutDescription: 'No other program gets these keys while quick copy is on.',
      shortcutTaken: 'Another program or the system has these keys. Choose others.',
      shortcutOnWayland:
        'On Wayland your desktop decides whether a program may have keys, and may ask you. If nothing happens, let a shortcut of the desktop run “keyfob --quick-copy”.',
      changeShortcut: (keys: string) => `Change shortcut, now ${keys}`,
      pressKeys: 'Press the keys, or Esc',
      unusableKeys: 'Use two of Ctrl, Cmd, Alt and Shift with a key: other programs need the rest.',
    },
    history: {
      title: 'History',
      kept: 'Sent requests that are kept',
      keptDescription:
        'The newest, each with what came back. Pinned ones stay beside them. Keys are never kept in the history.',
      forHowLong: 'For how long',
      forHowLongDescription: 'What is older is deleted, unless it is pinned.',
      anyAge: 'Any age',
      days,
      deleteTitle: 'Delete older requests?',
      deleteAction: (count: number) => `Delete ${f.number(count)}`,
      deleteExplanation: (count: number) =>
        `${f.plural(count, {
          one: 'One sent request is beyond this and is deleted now.',
          other: `${f.number(count)} sent requests are beyond this and are deleted now.`,
        })} This cannot be taken back. Pinned requests stay.`,
    },
    localApi: {
      title: 'Local API',
      server: 'Server',
      states: { running: 'Running', stopped: 'Stopped', failed: 'Not running' },
      start: 'Start',
      stop: 'Stop',
      served: (count: number, since: number) =>
        `${f.plural(count, { one: '1 request served', other: `${f.number(count)} requests served` })} since ${f.dateTime(since)}. It listens on this computer only.`,
      whatItDoes:
        'Issues and verifies its keys as the Postman API does, on this computer only. No key of it works while it is stopped.',
      couldNotStart: 'It could not start.',
      address: 'Address',
      noAddress: 'It has an address while it runs.',
      copyAddress: 'Copy address',
      baseUrl,
      otherPort: (wanted: number, port: number, refusal: 'in-use' | 'not-permitted') =>
        `Port ${String(wanted)} ${refusal === 'in-use' ? 'is in use by another program' : 'may not be used, as the system says'}, so it took ${String(port)}. ${baseUrl}`,
      startsWithKeyfob: 'Start with Keyfob',
      startsDescription: 'When this is off, it starts as soon as a request or a shared collection needs it.',
      document: 'OpenAPI document',
      documentDescription: 'Every route, what goes in and what comes out. Reading it needs no key.',
      copyLink: 'Copy link',
      copyLinkLabel: 'Copy link to the OpenAPI document',
      open: 'Open',
      openLabel: 'Open the OpenAPI document in the browser',
    },
    lock: {
      title: 'Lock',
      lock: 'Lock Keyfob',
      now: 'Lock now',
      whenAway: 'When nobody is there',
      whenAwayLabel: 'Lock when nobody is there',
      whenAwayDescription: 'Counted from the last touch of keyboard or mouse.',
      never: 'Never',
      after: (minutes: number) =>
        minutes % 60 === 0
          ? f.plural(minutes / 60, { one: 'After 1 hour', other: `After ${f.number(minutes / 60)} hours` })
          : f.plural(minutes, { one: 'After 1 minute', other: `After ${f.number(minutes)} minutes` }),
      withScreen: 'With the screen',
      withScreenLabel: 'Lock with the screen',
      withScreenDescription: 'Locks when your screen is locked (macOS, Windows) or the computer sleeps.',
      touchId: {
        title: 'Unlock with Touch ID',
        description:
          'Asked at each start and after each lock, before your keychain gives the master key. Where no finger can be read, the password of this Mac answers.',
        passphrase:
          'Not with a passphrase: nothing else opens the master key, and a copy that Touch ID could open would weaken it.',
        noKeychain: 'Possible once your keychain holds the master key.',
      },
      meaning: {
        memory: 'Not possible now: the master key is in memory only, and locking would lose it.',
        passphrase:
          'Takes the master key out of memory until the passphrase is typed. Ctrl or Cmd+L, and in the tray.',
        touchId:
          'Takes the master key out of memory until Touch ID brings it back from the keychain. Ctrl or Cmd+L, and in the tray.',
        other:
          'Takes the master key out of memory. Without a passphrase, one press brings it back from the keychain. Ctrl or Cmd+L, and in the tray.',
      },
    },
    collections: {
      title: 'Collections',
      folder: 'Folder',
      looking: 'Looking…',
      useOwn: 'Use Keyfob’s own',
      choose: 'Choose folder…',
      changed: 'Collections are read from there now. No file was moved.',
    },
    sentFiles: {
      title: 'Files that requests send',
      chosen: 'Chosen files',
      description: 'Requests send these, and no others. One that is taken back has to be chosen again.',
      none: 'Requests may send no file yet. You choose one in the body of a request.',
      of: (collection: string) => `For “${collection}”.`,
      unsaved: 'For requests that are saved nowhere.',
      gone: 'For a collection that is no longer there.',
      unreadable: 'Gone, or not readable',
      goesTo: (origins: string) => `Goes without asking to ${origins}`,
      nowhere: 'Goes nowhere without asking',
      takeBack: 'Take back',
      takeBackOf: (path: string) => `Take back ${path}`,
      takeBackAll: 'Take all back…',
      takeAllBack: 'Take all back',
      allTitle: 'Take back all files that requests may send?',
      allNote: 'No request sends a file until you choose it again. The files themselves stay as they are.',
      more: (count: number) =>
        f.plural(count, { one: 'One more file', other: `${f.number(count)} more files` }),
      showAll: 'Show all',
    },
    storage: {
      title: 'Storage',
      masterKey: 'Master key',
      useKeychain: 'Use the keychain',
      keychainHolds: 'Your keychain holds the master key now.',
      changePassphrase: 'Change passphrase…',
      usePassphrase: 'Use a passphrase…',
      holders: {
        keychain: {
          label: 'In the keychain',
          text: 'Your system’s keychain holds the key that seals all others.',
        },
        passphrase: {
          label: 'Passphrase',
          text: 'The key that seals all others is wrapped under your passphrase, which Keyfob does not know.',
        },
        memory: {
          label: 'In memory',
          text: 'It is kept in memory. The keys that were made with it are gone when Keyfob quits.',
        },
      },
      opening: { label: 'Opening', text: 'Asking the keychain for the master key.' },
      empty: {
        label: 'Not made yet',
        text: 'It is made with your first key and kept in your system’s keychain.',
      },
      locked: { label: 'Locked', text: 'Keyfob is locked.' },
      noHolder: 'No holder',
      unreadable: 'Unreadable',
      kit: 'Recovery kit',
      kitDescription:
        'A small file that opens your keys with a passphrase of its own, when the keychain is lost. A new one can be saved at any time; older ones stay good.',
      openKit: 'Open a kit…',
      saveKit: 'Save a kit…',
      ledger: 'Ledger',
      ledgerDescription:
        'Everything about your keys, and their values sealed with AES-256-GCM under the master key.',
      ledgerOpen: 'Open',
      ledgerClosed: 'Closed',
    },
    about: {
      title: 'About',
      description: 'A key never goes where it was not meant to go. Free software under the MIT licence.',
    },
  };
});
