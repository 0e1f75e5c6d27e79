import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readChosen } from '../../electron/importers/read-chosen.ts';
import { detectFormats } from '../../electron/importers/registry.ts';
import { nameUnnamed } from '../../electron/importers/name-unnamed.ts';
import { madeNamesOf } from '../../electron/ports/speaking.ts';
import { liftSecrets } from '../../electron/importers/secrets/lift-secrets.ts';

export const englishNames = madeNamesOf(undefined).imported;

export const fixturesFolder = join(import.meta.dirname, '../fixtures/import');

export interface ImportFixture {
  readonly format: string;
  readonly name: string;
  /** A file, or Bruno's folder. */
  readonly input: string;
  readonly expected: string;
}

/** Every `<format>/<name>.input…` with its `<name>.expected.json`. */
export function importFixtures(): readonly ImportFixture[] {
  return readdirSync(fixturesFolder).flatMap((format) =>
    readdirSync(join(fixturesFolder, format))
      .filter((file) => /\.input(?:\.|$)/.test(file))
      .map((file) => {
        const name = file.slice(0, file.indexOf('.input'));
        const folder = join(fixturesFolder, format);
        return { format, name, input: join(folder, file), expected: join(folder, `${name}.expected.json`) };
      }),
  );
}

/** What a fixture becomes: its secrets lifted, and told without their values. */
export async function importFixture(input: string) {
  const read = await readChosen([input]);
  if (!read.ok) throw new Error(read.error.message);
  const [source] = read.value.sources;
  if (source === undefined) throw new Error('Nothing was read');
  const formats = detectFormats(source);
  if (!formats.ok) throw new Error(formats.error.message);
  const [importer, ...others] = formats.value;
  if (importer === undefined || others.length > 0) throw new Error('The format is not clear');
  const converted = await importer.convert(source);
  if (!converted.ok) throw new Error(converted.error.message);
  const lifted = liftSecrets(nameUnnamed(converted.value, englishNames), {
    nonce: 'fixture',
    names: englishNames,
  });
  if (!lifted.ok) throw new Error(lifted.error.message);
  const { collections, environments, notes, found } = lifted.value;
  return {
    format: importer.id,
    secrets: found.map(({ secret }) => secret),
    expected: {
      collections,
      environments,
      notes: [...read.value.notes, ...notes].map((note) => ({ ...note, what: note.what.message })),
      found: found.map(({ token, mask, uses }) => ({ token, mask, uses })),
    },
  };
}
