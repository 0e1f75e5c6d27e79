import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { loopbackLookup } from '../../../electron/requests/loopback-lookup.ts';

function look(hostname: string, options: { all?: boolean; family?: number } = {}): string | LookupAddress[] {
  let found: string | LookupAddress[] = 'nothing';
  const lookup = loopbackLookup((_hostname, _options, callback) => callback(null, '192.0.2.7', 4));
  lookup(hostname, options, (_error, address) => (found = address));
  return found;
}

describe('a name of this computer', () => {
  it.each(['localhost', 'LOCALHOST', 'localhost.', 'a.localhost', 'a.b.localhost'])(
    '%s is this computer, whatever a resolver says',
    (name) => {
      expect(look(name)).toBe('127.0.0.1');
      expect(look(name, { family: 6 })).toBe('::1');
      expect(look(name, { all: true })).toEqual([
        { address: '127.0.0.1', family: 4 },
        { address: '::1', family: 6 },
      ]);
    },
  );

  it.each(['localhost.example', 'notlocalhost', 'a.localhost.test', 'localhostx'])('%s is not', (name) => {
    expect(look(name)).toBe('192.0.2.7');
  });
});
