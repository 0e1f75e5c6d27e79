import { createExportFiles, type ExportFiles, type ExportFilesOptions } from '../exports/export-files.ts';
import {
  createSnippetService,
  type SnippetService,
  type SnippetServiceOptions,
} from '../exports/snippet-service.ts';

export type ExportParts = ExportFilesOptions & SnippetServiceOptions;

/** What leaves Keyfob as a file or as code. */
export function composeExports(parts: ExportParts): {
  readonly exportFiles: ExportFiles;
  readonly snippets: SnippetService;
} {
  return { exportFiles: createExportFiles(parts), snippets: createSnippetService(parts) };
}
