import { describe, expect, it } from 'vitest';
import { insertRows } from '../../../../electron/keys/ledger/insert-rows.ts';
import { memoryLedger } from '../../../support/memory-ledger.ts';

const ACTIVITY = { into: 'activity', columns: ['at', 'api_key_id', 'api_key_name', 'kind', 'event'] };

describe('inserting many rows', () => {
  it('keeps each of them, in their order, however many there are', () => {
    for (const count of [0, 1, 49, 50, 51, 120]) {
      const ledger = memoryLedger();
      const rows = Array.from({ length: count }, (_none, index) => [index, 'a-key', 'A key', 'sent', '{}']);
      insertRows(ledger, ACTIVITY, rows);
      const kept = ledger.all('SELECT at FROM activity ORDER BY id').map(({ at }) => at);
      expect(kept).toEqual(rows.map(([at]) => at));
    }
  });

  it('refuses what the table refuses', () => {
    const ledger = memoryLedger();
    const target = { into: 'activity', columns: ['id', ...ACTIVITY.columns] };
    const rows = Array.from({ length: 50 }, (_none, index) => [index + 1, 0, '', '', 'sent', '{}']);
    expect(() => insertRows(ledger, target, rows)).toThrow('append-only');
    expect(ledger.all('SELECT id FROM activity')).toEqual([]);
  });
});
