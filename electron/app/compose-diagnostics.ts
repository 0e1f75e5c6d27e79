import { arch, homedir, release } from 'node:os';
import { join } from 'node:path';
import {
  createDiagnostics,
  type DiagnosticsOptions,
  type DiagnosticsService,
} from '../diagnostics/diagnostics.ts';

type DiagnosticsParts = Pick<
  DiagnosticsOptions,
  'ledgerHost' | 'vault' | 'clock' | 'folder' | 'isFolderChosen'
> & { readonly version: string };

/** What runs here, and where. */
export function composeDiagnostics(parts: DiagnosticsParts): DiagnosticsService {
  // Electron's types say that its version is always there; on the stand-in it is not.
  const versions: Readonly<Record<string, string | undefined>> = process.versions;
  const { electron = 'none', chrome = 'none', node = 'unknown', sqlite = 'unknown' } = versions;
  return createDiagnostics({
    ...parts,
    versions: { keyfob: parts.version, electron, chromium: chrome, node, sqlite },
    system: `${process.platform} ${arch()} ${release()}`,
    homeFolder: homedir(),
    ledgerFile: join(parts.folder, 'keyfob.db'),
  });
}
