import { describe, expect, it } from 'vitest';
import { createNotedUses, type KeyUse } from '../../../electron/keys/noted-uses.ts';

const origin = 'https://api.example.com';
const sent = (status: number, apiKeyId = 'key-1', method = 'GET'): KeyUse => ({
  apiKeyId,
  event: { kind: 'sent', method, origin, status },
});

describe('uses that wait to be written down', () => {
  it('are taken out once, in their order, each with its time', () => {
    const noted = createNotedUses();
    const all = [
      ...[sent(200), sent(200), sent(404), sent(200, 'key-2'), sent(200, 'key-1', 'POST'), sent(200)],
      {
        apiKeyId: 'key-1',
        event: { kind: 'withheld', method: 'GET', origin, reason: 'key-expired' },
      } as const,
      {
        apiKeyId: 'key-1',
        event: { kind: 'sent', method: 'GET', origin: 'https://b.example', status: 200 },
      } as const,
      ...Array.from({ length: 20 }, (_none, index) => sent(400 + index)),
      sent(200),
    ];
    for (const [at, use] of all.entries()) noted.add(use, at);
    const { uses, times } = noted.take();
    expect(uses).toEqual(all);
    expect(times).toEqual(all.map((_use, at) => at));
    expect(noted.take()).toEqual({ uses: [], times: [] });
  });

  it('are the same object where they are alike', () => {
    const noted = createNotedUses();
    for (const use of [sent(200), sent(404), sent(200)]) noted.add(use, 0);
    const { uses } = noted.take();
    expect(uses[2]).toBe(uses[0]);
    expect(uses[1]).not.toBe(uses[0]);
  });
});
