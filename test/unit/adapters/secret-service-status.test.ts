import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { secretServiceStatus } from '../../../electron/adapters/secret-service-status.ts';

describe.skipIf(process.platform === 'win32')('asking a session bus for the Secret Service', () => {
  const endings: (() => unknown)[] = [];
  afterEach(() => {
    for (const end of endings.splice(0).reverse()) end();
  });

  /** A bus that does with a connection what the test says. */
  const statusWith = async (behave: (socket: Socket) => void) => {
    const folder = mkdtempSync(join(tmpdir(), 'kf-bus-'));
    endings.push(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'bus');
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      behave(socket);
    });
    await new Promise<void>((resolve) => server.listen(path, resolve));
    endings.push(() => server.close());
    return secretServiceStatus({ DBUS_SESSION_BUS_ADDRESS: `unix:path=${path}` }, 300);
  };

  it('gives up in time when the bus says nothing', async () => {
    expect(await statusWith(() => undefined)).toBe('timeout');
  });

  it('cannot tell when the bus refuses this user', async () => {
    expect(
      await statusWith((socket) => void socket.once('data', () => socket.write('REJECTED EXTERNAL\r\n'))),
    ).toBe('unknown');
  });

  it('finds no service when the bus hangs up', async () => {
    expect(await statusWith((socket) => void socket.destroy())).toBe('no-service');
  });

  it('finds no service when the bus talks nonsense', async () => {
    const nonsense = (socket: Socket) => {
      socket.once('data', () => socket.write('OK 0123\r\n'));
      socket.on('data', () => socket.write(Buffer.alloc(64, 0xff)));
    };
    expect(await statusWith(nonsense)).toBe('no-service');
  });

  it('finds no service where nothing listens, and none where there is no bus', async () => {
    const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' };
    expect(await secretServiceStatus(env, 300)).toBe('no-service');
    expect(await secretServiceStatus({}, 300)).toBe('no-service');
    expect(await secretServiceStatus({ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=a' }, 300)).toBe('unknown');
  });
});
