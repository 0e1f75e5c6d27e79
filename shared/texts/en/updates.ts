import { defineTexts } from '../define-texts.ts';

export const updatesTexts = defineTexts('updates', () => ({
  title: 'Updates',
  agree: 'Look for newer versions',
  agreeDescription:
    'Once a day, where this copy was published. That host learns your network address, as with any download, and nothing about you or your keys. Until you agree it is never asked.',
  unavailable: {
    title: 'This copy does not update itself',
    'self-built': 'It was built from the sources, so nobody publishes newer versions for it. Build it anew.',
    'by-hand':
      'It was unpacked from an archive. Unpack a newer one in its place; your keys are kept elsewhere.',
  },
  notLooked: 'Keyfob has not looked since it was started',
  looking: 'Looking for a newer version',
  upToDate: (version: string) => `Keyfob ${version} is the newest`,
  lookedAt: (time: string) => `Looked on ${time}.`,
  onceADay: 'It looks once a day.',
  available: (version: string) => `Keyfob ${version} is there`,
  notes: (version: string) => `What is new in Keyfob ${version}`,
  noNotes: 'Nothing was written about what is new.',
  downloading: (version: string) => `Downloading Keyfob ${version}`,
  ready: (version: string) => `Keyfob ${version} is ready`,
  readyDescription: 'It is installed when Keyfob quits. Tabs that are not saved are kept.',
  failed: 'The update did not work',
  check: 'Check now',
  download: 'Download',
  cancel: 'Cancel',
  restart: 'Restart now',
  tryAgain: 'Try again',
}));
