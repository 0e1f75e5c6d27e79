import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLedgerHost, type LedgerHostOptions } from '../../../../electron/keys/ledger/ledger-host.ts';
import { fileTime } from '../../../../electron/keys/ledger/ledger-files.ts';
import { LedgerUnavailableError } from '../../../../electron/keys/ledger/ledger.ts';
import type { LedgerState } from '../../../../shared/domain/ledger-state.ts';
import { DAY_MS, HOUR_MS } from '../../../../shared/domain/expiry.ts';
import { addKey, addService, bytesOf, hashOf, keyIds, useLedgerFolder } from './ledger-fixture.ts';
import { holds } from '../../../support/holds.ts';

describe('the host of the ledger', () => {
  const ledgers = useLedgerFolder();
  const host = (options: LedgerHostOptions) => {
    const created = createLedgerHost(options);
    ledgers.atEnd(() => created.close());
    return created;
  };
  const backupsOf = (folder: string): readonly string[] =>
    existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')).sort() : [];

  /** A damaged ledger of two keys, with a backup in which there was one. */
  const makeDamaged = () => {
    const place = ledgers.make();
    const first = createLedgerHost(place.options);
    addService(first.ledger);
    addKey(first.ledger, 'backed up');
    place.clock.advance(2 * DAY_MS);
    addKey(first.ledger, 'newer');
    first.close();
    // `close` took another backup; without it the newest is the older one.
    for (const name of backupsOf(place.folder).slice(1)) rmSync(join(place.folder, 'backups', name));
    truncateSync(place.path, 5_000);
    return place;
  };

  it('refuses by name while no ledger is open', () => {
    const { options } = makeDamaged();
    const closed = host(options);
    expect(() => closed.current()).toThrow(LedgerUnavailableError);
    expect(() => closed.ledger.all('SELECT 1')).toThrow(LedgerUnavailableError);
    expect(() => closed.ledger.transaction(() => 1)).toThrow(LedgerUnavailableError);
  });

  it('changes nothing on its own, however often it is started', () => {
    const place = makeDamaged();
    const before = bytesOf(place.folder);
    host(place.options);
    host(place.options);
    expect(bytesOf(place.folder)).toEqual(before);
  });

  it(
    'restores the newest backup, sets the damaged file aside and goes on through the same ledger',
    holds('storage.damaged'),
    () => {
      const place = makeDamaged();
      const damaged = readFileSync(place.path);
      const seeded: unknown[] = [];
      const restored = host({ ...place.options, onOpen: (ledger) => seeded.push(keyIds(ledger)) });
      const told: LedgerState[] = [];
      restored.onChange((state) => told.push(state));

      expect(restored.state()).toMatchObject({ kind: 'closed', reason: 'damaged', backup: { keyCount: 1 } });
      expect(restored.restoreBackup()).toEqual({ kind: 'open' });

      expect(told).toEqual([{ kind: 'open' }]);
      expect(seeded).toEqual([['backed up']]);
      expect(keyIds(restored.ledger)).toEqual(['backed up']);
      const aside = readdirSync(place.folder).filter((name) => name.startsWith('keyfob.db.set-aside-'));
      expect(aside.map((name) => readFileSync(join(place.folder, name)))).toContainEqual(damaged);
    },
  );

  it('passes over a backup that is damaged itself', () => {
    const place = makeDamaged();
    writeFileSync(join(place.folder, 'backups', 'keyfob-2999-01-01T00-00-00-000Z-v1.db'), 'nothing');
    const restored = host(place.options);
    restored.restoreBackup();
    expect(keyIds(restored.ledger)).toEqual(['backed up']);
  });

  it('stays closed when there is nothing to restore', () => {
    const place = makeDamaged();
    rmSync(join(place.folder, 'backups'), { recursive: true });
    const damaged = readFileSync(place.path);
    const closed = host(place.options);
    expect(closed.restoreBackup()).toMatchObject({ kind: 'closed', reason: 'damaged', backup: null });
    expect(readFileSync(place.path)).toEqual(damaged);
  });

  it('starts empty on request, and keeps the old file and its backups', holds('storage.damaged'), () => {
    const place = makeDamaged();
    const damaged = readFileSync(place.path);
    const empty = host(place.options);
    expect(empty.startEmpty()).toEqual({ kind: 'open' });
    expect(keyIds(empty.ledger)).toEqual([]);
    const kept = Object.values(bytesOf(place.folder));
    expect(kept).toContain(hashOf(damaged));
    expect(readdirSync(place.folder).filter((name) => name.startsWith('backups-set-aside-'))).toHaveLength(1);
    empty.close();
    expect(host(place.options).state()).toEqual({ kind: 'open' });
  });

  it('replaces no ledger that is open', () => {
    const { options, folder } = ledgers.make();
    const open = host(options);
    addService(open.ledger);
    addKey(open.ledger, 'kept');
    open.startEmpty();
    open.restoreBackup();
    expect(keyIds(open.ledger)).toEqual(['kept']);
    expect(readdirSync(folder).filter((name) => name.includes('aside'))).toEqual([]);
  });

  it(
    'completes a restore that was killed after the old ledger was moved away',
    holds('storage.killed'),
    () => {
      const place = makeDamaged();
      const [backup = ''] = backupsOf(place.folder);
      writeFileSync(`${place.path}.restoring`, readFileSync(join(place.folder, 'backups', backup)));
      renameSync(place.path, `${place.path}.set-aside-earlier`);
      writeFileSync(`${place.path}-wal`, 'the log of the damaged one');
      expect(keyIds(host(place.options).ledger)).toEqual(['backed up']);
    },
  );

  it('forgets a restore that was killed before its copy was complete', () => {
    const place = makeDamaged();
    writeFileSync(`${place.path}.restoring.partial`, 'half');
    const closed = host(place.options);
    expect(closed.state()).toMatchObject({ kind: 'closed', reason: 'damaged' });
    closed.restoreBackup();
    expect(keyIds(closed.ledger)).toEqual(['backed up']);
  });

  it('tries a ledger again that could not be written, and sets nothing aside', () => {
    const place = ledgers.make();
    writeFileSync(dirname(place.path), 'a file where the folder should be');
    const closed = host(place.options);
    expect(closed.startEmpty()).toMatchObject({ reason: 'unwritable' });
    rmSync(dirname(place.path));
    expect(closed.startEmpty()).toEqual({ kind: 'open' });
    expect(readdirSync(place.folder).filter((name) => name.includes('aside'))).toEqual([]);
  });

  it('closes a ledger that turns out to be damaged while it is used, and says so', () => {
    const place = ledgers.make();
    const open = host(place.options);
    addService(open.ledger);
    open.ledger.transaction(() => {
      for (let index = 0; index < 300; index += 1)
        addKey(open.ledger, `key ${String(index)}`, new Uint8Array(500));
    });
    open.ledger.checkpointAndScrub();
    open.ledger.get('PRAGMA cache_size = 0');
    open.ledger.get('PRAGMA shrink_memory');
    const bytes = readFileSync(place.path);
    writeFileSync(place.path, bytes.fill(0xa5, 4_096));
    const told: LedgerState[] = [];
    open.onChange((state) => told.push(state));

    expect(() => open.ledger.all('SELECT * FROM sealed_secrets')).toThrow(LedgerUnavailableError);
    expect(told).toMatchObject([{ kind: 'closed', reason: 'damaged' }]);
  });

  it('turns a full disk at the first write into a closed ledger, not a crash', () => {
    const place = ledgers.make();
    const seed: LedgerHostOptions['onOpen'] = (ledger) => {
      ledger.get('PRAGMA query_only = 1');
      addService(ledger);
    };
    expect(host({ ...place.options, onOpen: seed }).state()).toMatchObject({ reason: 'unwritable' });
  });

  it('stops listening when told to', () => {
    const place = makeDamaged();
    const closed = host(place.options);
    const told: LedgerState[] = [];
    closed.onChange((state) => told.push(state))();
    closed.startEmpty();
    expect(told).toEqual([]);
  });
});

