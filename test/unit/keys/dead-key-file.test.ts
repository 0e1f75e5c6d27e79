import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeadKeyFile, linesOf } from '../../../electron/keys/dead-keys/dead-key-file.ts';
import { addDeadKeys, readDeadKeyLines } from '../../../electron/keys/dead-keys/dead-key-rows.ts';
import type { DeadKey } from '../../../electron/keys/dead-keys/dead-key.ts';
import { closeAll, open } from '../../support/closing.ts';
import { holds } from '../../support/holds.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const clock = { now: () => 1_700_000_000_000 };
const keys: readonly DeadKey[] = Array.from({ length: 6 }, (_, index) => ({
  id: index === 3 ? 'key:with a "quote",\na line and\u2028more' : `kfak:id${String(index)}`,
  deadFrom: index * 1000,
  expiredFrom: index % 2 === 0 ? null : 5000,
}));

let path: string;

beforeEach(async () => {
  path = join(open(await temporaryFolder()).path, 'dead-keys.txt');
});
afterEach(closeAll);

describe('the list of dead keys in its file', () => {
  it('gives back what was appended, by this process or by one before', () => {
    createDeadKeyFile(path, clock).append(linesOf(keys.slice(0, 2)));
    const next = createDeadKeyFile(path, clock);
    expect(next.read()).toMatchObject({ keys: keys.slice(0, 2), isWhole: true });
    next.append(linesOf(keys.slice(2)));
    expect(createDeadKeyFile(path, clock).read()).toMatchObject({ keys, isWhole: true });
  });

  it('is the same whether the ledger or this process writes its lines', () => {
    const ledger = memoryLedger();
    addDeadKeys(ledger, keys);
    expect(readDeadKeyLines(ledger, 0)).toEqual({ last: keys.length, lines: linesOf(keys) });
    expect(readDeadKeyLines(ledger, 4)?.lines).toBe(linesOf(keys.slice(4)));
    expect(readDeadKeyLines(ledger, keys.length)).toBeNull();
  });

  it('is not there before the first', () => {
    const file = createDeadKeyFile(path, clock);
    expect(file.read()).toBeNull();
    file.append('');
    expect(file.read()).toBeNull();
  });

  it('tells any change, and gives every line that can be read', holds('storage.dead-list-damaged'), () => {
    createDeadKeyFile(path, clock).append(linesOf(keys));
    const whole = readFileSync(path);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ flip;
        writeFileSync(path, changed);
        const list = createDeadKeyFile(path, clock).read();
        expect(list?.isWhole).toBe(false);
        expect(list?.keys.length).toBeGreaterThanOrEqual(keys.length - 2);
      }),
      { numRuns: 300 },
    );
  });

  it('tells that a line is gone from its middle, or has no end', holds('storage.dead-list-damaged'), () => {
    createDeadKeyFile(path, clock).append(linesOf(keys));
    const lines = readFileSync(path, 'utf8').split('\n');
    for (const gone of [3, lines.length - 2]) {
      writeFileSync(path, lines.filter((_, index) => index !== gone).join('\n'));
      expect(createDeadKeyFile(path, clock).read()).toMatchObject({ isWhole: false });
    }
    writeFileSync(path, lines.join('\n'));
    appendFileSync(path, '["abc');
    expect(createDeadKeyFile(path, clock).read()).toMatchObject({ keys, isWhole: false });
  });
});
