import { beforeEach, describe, expect, it } from 'vitest';
import { createOpenTabs, type OpenTabs } from '../../../electron/requests/open-tabs.ts';
import { NOT_KEPT } from '../../../electron/requests/not-kept.ts';
import { appError } from '../../../shared/domain/app-error.ts';
import { emptyRequestDraft, type RequestDraft } from '../../../shared/domain/http-request.ts';
import type { OpenTab } from '../../../shared/domain/open-tab.ts';
import type { VaultState } from '../../../shared/domain/vault-state.ts';
import { fakeVault, type FakeVault } from '../../support/fake-vault.ts';
import { memoryLedger, type MemoryLedger } from '../../support/memory-ledger.ts';
import { valueOf } from '../../support/results.ts';

const KEPT_KEY = `kfak_${'a1'.repeat(18)}`;
const PASSWORD = 'a password that was typed';

let ledger: MemoryLedger;
let state: VaultState;
let vault: FakeVault;
let tabs: OpenTabs;

function tabWith(key: string, change: Partial<RequestDraft> = {}): OpenTab {
  const original = emptyRequestDraft();
  const draft = { ...original, url: `https://api.test/${key}`, ...change };
  return { key, source: { kind: 'scratch' }, isPreview: false, unsaved: { original, draft, revision: '' } };
}

function keep(...all: OpenTab[]): void {
  const order = all.map(({ key }) => key);
  for (const changed of all) valueOf(tabs.keep({ order, activeKey: order.at(-1) ?? '', changed }));
}

const atRest = () => JSON.stringify(ledger.all('SELECT key, tab FROM open_tabs'));

beforeEach(() => {
  ledger = memoryLedger();
  state = { kind: 'unlocked', holder: 'memory' };
  vault = fakeVault();
  vault.state = () => state;
  tabs = createOpenTabs({
    ledger,
    vault,
    secretScan: { holdsSecret: (text) => text.includes(KEPT_KEY) },
  });
});

const authorization = { name: 'Authorization', value: PASSWORD, isEnabled: true };

describe('the tabs that are kept over a restart', () => {
  it('come back in their order, with the one that was shown', () => {
    keep(tabWith('a'), tabWith('b'), tabWith('c'));
    valueOf(tabs.keep({ order: ['c', 'a'], activeKey: 'a', changed: null }));
    const loaded = valueOf(tabs.load());
    expect(loaded.tabs.map(({ key }) => key)).toEqual(['c', 'a']);
    expect(loaded.activeKey).toBe('a');
  });

  it('hold what was typed as it was, and at rest in the clear nothing of a secret', () => {
    const tab = tabWith('a', { headers: [authorization] });
    keep(tab);
    expect(atRest()).not.toContain(PASSWORD);
    expect(valueOf(tabs.load()).tabs).toEqual([tab]);
  });

  it('stay where they are while they cannot be opened, and come back once they can', () => {
    keep(tabWith('a'));
    vault.failure = appError('vault-unreadable');
    expect(valueOf(tabs.load())).toMatchObject({ tabs: [], unopened: 1 });
    keep(tabWith('b'));
    vault.failure = null;
    expect(valueOf(tabs.load()).unopened).toBe(0);
    expect(valueOf(tabs.load()).tabs.map(({ key }) => key)).toEqual(['b', 'a']);
    keep(tabWith('b'));
    expect(valueOf(tabs.load()).tabs.map(({ key }) => key)).toEqual(['b']);
  });

  it('come back without secrets where no master key is in memory', () => {
    state = { kind: 'empty' };
    keep(tabWith('a', { headers: [authorization, { ...authorization, name: '' }] }));
    expect(atRest()).not.toContain(PASSWORD);
    expect(ledger.get('SELECT sealed FROM open_tabs')).toEqual({ sealed: null });
    const [tab] = valueOf(tabs.load()).tabs;
    expect(tab?.unsaved?.draft.headers).toEqual([
      { ...authorization, value: NOT_KEPT },
      { ...authorization, name: '', value: NOT_KEPT },
    ]);
    expect(tab?.unsaved?.draft.url).toBe('https://api.test/a');
  });

  it('never hold the value of a key, not even sealed', () => {
    keep(tabWith('a', { body: { kind: 'text', text: `key=${KEPT_KEY}` } }));
    const [tab] = valueOf(tabs.load()).tabs;
    expect(tab?.unsaved?.draft.body).toEqual({ kind: 'text', text: NOT_KEPT });
    expect(atRest()).not.toContain(KEPT_KEY);
  });

  it('are as they were when the disk refuses', () => {
    keep(tabWith('a'));
    ledger.writesUntilFull = 1;
    const refused = tabs.keep({ order: ['b'], activeKey: 'b', changed: tabWith('b') });
    expect(refused).toMatchObject({ ok: false, error: { code: 'ledger-write-failed' } });
    expect(valueOf(tabs.load()).tabs.map(({ key }) => key)).toEqual(['a']);
  });
});
