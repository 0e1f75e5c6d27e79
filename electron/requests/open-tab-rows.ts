import { z } from 'zod';
import { openTabSchema, type OpenTab } from '../../shared/domain/open-tab.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';

const rowSchema = z.object({
  key: z.string(),
  is_active: z.int(),
  tab: z.string(),
  sealed: z.instanceof(Uint8Array).nullable(),
});

export interface OpenTabRow {
  readonly tab: OpenTab;
  readonly isActive: boolean;
  readonly sealed: Uint8Array | null;
}

/** In the order of the tabs. One of an older format is left out. */
export function listOpenTabs(ledger: Ledger): readonly OpenTabRow[] {
  return ledger
    .all('SELECT key, is_active, tab, sealed FROM open_tabs ORDER BY position')
    .flatMap((unparsed) => {
      const row = rowSchema.parse(unparsed);
      const tab = openTabSchema.safeParse(JSON.parse(row.tab));
      return tab.success ? [{ tab: tab.data, isActive: row.is_active === 1, sealed: row.sealed }] : [];
    });
}

export function putOpenTab(ledger: Ledger, tab: OpenTab, sealed: Uint8Array | null): void {
  ledger.run(
    `INSERT INTO open_tabs (key, position, is_active, tab, sealed) VALUES (?, 0, 0, ?, ?)
     ON CONFLICT (key) DO UPDATE SET tab = excluded.tab, sealed = excluded.sealed`,
    [tab.key, JSON.stringify(tab), sealed],
  );
}

/** Forgets those that are not named; the others stand in this order. */
export function arrangeOpenTabs(ledger: Ledger, order: readonly string[], activeKey: string): void {
  const keys = JSON.stringify(order);
  ledger.run('DELETE FROM open_tabs WHERE key NOT IN (SELECT value FROM json_each(?))', [keys]);
  ledger.run(
    `UPDATE open_tabs SET is_active = (key = ?),
       position = (SELECT each.key FROM json_each(?) AS each WHERE each.value = open_tabs.key)`,
    [activeKey, keys],
  );
}
