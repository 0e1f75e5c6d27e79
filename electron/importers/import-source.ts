import type { Result } from '../../shared/domain/app-error.ts';
import type { Json } from './json-value.ts';
import { parseDocument } from './parse-document.ts';

export interface SourceFile {
  /** Relative to the chosen folder, with `/` between its parts; empty for pasted text. */
  readonly path: string;
  readonly text: string;
}

/** What the person chose or pasted: one text, or the files of a folder. */
export interface ImportSource {
  readonly files: readonly SourceFile[];
  /** The text of a single file, and `null` for several. */
  readonly text: string | null;
  /** The single file's JSON or YAML; `null` for several files and for what is neither. */
  readonly document: Json | null;
  /** Why the single file is refused, though it is JSON or YAML: too deep, too large, a prototype's key. */
  readonly problem: Extract<Result<never>, { readonly ok: false }> | null;
}

export function importSource(files: readonly SourceFile[]): ImportSource {
  const [first] = files;
  const text = files.length === 1 && first !== undefined ? first.text : null;
  const parsed = text === null ? null : parseDocument(text);
  return {
    files,
    text,
    document: parsed?.ok === true ? parsed.value : null,
    problem: parsed?.ok === false ? parsed : null,
  };
}
