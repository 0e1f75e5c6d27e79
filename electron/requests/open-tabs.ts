import type { CommandOutput } from '../../shared/contract/contract.ts';
import { ok, type Result } from '../../shared/domain/app-error.ts';
import { openTabSchema, type OpenTab } from '../../shared/domain/open-tab.ts';
import type { FieldRow, RequestDraft } from '../../shared/domain/http-request.ts';
import { changeLedger } from '../keys/change-ledger.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import type { SecretScan } from '../keys/secret-scan.ts';
import type { Vault } from '../vault/vault.ts';
import { draftForHistory } from './history-redaction.ts';
import { keptValue, NOT_KEPT } from './not-kept.ts';
import { arrangeOpenTabs, listOpenTabs, putOpenTab } from './open-tab-rows.ts';

export interface KeepTabs {
  readonly order: readonly string[];
  readonly activeKey: string;
  readonly changed: OpenTab | null;
}

/**
 * The open requests over a restart. What was typed may be a secret, so it is at rest sealed under the master key; where none is in memory,
 * redacted as the history is. The value of a key that Keyfob keeps is in neither. What does not open now, as the keychain is locked, is
 * left out and stays where it is until it does.
 */
export interface OpenTabs {
  /** Throws `LedgerUnavailableError` while no ledger is open. */
  load(): Result<CommandOutput<'tabs.load'>>;
  /** `ledger-write-failed`, `ledger-unavailable`. */
  keep(tabs: KeepTabs): Result<Readonly<Record<string, never>>>;
}

export interface OpenTabsOptions {
  readonly ledger: Ledger;
  readonly vault: Pick<Vault, 'state' | 'seal' | 'unseal'>;
  readonly secretScan: SecretScan;
}

export function createOpenTabs({ ledger, vault, secretScan }: OpenTabsOptions): OpenTabs {
  /** What is there and could not be opened. */
  const unopened = new Set<string>();
  const isUnlocked = (): boolean => vault.state().kind === 'unlocked';

  return {
    load() {
      const rows = listOpenTabs(ledger);
      const tabs = rows.flatMap(({ tab, sealed }) => {
        const opened = sealed === null ? tab : openedTab(tab, vault.unseal(sealed, bindingOf(tab.key)));
        if (opened === null) unopened.add(tab.key);
        else unopened.delete(tab.key);
        return opened ?? [];
      });
      const activeKey = rows.find(({ isActive }) => isActive)?.tab.key ?? null;
      return ok({ tabs, activeKey, unopened: rows.length - tabs.length });
    },
    keep({ order, activeKey, changed }) {
      return changeLedger(ledger, () => {
        if (changed !== null) put(withoutKeys(changed, secretScan));
        arrangeOpenTabs(ledger, [...order, ...unopened], activeKey);
        return ok({});
      });
    },
  };

  function put(tab: OpenTab): void {
    if (tab.unsaved === null || !isUnlocked()) putOpenTab(ledger, redacted(tab), null);
    else {
      const sealed = vault.seal(JSON.stringify(tab.unsaved), bindingOf(tab.key));
      putOpenTab(ledger, { ...tab, unsaved: null }, sealed);
    }
  }
}

function openedTab(tab: OpenTab, opened: Result<string>): OpenTab | null {
  if (!opened.ok) return null;
  const unsaved = openTabSchema.shape.unsaved.safeParse(JSON.parse(opened.value));
  return unsaved.success ? { ...tab, unsaved: unsaved.data } : null;
}

/** The version counts the formats of what is sealed. */
function bindingOf(key: string) {
  return { apiKeyId: `open tab ${key}`, version: 1 };
}

/** What holds the value of a key, or something shaped like one, is not kept: it is in the vault, or belongs there. */
function withoutKeys(tab: OpenTab, secretScan: SecretScan): OpenTab {
  const { unsaved } = tab;
  if (unsaved === null || !secretScan.holdsSecret(JSON.stringify(unsaved))) return tab;
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return secretScan.holdsSecret(value) ? NOT_KEPT : value;
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clean(inner)]));
  };
  const cleaned = openTabSchema.shape.unsaved.safeParse(clean(unsaved));
  // A secret over several fields alone is found in the whole and in none of them.
  const isClean = cleaned.success && !secretScan.holdsSecret(JSON.stringify(cleaned.data));
  return { ...tab, unsaved: isClean ? cleaned.data : null };
}

function redacted(tab: OpenTab): OpenTab {
  if (tab.unsaved === null) return tab;
  const forHistory = (draft: RequestDraft) => draftForHistory(namedAlone(draft), { mask: (text) => text });
  const { original, draft, revision } = tab.unsaved;
  return { ...tab, unsaved: { original: forHistory(original), draft: forHistory(draft), revision } };
}

/** What a value without a name yet will be is not known. */
function namedAlone(draft: RequestDraft): RequestDraft {
  const row = (field: FieldRow): FieldRow =>
    field.name.trim() === '' ? { ...field, value: keptValue(field.value) } : field;
  return { ...draft, params: draft.params.map(row), headers: draft.headers.map(row) };
}
