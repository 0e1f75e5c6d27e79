import { sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { CheckProgress, Diagnostics, Integrity } from '../../shared/domain/diagnostics.ts';
import type { VaultState } from '../../shared/domain/vault-state.ts';
import type { DeadKeys } from '../keys/dead-keys/dead-keys.ts';
import { listBackups } from '../keys/ledger/backups.ts';
import { ledgerPaths, sizeOf } from '../keys/ledger/ledger-files.ts';
import type { LedgerHost } from '../keys/ledger/ledger-host.ts';
import { MIGRATIONS } from '../keys/ledger/migrations.ts';
import { listSealed } from '../keys/sealed-secret-rows.ts';
import type { Clock } from '../ports/clock.ts';
import type { Vault } from '../vault/vault.ts';
import type { LedgerChecker } from './ledger-check.ts';

export interface DiagnosticsOptions {
  readonly ledgerHost: Pick<LedgerHost, 'ledger' | 'state'>;
  readonly vault: Pick<Vault, 'state' | 'unseal'>;
  readonly deadKeys: Pick<DeadKeys, 'state' | 'isWhole'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly ledgerChecker: LedgerChecker;
  readonly onProgress: (progress: CheckProgress) => void;
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
  /** Reads the files in a thread, and lets others in between its parts. */
  check(): Promise<Integrity>;
}

export function createDiagnostics(options: DiagnosticsOptions): DiagnosticsService {
  const { ledgerHost, vault, versions, system } = options;
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
        deadKeys: options.deadKeys.state(),
        backups: listBackups(paths).map(({ takenAt }) => takenAt),
      };
    },
    check: () => check(options),
  };
}

/** So many values are opened before others get their turn: a few milliseconds. */
const TOGETHER = 100;

async function check(options: DiagnosticsOptions): Promise<Integrity> {
  const { ledgerHost, ledgerChecker, clock, onProgress } = options;
  const paths = ledgerPaths(options.ledgerFile);
  const isOpen = ledgerHost.state().kind === 'open';
  const backups = listBackups(paths).map(({ path }) => path);
  const values = isOpen ? listValues(options) : null;
  const total = Number(isOpen) + backups.length + Math.ceil((values?.length ?? 0) / TOGETHER);
  let done = 0;
  const step = (): void => {
    done += 1;
    onProgress({ done, total });
  };
  const job = { ledger: isOpen ? paths.ledger : null, backups, newestVersion: MIGRATIONS.length };
  const reports = await ledgerChecker.check(job, step);
  const isDamaged = reports.some((report) => report.kind === 'ledger' && !report.isWhole);
  const damaged = reports.filter((report) => report.kind === 'backup' && !report.isGood).length;
  const unopened = values === null || isDamaged ? null : await countUnopened(options, values, step);
  return {
    checkedAt: clock.now(),
    ledger: !isOpen ? 'closed' : isDamaged ? 'damaged' : 'whole',
    values: values === null || unopened === null ? null : { total: values.length, unopened },
    backups: { total: backups.length, damaged },
    isDeadKeyListWhole: options.deadKeys.isWhole(),
  };
}

type Values = ReturnType<typeof listSealed>;

/** `null` while there is no master key in memory to open them with. */
function listValues({ ledgerHost, vault }: DiagnosticsOptions): Values | null {
  return vault.state().kind === 'unlocked' ? listSealed(ledgerHost.ledger, 'everything') : null;
}

/** How many the master key does not open; none of them is kept. `null` when it left memory meanwhile. */
async function countUnopened(
  { vault }: DiagnosticsOptions,
  values: Values,
  onStep: () => void,
): Promise<number | null> {
  let unopened = 0;
  for (let start = 0; start < values.length; start += TOGETHER) {
    await setImmediate();
    if (vault.state().kind !== 'unlocked') return null;
    for (const { sealed, ...binding } of values.slice(start, start + TOGETHER)) {
      if (!vault.unseal(sealed, binding).ok) unopened += 1;
    }
    onStep();
  }
  return unopened;
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
