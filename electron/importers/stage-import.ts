import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { ImportFormat } from '../../shared/domain/import.ts';
import { hasTooManyItems } from './document-places.ts';
import { tooLarge } from './import-failures.ts';
import type { ImportSource } from './import-source.ts';
import type { Converted, ImportNote, Importer } from './importer.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { nameUnnamed, type ImportedNames } from './name-unnamed.ts';
import { detectFormats } from './registry.ts';
import { liftSecrets, type Lifted } from './secrets/lift-secrets.ts';
import { told, worded } from '../told.ts';

/** What the person will be shown, its secrets with it: it stays in the main process. */
export interface StagedImport extends Lifted {
  readonly formats: readonly ImportFormat[];
}

/** Several formats fit, and the person has to say which it is. */
export interface Ambiguous {
  readonly kind: 'ambiguous';
  readonly formats: readonly ImportFormat[];
}

export interface StageOptions {
  /** Notes of how it was read. */
  readonly notes: readonly ImportNote[];
  /** What the person said it is. */
  readonly format: ImportFormat | null;
  readonly nonce: string;
  /** Of what the files give no name. */
  readonly names: ImportedNames;
}

/**
 * Converts all sources and lifts their secrets together, so that a key in an environment's file is known for what it is by the
 * requests of another. The only source's error is the result; of several, one that cannot be read is left out and named.
 */
export async function stageImport(
  sources: readonly ImportSource[],
  { notes, format, nonce, names }: StageOptions,
): Promise<Result<StagedImport | Ambiguous>> {
  const parts: Part[] = [];
  const left: ImportNote[] = [...notes];
  for (const source of sources) {
    const formats = formatsOf(source, format);
    if (formats.ok && formats.value.length > 1 && sources.length === 1) {
      return ok({ kind: 'ambiguous', formats: formats.value.map(({ id }) => id) });
    }
    const converted = await convertFirst(source, formats);
    if (converted.ok) {
      parts.push(converted.value);
    } else {
      if (sources.length === 1) return converted;
      left.push({
        kind: 'dropped',
        what: worded('importFileLeft'),
        where: source.files[0]?.path ?? '',
      });
    }
  }
  return staged(parts, left, { nonce, names });
}

interface Part {
  readonly importer: Importer;
  readonly converted: Converted;
}

async function convertFirst(
  source: ImportSource,
  formats: Result<readonly Importer[]>,
): Promise<Result<Part>> {
  if (!formats.ok) return formats;
  const [importer] = formats.value;
  if (importer === undefined) return failed('import-unknown-format');
  const converted = await importer.convert(source);
  return converted.ok ? ok({ importer, converted: converted.value }) : converted;
}

function formatsOf(source: ImportSource, format: ImportFormat | null): Result<readonly Importer[]> {
  const formats = detectFormats(source);
  if (!formats.ok || format === null) return formats;
  const chosen = formats.value.filter(({ id }) => id === format);
  return chosen.length === 0 ? failed('import-unknown-format') : ok(chosen);
}

function staged(
  parts: readonly Part[],
  notes: readonly ImportNote[],
  { nonce, names }: Pick<StageOptions, 'nonce' | 'names'>,
): Result<StagedImport> {
  const read: Converted = {
    collections: parts.flatMap(({ converted }) => converted.collections),
    environments: parts.flatMap(({ converted }) => converted.environments),
    notes: [...notes, ...parts.flatMap(({ converted }) => converted.notes)],
  };
  const all = nameUnnamed(read, names);
  const documents = all.collections.length + all.environments.length;
  if (documents === 0) return failed('import-unknown-format');
  if (documents > IMPORT_LIMITS.documents) return tooLarge(told('tooManyDocuments'));
  if (hasTooManyItems(all.collections)) return tooLarge(told('tooManyItems'));
  const lifted = liftSecrets(all, { nonce, names });
  if (!lifted.ok) return lifted;
  return ok({ ...lifted.value, formats: [...new Set(parts.map(({ importer }) => importer.id))] });
}
