import { describe, expect, test } from 'vitest';
import { readStartOptions } from '../../../electron/app/start-options.ts';

const env = { KEYFOB_MASTER_KEY: 'memory', KEYFOB_LOCAL_API_PORT: '7000' };

describe('the options of a start', () => {
  test('can be set by the environment in development', () => {
    expect(readStartOptions(env, false)).toEqual({ masterKey: 'memory', localApi: { preferredPort: 7000 } });
  });

  test('cannot be set by the environment of a packaged Keyfob', () => {
    expect(readStartOptions(env, true)).toEqual({ masterKey: 'keychain', localApi: {} });
  });

  test.each([undefined, '', 'x', '-1', '65536', '7000x', '1e3', '0x10'])(
    'leave the port to the Local API for %j',
    (port) => {
      expect(readStartOptions({ KEYFOB_LOCAL_API_PORT: port }, false).localApi).toEqual({});
    },
  );

  test('take any free port for 0', () => {
    expect(readStartOptions({ KEYFOB_LOCAL_API_PORT: '0' }, false).localApi).toEqual({ preferredPort: 0 });
  });
});
