import { sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Diagnostics, Integrity } from '../../shared/domain/diagnostics.ts';
import type { VaultState } from '../../shared/domain/vault-state.ts';
import { listBackups } from '../keys/ledger/backups.ts';
import { inspect } from '../keys/ledger/inspection.ts';
import { ledgerPaths, sizeOf } from '../keys/ledger/ledger-files.ts';
import type { LedgerHost } from '../keys/ledger/ledger-host.ts';
import { MIGRATIONS } from '../keys/ledger/migrations.ts';
import { listSealed } from '../keys/sealed-secret-rows.ts';
import type { Clock } from '../ports/clock.ts';
import type { Vault } from '../vault/vault.ts';

export interface DiagnosticsOptions {
  readonly ledgerHost: Pick<LedgerHost, 'ledger' | 'state'>;
  readonly vault: Pick<Vault, 'state' | 'unseal'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly versions: Diagnostics['versions'];
  readonly system: string;
  /** Where everything lies, with the ledger in it. */
  readonly folder: string;
  readonly isFolderChosen: boolean;
  readonly homeFolder: string;
  readonly ledgerFile: string;
}

export interface DiagnosticsService {
  get(): Diagnostics;
  /** Lets others in between its parts. */
  check(): Promise<Integrity>;
}

export function createDiagnostics(options: DiagnosticsOptions): DiagnosticsService {
  const { ledgerHost, vault, clock, versions, system } = options;
  const paths = ledgerPaths(options.ledgerFile);
  return {
    get() {
      const ledger = ledgerHost.state();
      return {
        ...{ versions, system },
        folder: {
          path: shortened(options.folder, options.homeFolder),
          isChosen: options.isFolderChosen,
        },
        ledger: {
          kind: ledger.kind === 'open' ? 'open' : ledger.reason,
          size: sizeOf(paths.ledger) + sizeOf(`${paths.ledger}-wal`),
        },
        vault: { kind: vault.state().kind, detail: detailOf(vault.state()) },
        backups: listBackups(paths).map(({ takenAt }) => takenAt),
      };
    },
    async check() {
      const isOpen = ledgerHost.state().kind === 'open';
      const ledger = !isOpen ? 'closed' : isWhole(options) ? 'whole' : 'damaged';
      await setImmediate();
      const values = ledger === 'whole' ? openedValues(options) : null;
      const backups = { total: 0, damaged: 0 };
      for (const { path } of listBackups(paths)) {
        await setImmediate();
        backups.total += 1;
        if (!isGood(path)) backups.damaged += 1;
      }
      return { checkedAt: clock.now(), ledger, values, backups };
    },
  };
}

function isWhole({ ledgerHost: { ledger } }: DiagnosticsOptions): boolean {
  return (
    ledger.get('PRAGMA integrity_check(1)')?.['integrity_check'] === 'ok' &&
    ledger.get('PRAGMA foreign_key_check') === undefined
  );
}

/** How many there are, and how many the master key does not open; none of them is kept. */
function openedValues({ ledgerHost, vault }: DiagnosticsOptions): Integrity['values'] {
  if (vault.state().kind !== 'unlocked') return null;
  const values = listSealed(ledgerHost.ledger, 'everything');
  const unopened = values.filter(({ sealed, ...binding }) => !vault.unseal(sealed, binding).ok);
  return { total: values.length, unopened: unopened.length };
}

function isGood(path: string): boolean {
  try {
    return inspect(path, MIGRATIONS.length).kind === 'good';
  } catch {
    // What cannot even be opened cannot be restored.
    return false;
  }
}

function detailOf(state: VaultState): string | null {
  switch (state.kind) {
    case 'opening':
    case 'empty':
      return null;
    case 'unlocked':
    case 'locked':
      return state.holder;
    case 'needs-holder':
    case 'unreadable':
      return state.reason;
  }
}

/** The path without the person's name, which the home folder bears. */
function shortened(path: string, home: string): string {
  if (home === '') return path;
  return path === home || path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path;
}
