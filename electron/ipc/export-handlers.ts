import type { exportCommands } from '../../shared/contract/export-commands.ts';
import type { ExportFiles } from '../exports/export-files.ts';
import type { SnippetService } from '../exports/snippet-service.ts';
import type { Handlers } from './handlers.ts';

export interface ExportHandlerParts {
  readonly exportFiles: ExportFiles;
  readonly snippets: SnippetService;
}

export function exportHandlers({
  exportFiles,
  snippets,
}: ExportHandlerParts): Pick<Handlers, keyof typeof exportCommands> {
  return {
    'exports.saveCollection': ({ id }) => exportFiles.saveCollection(id),
    'exports.saveEnvironment': ({ id }) => exportFiles.saveEnvironment(id),
    'exports.saveHar': ({ id }) => exportFiles.saveHar(id),
    'exports.getSnippet': (input) => snippets.get(input),
  };
}
