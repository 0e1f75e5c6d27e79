import { arch, homedir, release } from 'node:os';
import { join } from 'node:path';
import {
  createDiagnostics,
  type DiagnosticsOptions,
  type DiagnosticsService,
} from '../diagnostics/diagnostics.ts';
import { createWorkerLedgerChecker } from '../diagnostics/worker-ledger-checker.ts';
import type { Publish } from '../keys/publish.ts';

type DiagnosticsParts = Pick<
  DiagnosticsOptions,
  'ledgerHost' | 'vault' | 'deadKeys' | 'clock' | 'folder' | 'isFolderChosen'
> & {
  readonly version: string;
  readonly publish: Publish;
  /** The built file of ledger-check-worker.ts. */
  readonly checkWorkerFile: string | URL;
};

/** What runs here, and where. */
export function composeDiagnostics(parts: DiagnosticsParts): DiagnosticsService {
  // Electron's types say that its version is always there; on the stand-in it is not.
  const versions: Readonly<Record<string, string | undefined>> = process.versions;
  const { electron = 'none', chrome = 'none', node = 'unknown', sqlite = 'unknown' } = versions;
  return createDiagnostics({
    ...parts,
    ledgerChecker: createWorkerLedgerChecker(parts.checkWorkerFile),
    onProgress: (progress) => parts.publish('diagnostics.progressed', progress),
    versions: { keyfob: parts.version, electron, chromium: chrome, node, sqlite },
    system: `${process.platform} ${arch()} ${release()}`,
    homeFolder: homedir(),
    ledgerFile: join(parts.folder, 'keyfob.db'),
  });
}
