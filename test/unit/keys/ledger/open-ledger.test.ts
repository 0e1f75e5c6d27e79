import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../../electron/keys/ledger/open-ledger.ts';
import { addKey, addService, bytesOf, keyIds, useLedgerFolder } from './ledger-fixture.ts';
import { holds } from '../../../support/holds.ts';

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('opening the ledger', () => {
  const ledgers = useLedgerFolder();

  /** A closed ledger with enough in it that its pages differ. */
  const makeFilled = () => {
    const place = ledgers.make();
    const ledger = ledgers.open(place.options);
    addService(ledger);
    ledger.transaction(() => {
      for (let index = 0; index < 200; index += 1)
        addKey(ledger, `key ${String(index)}`, new Uint8Array(200));
    });
    ledger.close();
    return place;
  };
  const expectUntouched = (place: ReturnType<typeof makeFilled>, reason: string) => {
    const before = bytesOf(place.folder);
    const opened = openLedger(place.options);
    expect(opened).toMatchObject({ kind: 'closed', state: { reason } });
    expect(bytesOf(place.folder)).toEqual(before);
    return opened;
  };

  it('makes a new one that only its user can read', holds('confinement.permissions'), () => {
    const place = ledgers.make();
    const ledger = ledgers.open(place.options);
    addService(ledger);
    expect(modeOf(place.folder)).toBe('700');
    for (const suffix of ['', '-wal', '-shm']) expect(modeOf(place.path + suffix)).toBe('600');
  });

  it('writes safely: write-ahead log, every commit flushed, foreign keys, overwriting deletes', () => {
    const ledger = ledgers.open(ledgers.make().options);
    const pragma = (name: string) => Object.values(ledger.get(`PRAGMA ${name}`) ?? {})[0];
    const names = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'trusted_schema'];
    expect(names.map(pragma)).toEqual(['wal', 2, 1, 1, 0]);
    expect(pragma('busy_timeout')).toBe(5_000);
  });

  it('opens what it wrote', () => {
    const place = makeFilled();
    expect(keyIds(ledgers.open(place.options))).toHaveLength(200);
  });

  it('makes a file private again that was not', holds('confinement.permissions'), () => {
    const place = makeFilled();
    rmSync(place.path + '-shm', { force: true });
    writeFileSync(place.path, readFileSync(place.path), { mode: 0o644 });
    ledgers.open(place.options);
    expect(modeOf(place.path)).toBe('600');
  });

  it('takes an empty file for a new ledger when nothing speaks against it', () => {
    const place = ledgers.make();
    mkdirSync(place.folder, { recursive: true });
    writeFileSync(place.path, '');
    expect(keyIds(ledgers.open(place.options))).toEqual([]);
  });

  it('leaves an emptied file alone when its log still holds something', () => {
    const place = ledgers.make();
    const ledger = ledgers.open(place.options);
    addService(ledger);
    const log = readFileSync(`${place.path}-wal`);
    ledger.close();
    truncateSync(place.path, 0);
    writeFileSync(`${place.path}-wal`, log);
    expectUntouched(place, 'damaged');
  });

  it.each([0, null])(
    'does not start afresh beside backups (size of the file: %s)',
    holds('storage.damaged'),
    (size) => {
      const place = makeFilled();
      mkdirSync(join(place.folder, 'backups'));
      writeFileSync(
        join(place.folder, 'backups', 'keyfob-2026-01-01T00-00-00-000Z-v1.db'),
        readFileSync(place.path),
      );
      if (size === null) rmSync(place.path);
      else truncateSync(place.path, size);
      const opened = expectUntouched(place, 'damaged');
      expect(opened).toMatchObject({
        state: { backup: { takenAt: Date.UTC(2026, 0, 1), keyCount: 200 } },
      });
    },
  );

  it('leaves a truncated file alone', holds('storage.damaged'), () => {
    const place = makeFilled();
    truncateSync(place.path, Math.floor(statSync(place.path).size / 2));
    expectUntouched(place, 'damaged');
  });

  it('leaves a file alone whose middle was overwritten', holds('storage.damaged'), () => {
    const place = makeFilled();
    const bytes = readFileSync(place.path);
    bytes.fill(0xa5, 8_192, 40_000);
    writeFileSync(place.path, bytes);
    expectUntouched(place, 'damaged');
  });

  it('leaves a file alone that is no database', () => {
    const place = ledgers.make();
    mkdirSync(place.folder, { recursive: true });
    writeFileSync(place.path, 'my shopping list\n'.repeat(400));
    expectUntouched(place, 'damaged');
  });

  it("leaves another program's database alone", () => {
    const place = ledgers.make();
    mkdirSync(place.folder, { recursive: true });
    const other = new DatabaseSync(place.path);
    other.exec('CREATE TABLE theirs (a); PRAGMA user_version = 1');
    other.close();
    expectUntouched(place, 'damaged');
  });

  it('leaves a newer ledger alone, and says which version it needs', holds('storage.damaged'), () => {
    const place = makeFilled();
    const newer = new DatabaseSync(place.path);
    newer.exec('PRAGMA user_version = 9999');
    newer.close();
    const opened = expectUntouched(place, 'newer-version');
    expect(opened).toMatchObject({ state: { message: expect.stringContaining('9999') as string } });
  });

  it('says that it may not write', () => {
    const place = ledgers.make();
    writeFileSync(dirname(place.path), 'a file where the folder should be');
    const opened = openLedger(place.options);
    expect(opened).toMatchObject({ kind: 'closed', state: { reason: 'unwritable', backup: null } });
  });

  it('says that the ledger is a folder', () => {
    const place = ledgers.make();
    mkdirSync(place.path, { recursive: true });
    expect(openLedger(place.options)).toMatchObject({ kind: 'closed', state: { reason: 'unwritable' } });
  });

  it('plays back the log of a process that died', () => {
    const place = ledgers.make();
    const ledger = ledgers.open(place.options);
    addService(ledger);
    addKey(ledger, 'in the log');
    const copy = ledgers.make();
    mkdirSync(copy.folder, { recursive: true });
    for (const suffix of ['', '-wal']) writeFileSync(copy.path + suffix, readFileSync(place.path + suffix));
    expect(keyIds(ledgers.open(copy.options))).toEqual(['in the log']);
  });

  it('keeps what was committed when the last write of the log is torn', () => {
    const place = ledgers.make();
    const ledger = ledgers.open(place.options);
    addService(ledger);
    addKey(ledger, 'whole');
    const copy = ledgers.make();
    mkdirSync(copy.folder, { recursive: true });
    for (const suffix of ['', '-wal']) writeFileSync(copy.path + suffix, readFileSync(place.path + suffix));
    appendFileSync(`${copy.path}-wal`, Buffer.alloc(3_000, 7));
    expect(keyIds(ledgers.open(copy.options))).toEqual(['whole']);
  });
});

