import type { Screen } from '../../domain/preferences.ts';
import { defineTexts } from '../define-texts.ts';

export const screenNames: Readonly<Record<Screen, string>> = {
  'api-keys': 'API keys',
  requests: 'Requests',
  runs: 'Runs',
  history: 'History',
  usage: 'Usage',
  'team-keys': 'Team keys',
  activity: 'Activity',
  'exposed-keys': 'Exposed keys',
  settings: 'Settings',
};

/** What is around the screens: the rail, the palette, the toasts. */
export const shellTexts = defineTexts('shell', (f) => ({
  screens: screenNames,
  screensLabel: 'Screens',
  search: 'Search',
  showRun: 'Show run',
  dropImport: {
    title: 'Drop to import',
    hint: 'Files and folders of Postman, Insomnia, Bruno, OpenAPI, HAR and .env, or the text of a curl command',
  },
  whatsNew: {
    updated: (version: string) => `Keyfob was updated to ${version}`,
    title: (version: string) => `What is new in Keyfob ${version}`,
    show: 'What is new',
    dismiss: 'Dismiss',
  },
  /** A notice beside a screen's name. */
  endSoon: (count: number) => f.plural(count, { one: '1 ends soon', other: `${f.number(count)} end soon` }),
  palette: {
    title: 'Search Keyfob',
    placeholder: 'Search screens, keys, requests and actions',
    results: 'Results',
    nothing: (query: string) => `Nothing matches “${query}”.`,
    sections: { screens: 'Screens', actions: 'Actions', keys: 'API keys', requests: 'Requests' },
    goTo: (screen: string) => `Go to ${screen}`,
    generateKey: 'Generate API Key',
    addKey: 'Add existing key',
    newRequest: 'New request',
    lock: 'Lock Keyfob',
    shortcuts: 'Show keyboard shortcuts',
    scanFolder: 'Scan a folder for exposed keys',
    lightTheme: 'Use light theme',
    darkTheme: 'Use dark theme',
    systemTheme: 'Use the system’s theme',
    copy: (keyName: string) => `Copy ${keyName}`,
    show: (keyName: string) => `Show ${keyName}`,
    run: (collectionName: string) => `Run ${collectionName}`,
  },
  copied: (seconds: number) =>
    `Copied. It leaves the clipboard in ${f.plural(seconds, { one: '1 second', other: `${f.number(seconds)} seconds` })}.`,
  clearsAfter: (seconds: number) =>
    seconds < 60 || seconds % 60 !== 0
      ? f.plural(seconds, { one: 'After 1 second', other: `After ${f.number(seconds)} seconds` })
      : f.plural(seconds / 60, { one: 'After 1 minute', other: `After ${f.number(seconds / 60)} minutes` }),
  responseSaved: (fileName: string) => `Saved as ${fileName}`,
  showInFolder: 'Show in folder',
  responseMasked: 'A key in it was written over with asterisks.',
  bug: {
    title: 'This page ran into a bug',
    showAgain: 'Show it again',
    reload: 'Reload the window',
    explanation:
      'Nothing that was saved is lost: your keys are kept outside this window. Show the page again; if it happens once more, reload the window and report what you did.',
  },
}));
