import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { ImportFormat } from '../../shared/domain/import.ts';
import { brunoImporter } from './bruno.ts';
import { curlImporter } from './curl.ts';
import { dotEnvImporter } from './dot-env.ts';
import { harImporter } from './har.ts';
import type { ImportSource } from './import-source.ts';
import type { Importer } from './importer.ts';
import { insomniaImporter } from './insomnia.ts';
import { openapiImporter } from './openapi.ts';
import { postmanCollectionImporter } from './postman-collection.ts';
import { postmanDumpImporter } from './postman-dump.ts';
import { postmanEnvironmentImporter } from './postman-environment.ts';

/** Every format that can be imported. */
export const importers: readonly Importer[] = [
  postmanCollectionImporter,
  postmanEnvironmentImporter,
  postmanDumpImporter,
  curlImporter,
  openapiImporter,
  insomniaImporter,
  brunoImporter,
  harImporter,
  dotEnvImporter,
];

/**
 * The formats that the content may be of: one, or several between which the person chooses. `import-unknown-format` when there is
 * none; `import-not-readable` and `import-too-large` for JSON and YAML that is refused.
 */
export function detectFormats(source: ImportSource): Result<readonly Importer[]> {
  if (source.files.length === 0) return failed('import-unknown-format');
  const matching = importers.filter((importer) => importer.detect(source));
  if (matching.length > 0) return ok(matching);
  return source.problem ?? failed('import-unknown-format');
}

export function importerOf(format: ImportFormat): Importer {
  const importer = importers.find(({ id }) => id === format);
  if (importer === undefined) throw new Error('No importer for this format');
  return importer;
}
