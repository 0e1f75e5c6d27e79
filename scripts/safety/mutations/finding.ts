import type { Mutation } from './mutation.ts';

const matcher = ['test/unit/exposed/byte-matcher.test.ts'];
const base64 = ['test/unit/exposed/base64-runs.test.ts'];
const packed = ['test/unit/exposed/scan-packed.test.ts'];
const files = ['test/unit/exposed/scan-files.test.ts'];
const lifting = ['test/unit/importers/lift-secrets.test.ts'];

/** What is found: keys in files, and secrets in what is imported. */
export const findingMutations: readonly Mutation[] = [
  {
    defence: 'a key in UTF-16 is found by a scan',
    file: 'electron/exposed/byte-matcher.ts',
    search: 'window[at + 1] === 0 ? 2 : 1',
    replace: '1',
    tests: matcher,
    holds: 'confinement.scan-found',
  },
  {
    defence: 'a scan takes nothing for a Local API key whose checksum does not hold',
    file: 'electron/exposed/key-shape.ts',
    search: "parseKey(text.slice(0, LOCAL_LENGTH)).kind === 'well-formed'",
    replace: 'text.length >= LOCAL_LENGTH',
    tests: matcher,
    holds: 'confinement.scan-found',
  },
  {
    defence: 'a scan reads Base64 over the ends of lines',
    file: 'electron/exposed/base64-runs.ts',
    search: 'return byte === LINE_FEED || byte === CARRIAGE_RETURN;',
    replace: 'return false;',
    tests: base64,
    holds: 'confinement.scan-found',
  },
  {
    defence: 'a scan reads Base64 for URLs',
    file: 'electron/exposed/base64-runs.ts',
    search: '0123456789+/-_',
    replace: '0123456789+/',
    tests: base64,
    holds: 'confinement.scan-found',
  },
  {
    defence: 'a path that is named after a key is masked',
    file: 'electron/exposed/mask-path.ts',
    search: 'if (matches.length === 0) return',
    replace: 'if (matches.length >= 0) return',
    tests: files,
    holds: 'confinement.scan-keeps-nothing',
  },
  {
    defence: 'what a scan looks for holds digests',
    file: 'electron/exposed/scan-patterns.ts',
    search: "addDigest(createHash('sha256').update(bytes).digest(), number);",
    replace: 'addDigest(bytes, number);',
    tests: matcher,
    holds: 'confinement.scan-found',
  },
  {
    defence: 'a scan does not open Keyfob’s own folder',
    file: 'electron/exposed/walk-files.ts',
    search: 'else if (path === options.excludedFolder)',
    replace: 'else if (path === null)',
    tests: files,
    holds: 'confinement.scan-inside',
  },
  {
    defence: 'what an archive may unpack to is bounded',
    file: 'electron/exposed/packed/unpack-bounds.ts',
    search: 'if (!fits) return false;',
    replace: '',
    tests: packed,
    holds: 'confinement.scan-bombs',
  },
  {
    defence: 'a name in an archive is masked and shows every sign',
    file: 'electron/exposed/mask-path.ts',
    search: "return text.replace(INVISIBLE, '\\uFFFD');",
    replace: 'return text;',
    tests: packed,
    holds: 'confinement.scan-bombs',
  },
  {
    defence: 'a secret that was found once in an import is taken out everywhere',
    file: 'electron/importers/secrets/sweep.ts',
    search: 'return formsByLead.size === 0 ? shaped : replaceForms(shaped, formsByLead);',
    replace: 'return shaped;',
    tests: lifting,
    holds: 'import.lifted',
  },
  {
    defence: 'a key in an import is told by its shape',
    file: 'electron/importers/secrets/secret-shapes.ts',
    search: '`${KEY_SHAPE.source}|${FOREIGN_SHAPE.source}`',
    replace: '`${FOREIGN_SHAPE.source}`',
    tests: lifting,
    holds: 'import.lifted',
  },
];
