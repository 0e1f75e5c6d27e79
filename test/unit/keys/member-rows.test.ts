import { describe, expect, it } from 'vitest';
import { ensureFirstMember, findMember, firstMember } from '../../../electron/keys/member-rows.ts';
import { seededRandom } from '../../support/in-memory-ports.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';

describe('the first member', () => {
  it('is named after the operating system’s user, once', () => {
    const ledger = memoryLedger();
    const random = seededRandom();
    expect(firstMember(ledger)).toBeNull();
    const member = ensureFirstMember(ledger, { userName: 'Ada Lovelace', random, now: 5 });
    expect(member).toMatchObject({
      name: 'Ada Lovelace',
      username: 'ada-lovelace',
      email: 'ada-lovelace@localhost',
      role: 'admin',
    });
    expect(String(member.numericId)).toMatch(/^\d{8}$/);
    expect(ensureFirstMember(ledger, { userName: 'Other', random, now: 6 })).toEqual(member);
    expect(findMember(ledger, member.id)).toEqual(member);
    expect(findMember(ledger, 'unknown')).toBeNull();
  });

  it.each(['', '  ', '李', '\u0000'])('has a username for any account name: %j', (userName) => {
    const member = ensureFirstMember(memoryLedger(), { userName, random: seededRandom(), now: 0 });
    expect(member.username).toMatch(/^[a-z0-9._-]+$/);
    expect(member.name).not.toBe('');
  });
});
