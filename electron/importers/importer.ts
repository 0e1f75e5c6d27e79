import type { Worded } from '../told.ts';
import type { Result } from '../../shared/domain/app-error.ts';
import type { ImportFormat } from '../../shared/domain/import.ts';
import type { JsonObject } from './json-value.ts';
import type { ImportSource } from './import-source.ts';

/** What the person should know of a conversion; `where` names a request, a folder or a file. */
export interface ImportNote {
  /** `kept`: in the document, and never run by Keyfob. `dropped`: not in it. `changed`: in it, in another form. */
  readonly kind: 'kept' | 'dropped' | 'changed';
  readonly what: Worded;
  readonly where: string;
}

/** What a format became: Postman Collection v2.1 documents and Postman environment documents, secrets and all. */
export interface Converted {
  readonly collections: readonly JsonObject[];
  readonly environments: readonly JsonObject[];
  readonly notes: readonly ImportNote[];
}

/** One format. Converting runs nothing, reads no file and asks no network. */
export interface Importer {
  readonly id: ImportFormat;
  /** Whether the content is of this format; the names of files are only a hint. */
  detect(source: ImportSource): boolean;
  /** `import-not-readable` for what breaks the format's own rules. */
  convert(source: ImportSource): Result<Converted> | Promise<Result<Converted>>;
}