describe('backups of the ledger', () => {
  const ledgers = useLedgerFolder();
  const start = () => {
    const place = ledgers.make();
    const open = createLedgerHost(place.options);
    ledgers.atEnd(() => open.close());
    addService(open.ledger);
    const backups = () =>
      existsSync(join(place.folder, 'backups')) ? readdirSync(join(place.folder, 'backups')).sort() : [];
    return { ...place, open, backups };
  };

  it('are taken once a day while the ledger changes, and the last five are kept', () => {
    const { open, clock, backups } = start();
    const counts: number[] = [];
    for (let day = 0; day < 8; day += 1) {
      // The file's own time is the real one; the clock of this test runs ahead of it.
      addKey(open.ledger, `key ${String(day)}`);
      clock.advance(2 * DAY_MS);
      counts.push(backups().length);
    }
    expect(counts).toEqual([1, 2, 3, 4, 5, 5, 5, 5]);
    expect(backups().at(-1)).toContain(new Date(clock.now()).toISOString().slice(0, 8));
  });

  it('are not taken again while nothing changed', () => {
    const { open, path, clock, backups } = start();
    addKey(open.ledger, 'a');
    const aMinuteAgo = new Date(Date.now() - 60_000);
    for (const suffix of ['', '-wal']) utimesSync(path + suffix, aMinuteAgo, aMinuteAgo);
    clock.advance(HOUR_MS);
    const first = backups();
    clock.advance(3 * DAY_MS);
    expect(backups()).toEqual(first);
    expect(first).toHaveLength(1);
  });

  it('begin soon after the first key, and not within the hour only', holds('storage.first-backup'), () => {
    const { open, clock, backups } = start();
    clock.advance(5 * HOUR_MS);
    expect(backups()).toEqual([]);
    addKey(open.ledger, 'the first');
    clock.advance(20_000);
    expect(backups()).toHaveLength(1);
    // From here on one a day is enough.
    addKey(open.ledger, 'the second');
    clock.advance(HOUR_MS);
    expect(backups()).toHaveLength(1);
  });

  it(
    'begin soon after the first key of a ledger that was started empty',
    holds('storage.first-backup'),
    () => {
      const place = ledgers.make();
      mkdirSync(dirname(place.path), { recursive: true });
      writeFileSync(place.path, 'no database', { mode: 0o600 });
      const open = createLedgerHost(place.options);
      ledgers.atEnd(() => open.close());
      expect(open.state().kind).toBe('closed');
      expect(open.startEmpty()).toEqual({ kind: 'open' });
      addService(open.ledger);
      addKey(open.ledger, 'the first');
      place.clock.advance(20_000);
      expect(readdirSync(join(place.folder, 'backups'))).toHaveLength(1);
    },
  );

  it('are tried soon, and then once an hour, while the disk refuses the first one', () => {
    const { open, folder, clock, logger } = start();
    addKey(open.ledger, 'a');
    writeFileSync(join(folder, 'backups'), 'a file where the folder belongs');
    clock.advance(HOUR_MS);
    const warnings = () => logger.lines.filter((line) => line.level === 'warn').length;
    const first = warnings();
    clock.advance(HOUR_MS);
    expect([first, warnings()]).toEqual([2, 3]);
    rmSync(join(folder, 'backups'));
  });

  it('are taken at the end of a short day too', () => {
    const { open, backups } = start();
    addKey(open.ledger, 'a');
    open.close();
    expect(backups()).toHaveLength(1);
  });

  it('leave out what was deleted', () => {
    const { open, folder, backups } = start();
    const sealed = new TextEncoder().encode('a sealed secret that was deleted in time');
    addKey(open.ledger, 'a', sealed);
    addKey(open.ledger, 'b');
    open.ledger.run("DELETE FROM api_keys WHERE id = 'a'");
    open.close();
    const [name = ''] = backups();
    expect(readFileSync(join(folder, 'backups', name)).includes(Buffer.from(sealed))).toBe(false);
  });

  it('are not made of a ledger that holds no key yet', () => {
    const { open, backups } = start();
    open.close();
    expect(backups()).toEqual([]);
  });

  it('keep their elders when the disk refuses a new one, and say so in the log', () => {
    const { open, folder, clock, logger, backups } = start();
    addKey(open.ledger, 'a');
    clock.advance(HOUR_MS);
    const before = backups();
    addKey(open.ledger, 'b');
    clock.setNow(clock.now() + 2 * DAY_MS);
    const partial = `partial-${fileTime(clock.now() + HOUR_MS)}.db`;
    mkdirSync(join(folder, 'backups', partial));
    clock.advance(HOUR_MS);
    expect(backups()).toEqual([...before, partial].sort());
    expect(logger.lines.filter((line) => line.level === 'warn')).toHaveLength(1);
    expect(keyIds(open.ledger)).toEqual(['a', 'b']);
  });

  it('that were cut short by a crash are swept away', () => {
    const { open, folder, options } = start();
    addKey(open.ledger, 'a');
    open.close();
    writeFileSync(join(folder, 'backups', 'partial-2026.db'), 'half');
    ledgers.open(options);
    expect(readdirSync(join(folder, 'backups')).some((name) => name.startsWith('partial-'))).toBe(false);
  });
});
