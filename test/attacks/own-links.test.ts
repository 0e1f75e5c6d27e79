import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchKeyfob, type LaunchedKeyfob } from '../support/launch.ts';
import { holds } from '../support/holds.ts';

let keyfob: LaunchedKeyfob;

beforeAll(async () => {
  keyfob = await launchKeyfob({ masterKey: 'memory', args: ['keyfob://history'] });
});

afterAll(async () => {
  await keyfob.close();
});

const heading = () => keyfob.window.getByRole('heading', { level: 1 });

/** As the system passes a link: to the running app on macOS, as an argument of another start elsewhere. */
async function follow(link: string, way: 'open-url' | 'second-instance'): Promise<void> {
  await keyfob.evaluate(
    ({ app }, passed) => {
      const event = { preventDefault: () => undefined };
      if (passed.way === 'open-url') app.emit('open-url', event, passed.link);
      else app.emit('second-instance', event, ['keyfob', passed.link], '/', null);
    },
    { link, way },
  );
}

/** All that a link could have changed. */
async function state(): Promise<unknown> {
  return await keyfob.window.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'keyfob') as {
      invoke: (command: string, input: unknown) => Promise<unknown>;
    };
    const asked = ['keys.list', 'services.list', 'preferences.get', 'app.getState', 'profiles.list'];
    return await Promise.all(asked.map((command) => bridge.invoke(command, {})));
  });
}

test('a link that Keyfob was started with opens its screen', holds('bridge.own-links'), async () => {
  await expect.poll(() => heading().textContent()).toBe('History');
});

test.each(['open-url', 'second-instance'] as const)(
  'a link opens a screen and does nothing there, by %s',
  holds('bridge.own-links'),
  async (way) => {
    const before = await state();
    const hostile = [
      'keyfob://api-keys?action=generate-key',
      'keyfob://api-keys/generate-key',
      'keyfob://requests#new-request',
      'keyfob://requests?url=https%3A%2F%2Fevil.test&send=true',
      'keyfob://settings?closeToTray=false',
      'keyfob://lock',
      'keyfob://../../etc/passwd',
      'keyfob://settings\u0000',
      'javascript:alert(1)',
      'https://evil.test/',
      `keyfob://${'settings'.repeat(100_000)}`,
    ];
    for (const link of hostile) await follow(link, way);
    await follow('keyfob://usage', way);
    await expect.poll(() => heading().textContent()).toBe('Usage');
    await follow('keyfob://api-keys', way);
    await expect.poll(() => heading().textContent()).toBe('API keys');
    expect(await keyfob.window.getByRole('dialog').count()).toBe(0);
    expect(await state()).toEqual(before);
  },
);
