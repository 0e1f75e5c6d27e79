import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holds } from '../support/holds.ts';
import { PASSPHRASE } from '../support/moving-rig.ts';
import { restartingApp } from '../support/restarting-app.ts';

let place: ReturnType<typeof restartingApp>;
const list = () => join(place.folder, 'dead-keys.txt');

beforeEach(() => {
  place = restartingApp();
});
afterEach(() => place.end());

async function start() {
  const dialog = () => Promise.resolve({ path: join(place.folder, 'export.json'), name: 'export.json' });
  const started = await place.start({ fileDialog: { chooseSaveFile: dialog, chooseExisting: dialog } });
  const { app, value, localApiUrl } = started;
  const generate = async (name: string) => {
    const { id } = await value('keys.generate', { name, serviceId: 'local', expiry: { kind: 'never' } });
    await value('keys.copy', { id });
    return { id, secret: await app.clipboard.readText() };
  };
  const share = async () => {
    const [collection] = await value('accessKeys.listCollections', {});
    const { id } = await value('accessKeys.share', { collectionUid: collection?.uid });
    const { secret } = await value('accessKeys.reveal', { id });
    return { id, secret, uid: collection?.uid ?? '' };
  };
  const asks = async (secret: string) =>
    (await fetch(`${await localApiUrl()}/me`, { headers: { 'X-API-Key': secret } })).status;
  const reads = async ({ uid, secret }: { readonly uid: string; readonly secret: string }) =>
    (await fetch(`${await localApiUrl()}/collections/${uid}?access_key=${secret}`)).status;
  return { ...started, generate, share, asks, reads };
}

/** A ledger that does not open any more: its newest backup takes its place. */
async function restoreBackup() {
  writeFileSync(join(place.folder, 'keyfob.db'), 'damaged');
  for (const suffix of ['-wal', '-shm']) rmSync(join(place.folder, `keyfob.db${suffix}`), { force: true });
  const again = await start();
  expect(again.app.ledgerHost.state().kind).toBe('closed');
  expect(await again.value('ledger.restoreBackup', {})).toEqual({ kind: 'open' });
  await again.app.vault.open();
  return again;
}

/** Keys that work, in a backup; then all but one of them end. Answers what worked. */
async function endKeys() {
  let one = await start();
  const kept = await one.generate('Kept');
  const deleted = await one.generate('Deleted');
  const replaced = await one.generate('Regenerated');
  const inGrace = await one.generate('In its grace');
  const revoked = await one.generate('Revoked with others');
  const shared = await one.share();
  await one.value('moving.export', { passphrase: PASSPHRASE });
  await one.stop();
  expect(readdirSync(join(place.folder, 'backups'))).toHaveLength(1);
  one = await start();
  for (const { secret } of [kept, deleted, replaced, inGrace, revoked])
    expect(await one.asks(secret)).toBe(200);
  expect(await one.reads(shared)).toBe(200);
  await one.value('keys.delete', { id: deleted.id });
  await one.value('keys.regenerate', { id: replaced.id, grace: 'now' });
  await one.value('keys.regenerate', { id: inGrace.id, grace: '1h' });
  await one.value('team.revoke', { keys: { kind: 'ids', ids: [revoked.id] }, reason: 'exposed' });
  await one.value('accessKeys.delete', { serviceId: 'local', id: shared.id });
  return { one, kept, deleted, replaced, inGrace, revoked, shared };
}

