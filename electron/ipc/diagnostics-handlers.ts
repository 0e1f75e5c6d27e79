import type { diagnosticsCommands } from '../../shared/contract/diagnostics-commands.ts';
import { ok } from '../../shared/domain/app-error.ts';
import type { DiagnosticsService } from '../diagnostics/diagnostics.ts';
import type { Handlers } from './handlers.ts';

export function diagnosticsHandlers(
  diagnostics: DiagnosticsService,
): Pick<Handlers, keyof typeof diagnosticsCommands> {
  return {
    'diagnostics.get': () => ok(diagnostics.get()),
    'diagnostics.check': async () => ok(await diagnostics.check()),
  };
}
