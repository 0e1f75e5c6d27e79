import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../../shared/domain/app-error.ts';
import { changeLedger } from '../../../electron/keys/change-ledger.ts';
import { LedgerUnavailableError } from '../../../electron/keys/ledger/ledger.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import { errorOf } from '../../support/results.ts';

const call = (month: string) => `INSERT INTO local_api_calls (month, calls) VALUES ('${month}', 1)`;

describe('one change of the ledger', () => {
  it('undoes what was written before a refusal', () => {
    const ledger = memoryLedger();
    const result = changeLedger(ledger, () => {
      ledger.run(call('2026-01'));
      return failed('name-taken');
    });
    expect(errorOf(result).code).toBe('name-taken');
    expect(ledger.all('SELECT * FROM local_api_calls')).toEqual([]);
  });

  it('undoes what was written before the disk refused', () => {
    const ledger = memoryLedger();
    ledger.writesUntilFull = 1;
    const result = changeLedger(ledger, () => {
      ledger.run(call('2026-01'));
      ledger.run(call('2026-02'));
      return ok(null);
    });
    expect(errorOf(result).code).toBe('ledger-write-failed');
    expect(ledger.all('SELECT * FROM local_api_calls')).toEqual([]);
  });

  it('says that no ledger is open', () => {
    const transaction = () => {
      throw new LedgerUnavailableError('closed');
    };
    const result = changeLedger({ ...memoryLedger(), transaction }, () => ok(null));
    expect(errorOf(result).code).toBe('ledger-unavailable');
  });

  it('lets a bug through, undone', () => {
    const ledger = memoryLedger();
    const work = () => {
      ledger.run(call('2026-01'));
      throw new TypeError('a bug');
    };
    expect(() => changeLedger(ledger, work)).toThrow(TypeError);
    expect(ledger.all('SELECT * FROM local_api_calls')).toEqual([]);
  });
});