describe('migrating the ledger', () => {
  const ledgers = useLedgerFolder();
  const first = 'CREATE TABLE api_keys (id TEXT, revoked_at INTEGER) STRICT';

  const makeOld = () => {
    const place = ledgers.make();
    const old = ledgers.open({ ...place.options, migrations: [first] });
    old.run("INSERT INTO api_keys (id) VALUES ('old key')");
    old.close();
    return place;
  };
  const backupsOf = (folder: string) => readdirSync(join(folder, 'backups'));

  it('goes through every step, with a backup before each', () => {
    const place = makeOld();
    const migrations = [
      first,
      'ALTER TABLE api_keys ADD COLUMN b TEXT',
      'ALTER TABLE api_keys ADD COLUMN c TEXT',
    ];
    const ledger = ledgers.open({ ...place.options, migrations });
    expect(ledger.all('SELECT id, b, c FROM api_keys')).toEqual([{ id: 'old key', b: null, c: null }]);
    expect(backupsOf(place.folder).map((name) => name.slice(-6))).toEqual(['-v1.db', '-v2.db']);
    for (const name of backupsOf(place.folder))
      expect(modeOf(join(place.folder, 'backups', name))).toBe('600');
    expect(modeOf(join(place.folder, 'backups'))).toBe('700');
  });

  it('makes no backup of a file that holds nothing yet', () => {
    const place = ledgers.make();
    ledgers.open(place.options);
    expect(readdirSync(place.folder)).not.toContain('backups');
  });

  it('undoes a step that fails, and says that the ledger is as it was', () => {
    const place = makeOld();
    const migrations = [first, 'ALTER TABLE api_keys ADD COLUMN b TEXT; SELECT nonsense'];
    const opened = openLedger({ ...place.options, migrations });
    expect(opened).toMatchObject({ kind: 'closed', state: { reason: 'damaged', backup: { keyCount: 1 } } });
    const ledger = ledgers.open({ ...place.options, migrations: [first] });
    expect(ledger.all('SELECT * FROM api_keys')).toEqual([{ id: 'old key', revoked_at: null }]);
  });

  it('does not migrate without a backup', () => {
    const place = makeOld();
    writeFileSync(join(place.folder, 'backups'), 'a file where the folder should be');
    const migrations = [first, 'ALTER TABLE api_keys ADD COLUMN b TEXT'];
    expect(openLedger({ ...place.options, migrations })).toMatchObject({
      kind: 'closed',
      state: { reason: 'unwritable' },
    });
    rmSync(join(place.folder, 'backups'));
    const ledger = ledgers.open({ ...place.options, migrations: [first] });
    expect(ledger.all('SELECT * FROM api_keys')).toEqual([{ id: 'old key', revoked_at: null }]);
  });
});
