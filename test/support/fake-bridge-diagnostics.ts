import { ok } from '../../shared/domain/app-error.ts';
import type { HandlersOf } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

/** A Keyfob that is well, with two backups. */
export function fakeDiagnosticsHandlers(state: FakeState): HandlersOf<'diagnostics'> {
  return {
    'diagnostics.get': () =>
      ok({
        versions: {
          ...{ keyfob: '0.1.0', electron: '45.0.0', chromium: '150.0.0.0' },
          ...{ node: '24.0.0', sqlite: '3.50.0' },
        },
        system: 'linux x64 6.1.0',
        folder: { path: '~/.config/Keyfob', isChosen: false },
        ledger: { kind: 'open', size: 229_376 },
        vault: { kind: state.vault.kind, detail: 'keychain' },
        deadKeys: state.deadKeys,
        backups: [state.now() - 3_600_000, state.now() - 90_000_000],
      }),
    'diagnostics.check': () =>
      ok({
        ...{ checkedAt: state.now(), ledger: 'whole' },
        ...{ values: { total: 3, unopened: 0 }, backups: { total: 2, damaged: 0 } },
        isDeadKeyListWhole: true,
      }),
  };
}
