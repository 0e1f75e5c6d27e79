import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { installPostmanCli, postmanRequest } from '../../support/postman-cli.ts';
import { INSTALL_LIMIT_MS, type ClientRun } from '../../support/real-client.ts';
import { startRig, type Rig } from '../local-api/rig.ts';

let rig: Rig;
let home: string;
let whyNot: string | null;

beforeAll(async () => {
  whyNot = await installPostmanCli();
}, INSTALL_LIMIT_MS);
beforeEach(async (context) => {
  if (whyNot !== null) context.skip(whyNot);
  rig = await startRig();
  home = await mkdtemp(join(tmpdir(), 'keyfob-cli-'));
});
afterEach(async () => {
  if (whyNot !== null) return;
  await rig.close();
  await rm(home, { recursive: true, force: true });
});

function getMe(secret: string): Promise<ClientRun> {
  return postmanRequest(home, { method: 'GET', url: `${rig.url}/me`, headers: [`X-API-Key:${secret}`] });
}

it('the Postman CLI reaches /me with a key', async () => {
  const { exitCode, text } = await getMe(rig.addKey());
  expect(exitCode).toBe(0);
  expect(text).toContain('200 OK');
  expect(text).toContain('"username":"ada"');
});

it('the Postman CLI is refused with an expired and with a revoked key', async () => {
  const secret = rig.addKey('to be revoked');
  expect((await getMe(secret)).text).toContain('200 OK');
  rig.keyStore.records.clear();
  for (const refused of [secret, rig.addKey('expired', 'expired')]) {
    const { text } = await getMe(refused);
    expect(text).toContain('401 Unauthorized');
    expect(text).toContain('AuthenticationError');
    expect(text).not.toContain('ada');
  }
});
