import { randomBytes, randomUUID } from 'node:crypto';
import type { Random } from '../ports/random.ts';

export function createSystemRandom(): Random {
  return { bytes: (length) => new Uint8Array(randomBytes(length)), id: () => randomUUID() };
}
