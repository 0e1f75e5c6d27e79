import { readKeychainEntry, writeKeychainEntry } from '../../support/keychain-entry.ts';
import { expect, test } from '../fixtures.ts';
import { holdsInApp } from '../../support/holds.ts';

test.describe('a keyring that is locked later', () => {
  test(
    'shows all metadata, opens nothing, deletes nothing, and heals without a restart',
    holdsInApp('storage.keychain'),
    async ({ start, keyring }) => {
      let app = await start();
      const secret = await app.apiKeys.generate({ name: 'Kept key' });
      await app.apiKeys.closeReveal();
      await app.close();
      await keyring.lock();

      app = await start();
      await expect(app.apiKeys.row('Kept key')).toContainText(secret.slice(-4));
      const banner = app.window.getByText('Your keychain is locked', { exact: true });
      await expect(banner).toBeVisible();
      await app.apiKeys.act('Kept key', 'Copy');
      await expect(app.window.getByText(/locked/i).first()).toBeVisible();
      const refused = await app.window.evaluate(() =>
        window.keyfob.invoke('keys.generate', {
          name: 'Second',
          serviceId: 'local',
          expiry: { kind: 'never' },
        }),
      );
      expect(refused.ok).toBe(false);

      await keyring.unlock();
      await app.window.getByRole('button', { name: 'Try again' }).click();
      await expect(banner).toHaveCount(0);
      await app.requests.open();
      await app.requests.get('{{baseUrl}}/me');
      await app.requests.expectStatus(200);
    },
  );

  test(
    'holding another master key is named, and the entry is not overwritten',
    holdsInApp('storage.other-key'),
    async ({ start, keyring, userDataDir }) => {
      let app = await start();
      await app.apiKeys.generate({ name: 'Kept key' });
      await app.apiKeys.closeReveal();
      await app.close();
      const other = `v1:${Buffer.alloc(32, 7).toString('base64url')}`;
      const place = { env: keyring.env, userDataDir };
      await writeKeychainEntry(place, other);

      app = await start();
      await expect(app.apiKeys.row('Kept key')).toBeVisible();
      const state = await app.window.evaluate(() => window.keyfob.invoke('app.getState', {}));
      expect(state).toMatchObject({
        ok: true,
        value: { vault: { kind: 'unreadable', reason: 'master-key-wrong' } },
      });
      await expect(app.window.getByText(/another master key|does not open/i).first()).toBeVisible();
      await app.close();
      expect(await readKeychainEntry(place)).toBe(other);
    },
  );
});

test.describe('no keyring at all', () => {
  test.use({ keyringState: 'none' });

  test(
    'says so, and keeps keys in memory only when the user chooses that',
    holdsInApp('storage.keychain'),
    async ({ start }) => {
      let app = await start();
      await expect(app.apiKeys.heading()).toBeVisible();
      const refused = await app.window.evaluate(() =>
        window.keyfob.invoke('keys.generate', {
          name: 'Early',
          serviceId: 'local',
          expiry: { kind: 'never' },
        }),
      );
      expect(refused).toMatchObject({ ok: false, error: { code: 'no-master-key-holder' } });

      await app.window.getByRole('button', { name: /in memory/i }).click();
      await app.apiKeys.generate({ name: 'Short-lived' });
      await app.apiKeys.closeReveal();
      await app.requests.open();
      await app.requests.get('{{baseUrl}}/me');
      await app.requests.expectStatus(200);
      await app.close();

      app = await start();
      await expect(app.apiKeys.row('Short-lived')).toBeVisible();
      const state = await app.window.evaluate(() => window.keyfob.invoke('app.getState', {}));
      expect(state).toMatchObject({
        ok: true,
        value: { vault: { kind: 'unreadable', reason: 'holder-was-memory' } },
      });
    },
  );
});
