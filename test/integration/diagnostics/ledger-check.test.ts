import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkerLedgerChecker } from '../../../electron/diagnostics/worker-ledger-checker.ts';
import { MIGRATIONS, migrate } from '../../../electron/keys/ledger/migrations.ts';
import { integritySchema } from '../../../shared/domain/diagnostics.ts';
import { closeAll, open } from '../../support/closing.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { wholeApp } from '../../support/whole-app.ts';

const workerFile = new URL('../../../electron/diagnostics/ledger-check-worker.ts', import.meta.url);
const checker = createWorkerLedgerChecker(workerFile);
const newestVersion = MIGRATIONS.length;

let folder: string;

beforeEach(async () => {
  folder = open(await temporaryFolder()).path;
});
afterEach(closeAll);

function makeLedger(name: string): string {
  const path = join(folder, name);
  const database = new DatabaseSync(path);
  migrate(database, MIGRATIONS, () => undefined);
  database.exec("INSERT INTO services VALUES ('s', 'custom', 'S', '', '', '[]', 1, NULL, NULL, NULL)");
  database.exec('BEGIN');
  const insert = database.prepare(
    "INSERT INTO api_keys (id, service_id, creator_id, name, name_key, mask, created_at) VALUES (?, 's', 'c', ?, ?, '', 1)",
  );
  for (let index = 0; index < 2_000; index += 1)
    insert.run(`k${String(index)}`, 'n'.repeat(200), String(index));
  database.exec('COMMIT');
  database.close();
  return path;
}

function damage(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 8_192);
  writeFileSync(path, bytes);
}

describe('the check of the ledger in its thread', () => {
  it('tells of each file whether it is whole, and changes none', async () => {
    const [ledger, good, bad, empty] = ['a', 'b', 'c', 'd'].map((name) => makeLedger(`${name}.db`));
    damage(bad ?? '');
    writeFileSync(empty ?? '', 'no database');
    const backups = [good ?? '', bad ?? '', empty ?? '', join(folder, 'gone.db')];
    const before = [ledger ?? '', ...backups.slice(0, 3)].map((path) => readFileSync(path));
    const told: string[] = [];
    const job = { ledger: ledger ?? '', backups, newestVersion };
    const reports = await checker.check(job, ({ kind }) => told.push(kind));
    expect(reports).toEqual([
      { kind: 'ledger', isWhole: true },
      { kind: 'backup', isGood: true },
      { kind: 'backup', isGood: false },
      { kind: 'backup', isGood: false },
      { kind: 'backup', isGood: false },
    ]);
    expect(told).toHaveLength(5);
    expect([ledger ?? '', ...backups.slice(0, 3)].map((path) => readFileSync(path))).toEqual(before);
  });

  it('finds a damaged ledger, and one in which rows refer to nothing', async () => {
    const [damaged, loose] = [makeLedger('a.db'), makeLedger('b.db')];
    damage(damaged);
    const database = new DatabaseSync(loose, { enableForeignKeyConstraints: false });
    database.exec("DELETE FROM services WHERE id = 's'");
    database.close();
    for (const ledger of [damaged, loose]) {
      const reports = await checker.check({ ledger, backups: [], newestVersion }, () => undefined);
      expect(reports).toEqual([{ kind: 'ledger', isWhole: false }]);
    }
  });

  it('breaks off where there is nothing to read', async () => {
    const job = { ledger: join(folder, 'gone.db'), backups: [], newestVersion };
    await expect(checker.check(job, () => undefined)).rejects.toThrow();
  });
});

describe('a check of everything', () => {
  it('lets others in, and tells how far it is', async () => {
    const app = wholeApp();
    open({ close: () => app.close() });
    await app.vault.open();
    await app.vault.prepare();
    app.ledger.transaction(() => {
      for (let index = 0; index < 1_000; index += 1) {
        const id = `variable:${String(index)}`;
        const sealed = app.vault.seal(`value ${String(index)}`, { apiKeyId: id, version: 1 });
        app.ledger.run('INSERT INTO sealed_values (id, version, sealed) VALUES (?, 1, ?)', [id, sealed]);
      }
    });
    const order: string[] = [];
    const checking = app.invoke('diagnostics.check', {}).then((result) => {
      order.push('checked');
      return integritySchema.parse(result.ok ? result.value : null);
    });
    await app.invoke('keys.list', {}).then(() => order.push('listed'));
    expect(await checking).toMatchObject({ ledger: 'whole', values: { total: 1_000, unopened: 0 } });
    expect(order).toEqual(['listed', 'checked']);
    expect(app.badEvents).toEqual([]);
  });
});
