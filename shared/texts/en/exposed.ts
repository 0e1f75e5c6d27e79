import { defineTexts, type ShapeOf } from '../define-texts.ts';

/** Where keys lie in files. */
export const exposedTexts = defineTexts('exposed', (f) => ({
  summary: {
    files: (count: number) => f.plural(count, { one: '1 file', other: `${f.number(count)} files` }),
    nothing: 'Nothing found',
    found: (values: number, places: number) =>
      `${f.plural(values, { one: '1 value', other: `${f.number(values)} values` })} of your keys found in ${f.plural(places, { one: '1 place', other: `${f.number(places)} places` })}`,
    in: 'in',
    cancelled: 'The scan was cancelled. This is what it found until then.',
    brokeOff: 'The scan broke off. This is what it found until then.',
    report: 'Scan again; if it happens again, report it with the log.',
    notAll: 'Not everything was searched',
  },
  none: {
    title: 'None of your keys lies there',
    titleOfPart: 'None of your keys was found in what was searched',
    explanation: (values: number) =>
      `${f.plural(values, { one: '1 value of your keys was', other: `${f.number(values)} values of your keys were` })} looked for, also in Base64, in ZIP, tar and gzip, and in Git’s single objects. What else is packed, compressed or encoded is not looked into.`,
  },
  exposed: {
    title: 'Exposed keys',
    leaveOut: 'Leave out installed packages',
    tryAgain: 'Try again',
    scanAgain: 'Scan again',
    scanFile: 'Scan a file…',
    scanFolder: 'Scan a folder…',
  },
  file: {
    show: (path: string) => `Show ${path} in its folder`,
    showShort: 'Show in folder',
    copy: (path: string) => `Copy the path of ${path}`,
    copyShort: 'Copy path',
    copied: 'The path was copied.',
  },
  list: {
    title: 'What was found',
    keys: 'Found keys',
    more: (count: number) =>
      `${f.plural(count, { one: '1 more file is', other: `${f.number(count)} more files are` })} counted and not listed.`,
  },
  group: {
    places: (places: number, files: number) =>
      `${f.plural(places, { one: '1 place', other: `${f.number(places)} places` })} in ${f.plural(files, { one: '1 file', other: `${f.number(files)} files` })}`,
    deletedCollection: 'A deleted collection',
    accessKey: 'Collection access key',
    deletedKey: 'A key that was deleted or revoked',
    toKeys: 'Go to API keys',
    regenerateNamed: (name: string) => `Regenerate as exposed: ${name}`,
    regenerate: 'Regenerate as exposed',
    toTeam: 'Go to Team keys',
  },
  first: {
    title: 'Find out where your keys lie',
    explanation:
      'Choose a folder or a file, and Keyfob looks for the values of your keys in it: in text and in any other file, in Base64, in ZIP, tar and gzip, and in Git’s single objects. It says where they stand, and keeps no copy of what it found.',
    limits:
      'What else is packed, compressed or encoded is not looked into: other archives, Git’s packs, archives in archives.',
  },
  progress: {
    title: 'Scan',
    counting: 'Counting the files of ',
    looking: 'Looking for your keys in ',
    cancel: 'Cancel',
    numbers: ({
      files,
      totalFiles,
      bytes,
      totalBytes,
    }: {
      readonly files: number;
      readonly totalFiles: number;
      readonly bytes: string;
      readonly totalBytes: string;
    }) =>
      `${f.number(files)} of ${f.plural(totalFiles, { one: '1 file', other: `${f.number(totalFiles)} files` })}, ${bytes} of ${totalBytes}`,
    nothing: 'Nothing found so far',
    found: (places: number) =>
      `Found in ${f.plural(places, { one: '1 place', other: `${f.number(places)} places` })} so far`,
  },
  place: {
    more: (count: number) => `${f.number(count)} more`,
    byte: (offset: number) => `byte ${f.number(offset)}`,
    encoded: (offset: number) => `in Base64 from byte ${f.number(offset)}`,
    name: 'in its name',
  },
  value: {
    works: 'Works',
    refused: 'Refused',
    disabled: 'Disabled',
    expired: 'Expired',
    old: 'Old value, in its grace',
    oldAdvice: 'It works until its grace ends. Regenerating as exposed ends it now.',
    deleted: 'Deleted here',
    replaced: 'Replaced here',
    replacedAdvice: 'Keyfob no longer keeps it. It works until it is revoked at its service.',
    endedAdvice: 'It works no longer.',
    accessKeyAdvice: 'Delete it under Collection access keys, and share the collection anew.',
    ownAdvice: 'Whoever can read these files can use it.',
    othersAdvice: 'It belongs to another member: revoke it in Team keys.',
  },
  foreign: {
    local: (count: number) =>
      `${f.plural(count, { one: '1 key', other: `${f.number(count)} keys` })} of a Local API`,
    postman: (count: number) =>
      `${f.plural(count, { one: '1 text', other: `${f.number(count)} texts` })} shaped like a Postman key`,
    all: (parts: string) => `Also there, and not among your keys: ${parts}.`,
  },
  problems: {
    unreadable: (count: number) =>
      f.plural(count, {
        one: '1 file or folder could not be read.',
        other: `${f.number(count)} files or folders could not be read.`,
      }),
    vanished: (count: number) =>
      f.plural(count, {
        one: '1 file was gone before it was read.',
        other: `${f.number(count)} files were gone before they were read.`,
      }),
    damaged: (count: number) =>
      f.plural(count, {
        one: '1 packed file is damaged, and was searched in part.',
        other: `${f.number(count)} packed files are damaged, and were searched in part.`,
      }),
    tooMuch: (count: number) =>
      f.plural(count, {
        one: '1 packed file unpacks to far too much, and was searched in part.',
        other: `${f.number(count)} packed files unpack to far too much, and were searched in part.`,
      }),
    notOpened: (count: number) =>
      f.plural(count, {
        one: '1 key of Postman or a custom service was not looked for: Keyfob could not open it. Unlock it and scan again.',
        other: `${f.number(count)} keys of Postman and custom services were not looked for: Keyfob could not open them. Unlock them and scan again.`,
      }),
  },
  leftOut: {
    links: (count: number) =>
      f.plural(count, {
        one: '1 link was not followed.',
        other: `${f.number(count)} links were not followed.`,
      }),
    special: (count: number) =>
      f.plural(count, {
        one: '1 device or system folder was left out.',
        other: `${f.number(count)} devices and system folders were left out.`,
      }),
    gitHistories: (count: number) =>
      f.plural(count, {
        one: '1 Git history is in packs, which were not looked into. Search it with “git log -S”.',
        other: `${f.number(count)} Git histories are in packs, which were not looked into. Search them with “git log -S”.`,
      }),
    otherPacked: (count: number) =>
      f.plural(count, {
        one: '1 file is encrypted, or packed in another way than ZIP, tar and gzip, and was not unpacked.',
        other: `${f.number(count)} files are encrypted, or packed in other ways than ZIP, tar and gzip, and were not unpacked.`,
      }),
    nested: (count: number) =>
      f.plural(count, {
        one: '1 archive lies in another, and was not unpacked.',
        other: `${f.number(count)} archives lie in others, and were not unpacked.`,
      }),
    packages: (count: number) =>
      f.plural(count, {
        one: '1 folder of installed packages was left out.',
        other: `${f.number(count)} folders of installed packages were left out.`,
      }),
    ownFolder: (count: number) =>
      f.plural(count, {
        one: '1 folder is Keyfob’s own: keys lie in it sealed.',
        other: `${f.number(count)} folders are Keyfob’s own.`,
      }),
    tooShort: (count: number) =>
      f.plural(count, {
        one: '1 key is too short to be told from other text.',
        other: `${f.number(count)} keys are too short to be told from other text.`,
      }),
  },
}));

export type ExposedTexts = ShapeOf<typeof exposedTexts>;
