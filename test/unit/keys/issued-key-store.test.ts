import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { setMemberRemoved } from '../../../electron/keys/member-rows.ts';
import { memoryKeysBench } from '../../support/keys-bench.ts';

describe('the server’s view of an issued key', () => {
  it('holds the digest of the whole secret and the member who made it, never the secret', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    const secret = bench.secretOf(id);
    const record = bench.issuedKeys.find(secret.split('_')[1] ?? '');
    expect(record).toMatchObject({ apiKeyId: id, memberId: bench.member.id, state: 'works' });
    expect(Buffer.from(record?.digest ?? []).equals(createHash('sha256').update(secret).digest())).toBe(true);
    expect(JSON.stringify(bench.ledger.all('SELECT * FROM issued_secrets'))).not.toContain(secret);
  });

  it('knows nothing of an id that was never issued', () => {
    expect(memoryKeysBench().issuedKeys.find('unknown')).toBeNull();
  });

  it('says that a key is expired rather than disabled when it is both', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate({ expiry: { kind: 'at', at: bench.clock.now() + 1 } });
    const secret = bench.secretOf(id);
    bench.keys.setDisabled({ id, isDisabled: true });
    expect(bench.stateAtServer(secret)).toBe('disabled');
    bench.clock.advance(1);
    expect(bench.stateAtServer(secret)).toBe('expired');
  });

  it('refuses the key of a member who left, whatever else is said of it', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    const secret = bench.secretOf(id);
    setMemberRemoved(bench.ledger, bench.member.id, bench.clock.now());
    expect(bench.stateAtServer(secret)).toBe('member-left');
  });

  it('records when and where a key was used, and goes on when the disk refuses', async () => {
    const bench = memoryKeysBench();
    const { id } = await bench.generate();
    const use = { at: bench.clock.now() + 7, origin: 'http://127.0.0.1:5362' };
    bench.issuedKeys.recordUse(id, use.at, use.origin);
    expect(bench.keys.list()[0]?.lastUsed).toEqual(use);
    bench.ledger.writesUntilFull = 0;
    bench.issuedKeys.recordUse(id, use.at + 1, use.origin);
    expect(bench.keys.list()[0]?.lastUsed).toEqual(use);
  });
});
