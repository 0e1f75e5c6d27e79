import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeadKeyFile } from '../../../electron/keys/dead-keys/dead-key-file.ts';
import type { DeadKey } from '../../../electron/keys/dead-keys/dead-key.ts';
import { closeAll, open } from '../../support/closing.ts';
import { holds } from '../../support/holds.ts';
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
    createDeadKeyFile(path, clock).append(keys.slice(0, 2));
    const next = createDeadKeyFile(path, clock);
    expect(next.read()).toMatchObject({ keys: keys.slice(0, 2), isWhole: true });
    next.append(keys.slice(2));
    expect(createDeadKeyFile(path, clock).read()).toMatchObject({ keys, isWhole: true });
  });

  it('is not there before the first', () => {
    const file = createDeadKeyFile(path, clock);
    expect(file.read()).toBeNull();
    file.append([]);
    expect(file.read()).toBeNull();
  });

  it('tells any change, and gives every line that can be read', holds('storage.dead-list-damaged'), () => {
    createDeadKeyFile(path, clock).append(keys);
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
    createDeadKeyFile(path, clock).append(keys);
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, lines.filter((_, index) => index !== 3).join('\n'));
    expect(createDeadKeyFile(path, clock).read()).toMatchObject({ isWhole: false });
    writeFileSync(path, lines.join('\n'));
    appendFileSync(path, '["abc');
    expect(createDeadKeyFile(path, clock).read()).toMatchObject({ keys, isWhole: false });
  });
});
