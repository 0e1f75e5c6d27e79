import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { build, buildWhenStale, projectFolder } from '../../test/support/build.ts';
import { BUILD_PARTS, bundledFile, type BuildPart } from './note-bundled.ts';

export const licencesPath = join(projectFolder, 'docs', 'licences.md');

/** Licences that ask for no more than that their text goes along. */
const ACCEPTED = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'MIT-0',
  'Zlib',
];

const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().default('unknown'),
});

/** A package of which something is in the app. */
export interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly where: readonly string[];
}

function readPackage(folder: string, where: string): Shipped {
  const { name, version, license } = packageSchema.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  return { name, version, licence: license, where: [where] };
}

function bundledIn(part: BuildPart): readonly Shipped[] {
  const folders = z
    .array(z.string())
    .parse(JSON.parse(readFileSync(bundledFile(projectFolder, part), 'utf8')));
  return folders.map((folder) => readPackage(folder, part));
}

/** The one dependency that is not bundled, and Electron around all of it. */
function besideTheBundle(): readonly Shipped[] {
  const modules = join(projectFolder, 'node_modules');
  return [readPackage(join(modules, 'keytar'), 'beside'), readPackage(join(modules, 'electron'), 'around')];
}

/** Every package of which something is in the packaged app, once each version, in order. Builds when that was not noted down. */
export async function shippedPackages(): Promise<readonly Shipped[]> {
  await buildWhenStale();
  if (BUILD_PARTS.some((part) => !existsSync(bundledFile(projectFolder, part)))) await build();
  const byKey = new Map<string, Shipped>();
  for (const each of [...BUILD_PARTS.flatMap(bundledIn), ...besideTheBundle()]) {
    const key = `${each.name} ${each.version}`;
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? each : { ...known, where: [...known.where, ...each.where] });
  }
  return [...byKey.values()].toSorted((a, b) =>
    `${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1,
  );
}

/** `MIT`, `(MIT OR Apache-2.0)`, `MIT AND ISC`: one accepted licence of each alternative, all of a conjunction. */
export function isAccepted(licence: string): boolean {
  const plain = licence.replaceAll(/[()]/g, '');
  return plain
    .split(' AND ')
    .every((part) => part.split(' OR ').some((each) => ACCEPTED.includes(each.trim())));
}

/** The document: what is shipped, under which licence, in which part of the app. */
export function licenceDocument(shipped: readonly Shipped[]): string {
  const rows = shipped.map(
    ({ name, version, licence, where }) => `| ${name} | ${version} | ${licence} | ${where.join(', ')} |`,
  );
  return [
    '# What the packaged app holds of others',
    '',
    'Made by `npm run licences` from the modules that the build really put into the bundles; `npm test` fails when it is not current.',
    '_main_, _preload_ and _renderer_ are bundles; _beside_ lies next to them with its binary; _around_ is Electron, whose own notices',
    '(`LICENSES.chromium.html`) are in every package.',
    '',
    '| Package | Version | Licence | Where |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    `${String(shipped.length)} packages.`,
    '',
  ].join('\n');
}

/** What is wrong with the licences or the document; nothing when all is well. */
export async function licenceProblems(): Promise<readonly string[]> {
  const shipped = await shippedPackages();
  const refused = shipped
    .filter(({ licence }) => !isAccepted(licence))
    .map(({ name, licence }) => `${name} is under ${licence}, which nobody has looked at`);
  const written = existsSync(licencesPath) ? readFileSync(licencesPath, 'utf8') : '';
  const isCurrent = rowsOf(written) === rowsOf(licenceDocument(shipped));
  return isCurrent ? refused : [...refused, 'docs/licences.md is not current: npm run licences'];
}

/** The rows without the padding that the formatter gives them. */
function rowsOf(document: string): string {
  return document
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^[|\s-]+$/.test(line))
    .map((line) => line.replaceAll(/\s*\|\s*/g, '|'))
    .join('\n');
}
