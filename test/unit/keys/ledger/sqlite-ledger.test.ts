import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LedgerWriteError } from '../../../../electron/keys/ledger/ledger.ts';
import { addKey, addService, keyIds, useLedgerFolder } from './ledger-fixture.ts';

describe('the open ledger', () => {
  const ledgers = useLedgerFolder();
  const openNew = () => {
    const place = ledgers.make();
    const ledger = ledgers.open(place.options);
    addService(ledger);
    return { ...place, ledger };
  };

  it('keeps what a transaction wrote, and nothing of one that threw', () => {
    const { ledger } = openNew();
    ledger.transaction(() => addKey(ledger, 'kept'));
    const failing = () =>
      ledger.transaction(() => {
        addKey(ledger, 'lost');
        throw new Error('no');
      });
    expect(failing).toThrow('no');
    expect(keyIds(ledger)).toEqual(['kept']);
  });

  it('undoes a nested transaction alone when its caller goes on', () => {
    const { ledger } = openNew();
    ledger.transaction(() => {
      addKey(ledger, 'outer');
      const inner = () =>
        ledger.transaction(() => {
          addKey(ledger, 'inner');
          throw new Error('no');
        });
      expect(inner).toThrow('no');
      ledger.transaction(() => addKey(ledger, 'second'));
    });
    expect(keyIds(ledger)).toEqual(['outer', 'second']);
  });

  it('undoes nested transactions with the outer one', () => {
    const { ledger } = openNew();
    const failing = () =>
      ledger.transaction(() => {
        ledger.transaction(() => addKey(ledger, 'inner'));
        throw new Error('no');
      });
    expect(failing).toThrow('no');
    expect(keyIds(ledger)).toEqual([]);
  });

  it('refuses a transaction that would go on after it ended', () => {
    const { ledger } = openNew();
    const work = () => {
      addKey(ledger, 'early');
      return Promise.resolve();
    };
    expect(() => ledger.transaction(work)).toThrow(TypeError);
    expect(keyIds(ledger)).toEqual([]);
  });

  it('counts the changed rows', () => {
    const { ledger } = openNew();
    addKey(ledger, 'a');
    addKey(ledger, 'b');
    expect(ledger.run('UPDATE api_keys SET is_disabled = 1')).toBe(2);
  });

  it('holds foreign keys', () => {
    const { ledger } = openNew();
    const orphan = () =>
      ledger.run('INSERT INTO sealed_secrets (api_key_id, version, sealed) VALUES (?, 1, ?)', [
        'nobody',
        new Uint8Array(1),
      ]);
    expect(orphan).toThrow();
  });

  it('tells a full disk, and keeps the old state', () => {
    const { ledger } = openNew();
    addKey(ledger, 'before');
    const pages = ledger.get('PRAGMA page_count')?.['page_count'];
    ledger.get(`PRAGMA max_page_count = ${String(pages)}`);
    const filling = () => ledger.transaction(() => addKey(ledger, 'after', new Uint8Array(200_000)));
    expect(filling).toThrow(LedgerWriteError);
    expect(keyIds(ledger)).toEqual(['before']);
    ledger.get('PRAGMA max_page_count = 1000000');
    ledger.transaction(() => addKey(ledger, 'later'));
    expect(keyIds(ledger)).toEqual(['before', 'later']);
  });

  it('lets no write slip past a transaction that the disk has undone', () => {
    const { ledger } = openNew();
    const pages = ledger.get('PRAGMA page_count')?.['page_count'];
    ledger.get(`PRAGMA max_page_count = ${String(pages)}`);
    const swallowing = () =>
      ledger.transaction(() => {
        expect(() => addKey(ledger, 'big', new Uint8Array(200_000))).toThrow(LedgerWriteError);
        addKey(ledger, 'small');
      });
    expect(swallowing).toThrow(LedgerWriteError);
    expect(keyIds(ledger)).toEqual([]);
  });

  it('tells a write to a ledger that may only be read', () => {
    const { ledger } = openNew();
    ledger.get('PRAGMA query_only = 1');
    expect(() => addKey(ledger, 'a')).toThrow(LedgerWriteError);
  });

  it('leaves nothing of a deleted sealed secret in its files', () => {
    const { ledger, path } = openNew();
    const sealed = new TextEncoder().encode('a sealed secret that is to be gone');
    addKey(ledger, 'a', sealed);
    const isIn = (file: string) => readFileSync(file).includes(Buffer.from(sealed));
    expect(isIn(`${path}-wal`)).toBe(true);
    ledger.checkpointAndScrub();
    expect(isIn(path)).toBe(true);

    ledger.run('DELETE FROM api_keys WHERE id = ?', ['a']);
    ledger.checkpointAndScrub();

    expect(isIn(path)).toBe(false);
    expect(statSync(`${path}-wal`).size).toBe(0);
  });

  it('scrubs a second time what a running transaction held up', () => {
    const { ledger, path } = openNew();
    ledger.transaction(() => {
      addKey(ledger, 'a');
      ledger.checkpointAndScrub();
    });
    expect(keyIds(ledger)).toEqual(['a']);
    ledger.checkpointAndScrub();
    expect(statSync(`${path}-wal`).size).toBe(0);
  });
});
