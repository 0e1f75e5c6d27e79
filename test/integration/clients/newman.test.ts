import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { ACCESS_KEY_LIFETIME_MS } from '../../../shared/domain/access-key.ts';
import { insertItem, listItems, listWorkspaces } from '../../../electron/local-api/workspace-rows.ts';
import { installNewman, runNewman } from '../../support/newman.ts';
import { valueOf } from '../../support/results.ts';
import { startServer, type RecordingServer } from '../../support/servers.ts';
import { startRig, type Rig } from '../local-api/rig.ts';

const INSTALL_LIMIT_MS = 300_000;

let rig: Rig;
let target: RecordingServer;
let uid: string;

beforeAll(installNewman, INSTALL_LIMIT_MS);
beforeEach(async () => {
  rig = await startRig();
  target = await startServer();
  const id = '00000000-0000-4000-a000-000000000001';
  uid = `${String(rig.member.numericId)}-${id}`;
  insertItem(rig.ledger, 'local_collections', {
    id,
    uid,
    workspace_id: listWorkspaces(rig.ledger)[0]?.id ?? '',
    owner_id: rig.member.numericId,
    updated_by: rig.member.numericId,
    name: 'Shared with newman',
    content: JSON.stringify({
      info: { schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: [
        { name: 'First', request: { method: 'GET', url: `${target.origin()}/first` } },
        { name: 'Second', request: { method: 'POST', url: `${target.origin()}/second` } },
      ],
    }),
    created_at: 0,
    updated_at: 0,
  });
});
afterEach(async () => {
  await target.close();
  await rig.close();
});

function share() {
  const { key, secret } = valueOf(rig.accessKeys.share(uid, rig.member.id));
  return { id: key.id, secret, url: `${rig.url}/collections/${uid}?access_key=${secret}` };
}

it('newman runs a shared collection from its access URL', async () => {
  const { url } = share();

  const { exitCode, text } = await runNewman(url);

  expect(text).toContain('Shared with newman');
  expect(exitCode).toBe(0);
  expect(target.received.map(({ method, url: path }) => `${method} ${path}`)).toEqual([
    'GET /first',
    'POST /second',
  ]);
  expect(JSON.stringify(target.received)).not.toContain('kfat_');
});

it('newman fails with a deleted, an expired and a mistyped key, and sends nothing', async () => {
  const deleted = share();
  rig.accessKeys.remove(deleted.id);
  const mistyped = `${share().url.slice(0, -1)}!`;
  const expired = share();
  rig.clock.setNow(rig.clock.now() + ACCESS_KEY_LIFETIME_MS);

  for (const url of [deleted.url, mistyped, expired.url]) {
    const { exitCode, text } = await runNewman(url);
    expect(exitCode).not.toBe(0);
    expect(text).toMatch(/Invalid API Key|could not load collection/i);
  }
  expect(target.received).toEqual([]);
});

it('newman fails with the key of another collection', async () => {
  const { secret } = share();
  const other = listItems(rig.ledger, 'local_collections').find((collection) => collection.uid !== uid);
  const { exitCode } = await runNewman(`${rig.url}/collections/${other?.uid ?? ''}?access_key=${secret}`);
  expect(exitCode).not.toBe(0);
});
