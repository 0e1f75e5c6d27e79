import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { packagedFolder } from '../test/support/packaged-app.ts';

const asar = join(packagedFolder, 'resources', 'app.asar');
const unpacked = `${asar}.unpacked`;

/** Every file in the archive, without folders, by its path inside it. */
function files(): readonly string[] {
  return listPackage(asar, { isPack: false })
    .map((path) => path.replace(/^\//, ''))
    .filter((path) => !('files' in statFile(asar, path)));
}

const allowed = [
  /^package\.json$/,
  /^out\/(main|preload|renderer|first-page)\//,
  /^resources\//,
  /^node_modules\/keytar\//,
  /^node_modules\/@napi-rs\/keyring-[\w-]+\//,
];
const forbidden = [/\.tsx?$/, /\.map$/, /(^|\/)tests?\//, /stand-in/, /\.(spec|test)\./];

/** The archive holds what runs and nothing else. */
export function findUnexpectedFiles(): readonly string[] {
  return files().filter(
    (path) => !allowed.some((rule) => rule.test(path)) || forbidden.some((rule) => rule.test(path)),
  );
}

export function findMissingFiles(): readonly string[] {
  const present = new Set(files());
  const wanted = [
    'package.json',
    'out/main/main.js',
    'out/main/scan-worker.js',
    'out/main/json-filter-worker.js',
    'out/main/expectation-worker.js',
    'out/main/ledger-check-worker.js',
    'out/main/first-page-worker.js',
    'out/first-page/draw-first-page.mjs',
    'out/preload/preload.cjs',
    'out/renderer/index.html',
    'out/renderer/first-page.html',
    'resources/icon.png',
    'resources/tray/tray.png',
    'resources/tray/trayTemplate.png',
    'node_modules/keytar/package.json',
  ];
  return wanted.filter((path) => !present.has(path));
}

/** Texts that only sources, tests or development tools have. */
const traces = [
  'electron-stand-in',
  'playwright',
  'sourceMappingURL=data:',
  'KEYFOB_STAND_IN',
  'host-recorder',
];

export function findTraces(): readonly string[] {
  return files()
    .filter((path) => path.startsWith('out/') && /\.(js|cjs|html|css)$/.test(path))
    .flatMap((path) => {
      const text = extractFile(asar, path).toString('utf8');
      return traces.filter((trace) => text.includes(trace)).map((trace) => `${path}: ${trace}`);
    });
}

/** What the archive's package.json still says of how Keyfob is developed. */
export function findDevelopmentFields(): readonly string[] {
  const text = extractFile(asar, 'package.json').toString('utf8');
  const fields = JSON.parse(text) as Record<string, unknown>; // electron-builder wrote it.
  return ['devDependencies', 'scripts'].filter((name) => name in fields);
}

/** The keychain module's binaries: in the archive by name alone, and whole in the folder beside it. */
export async function findPackedBinaries(): Promise<readonly string[]> {
  const binaries = files().filter((path) => path.endsWith('.node'));
  if (binaries.length === 0) return ['there is no keychain binary at all'];
  const problems = binaries.map(async (path) => {
    const stat = statFile(asar, path);
    if (!('unpacked' in stat) || !stat.unpacked) return `${path} lies inside the archive`;
    if (!existsSync(join(unpacked, path))) return `${path} is not in app.asar.unpacked`;
    const head = (await readFile(join(unpacked, path))).subarray(0, 4).toString('latin1');
    return head === '\x7fELF' ? undefined : `${path} is not a program library`;
  });
  return (await Promise.all(problems)).filter((problem) => problem !== undefined);
}