describe('a backup that is restored', () => {
  it(
    'revives no key that was deleted, revoked or regenerated since',
    holds('storage.dead-stay-dead'),
    async () => {
      const { one, kept, deleted, replaced, inGrace, revoked, shared } = await endKeys();
      await one.stop();

      const again = await restoreBackup();

      for (const { secret } of [deleted, replaced, revoked]) expect(await again.asks(secret)).toBe(401);
      expect(await again.reads(shared)).toBe(401);
      expect(await again.asks(kept.secret)).toBe(200);
      // Its grace runs on.
      expect(await again.asks(inGrace.secret)).toBe(200);
      const names = (await again.value('keys.list', {})).map(({ name }) => name);
      expect(names.toSorted()).toEqual(['In its grace', 'Kept', 'Regenerated']);
      // What was replaced is not sent any more either, and says why.
      expect(await again.app.invoke('keys.copy', { id: replaced.id })).toMatchObject({
        error: { code: 'key-without-secret' },
      });
      await again.value('keys.regenerate', { id: replaced.id, grace: 'now' });
      await again.value('keys.copy', { id: replaced.id });
      expect(await again.asks(await again.app.clipboard.readText())).toBe(200);
      expect(await again.asks(replaced.secret)).toBe(401);
      await again.stop();
      // And so it stays.
      const later = await start();
      for (const { secret } of [deleted, replaced, revoked]) expect(await later.asks(secret)).toBe(401);
      expect(await later.asks(kept.secret)).toBe(200);
    },
  );

  it(
    'also not when Keyfob was killed before the list heard of it, once it has started again',
    holds('storage.dead-stay-dead'),
    async () => {
      let one = await start();
      const deleted = await one.generate('Deleted');
      await one.stop();
      one = await start();
      // The ledger has it, and the list has not: as killed between the two.
      await one.value('keys.delete', { id: deleted.id });
      await one.stop();
      rmSync(list());
      await (await start()).stop();
      const again = await restoreBackup();
      expect(await again.asks(deleted.secret)).toBe(401);
    },
  );

  it(
    'also not where the list was damaged, cut or written to',
    holds('storage.dead-list-damaged'),
    async () => {
      const { one, kept, deleted, replaced } = await endKeys();
      await one.stop();
      const lines = readFileSync(list(), 'utf8').split('\n');
      // One line is gone, one is not readable, the last one is cut.
      const at = lines.findIndex((line) => line.includes(`key:${deleted.id}`));
      const changed = lines.filter((_, index) => index !== at - 1);
      changed.splice(1, 0, 'not a line of it');
      writeFileSync(list(), changed.join('\n'));
      appendFileSync(list(), '["00000000');
      const again = await restoreBackup();
      expect(await again.asks(deleted.secret)).toBe(401);
      expect(await again.asks(kept.secret)).toBe(200);
      expect(await again.asks(replaced.secret)).toBe(401);
      expect(JSON.stringify(again.app.log.lines)).toContain('list of dead keys was changed or damaged');
      expect(
        readdirSync(place.folder).filter((name) => name.startsWith('dead-keys.txt.set-aside')),
      ).toHaveLength(1);
      const { deadKeys } = await again.value('diagnostics.get', {});
      expect(deadKeys).toMatchObject({ isWritten: true, setAsideAt: expect.any(Number) as number });
      expect(await again.value('diagnostics.check', {})).toMatchObject({ isDeadKeyListWhole: true });
      // It is damaged while Keyfob runs.
      appendFileSync(list(), 'x');
      expect(await again.value('diagnostics.check', {})).toMatchObject({ isDeadKeyListWhole: false });
    },
  );
});

describe('the list of dead keys', () => {
  it(
    'holds no part of a value, and only its owner reads it',
    holds('storage.dead-list-damaged'),
    async () => {
      const { one, deleted, replaced, shared } = await endKeys();
      await one.stop();
      const text = readFileSync(list(), 'utf8');
      for (const { secret } of [deleted, replaced, shared]) {
        // Beside the public id that it is looked up by.
        expect(text).not.toContain(secret.slice(-38));
        expect(text).not.toContain(secret.slice(-12));
      }
      expect(statSync(list()).mode & 0o777).toBe(0o600);
    },
  );

  it(
    'that cannot be written loses nothing, and is made up for',
    holds('storage.dead-stay-dead'),
    async () => {
      let one = await start();
      const [kept, deleted] = [await one.generate('Kept'), await one.generate('Deleted')];
      await one.stop();
      one = await start();
      // A folder in the place of what it is written to first.
      mkdirSync(`${list()}.partial`);
      await one.value('keys.delete', { id: deleted.id });
      expect(JSON.stringify(one.app.log.lines)).toContain('list of dead keys could not be written');
      expect((await one.value('diagnostics.get', {})).deadKeys).toEqual({
        isWritten: false,
        setAsideAt: null,
      });
      await one.stop();
      rmdirSync(`${list()}.partial`);
      await (await start()).stop();
      expect(readFileSync(list(), 'utf8')).toContain(`key:${deleted.id}`);
      const again = await restoreBackup();
      expect(await again.asks(deleted.secret)).toBe(401);
      expect(await again.asks(kept.secret)).toBe(200);
    },
  );

  it(
    'keeps a deleted key out of an emptied ledger, into which an old export is restored',
    holds('storage.dead-stay-dead'),
    async () => {
      const { one, kept, deleted, replaced, revoked } = await endKeys();
      await one.stop();
      writeFileSync(join(place.folder, 'keyfob.db'), 'damaged');
      const again = await start();
      await again.value('ledger.startEmpty', {});
      await again.app.vault.open();
      const opened = await again.value('moving.open', { passphrase: PASSPHRASE });
      if (opened.kind !== 'preview') throw new Error('Nothing was opened');
      await again.value('moving.restore', { token: opened.token });
      for (const { secret } of [deleted, replaced, revoked]) expect(await again.asks(secret)).toBe(401);
      expect(await again.asks(kept.secret)).toBe(200);
    },
  );
});
