import { createExportFiles, type ExportFiles, type ExportFilesOptions } from '../exports/export-files.ts';
import {
  createSnippetService,
  type SnippetService,
  type SnippetServiceOptions,
} from '../exports/snippet-service.ts';
import { createMadeValues, type MadeValueParts } from '../requests/made-values.ts';

export type ExportParts = ExportFilesOptions &
  Omit<SnippetServiceOptions, 'random' | 'madeValues'> &
  MadeValueParts;

/** What leaves Keyfob as a file or as code. */
export function composeExports(parts: ExportParts): {
  readonly exportFiles: ExportFiles;
  readonly snippets: SnippetService;
} {
  const snippets = createSnippetService({ ...parts, madeValues: createMadeValues(parts) });
  return { exportFiles: createExportFiles(parts), snippets };
}
