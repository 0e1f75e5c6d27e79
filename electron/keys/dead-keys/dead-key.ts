import { z } from 'zod';

/** Something that must never work again. */
export interface DeadKey {
  /** `kfak:` or `kfat:` and the public id of what the Local API issued, or `key:` and the id of a whole key. No part of a value. */
  readonly id: string;
  /** Epoch milliseconds; 0 for at once. */
  readonly deadFrom: number;
  /** From when it would have expired anyway; `null` for never. */
  readonly expiredFrom: number | null;
}

export const deadKeyEntrySchema = z
  .tuple([z.string().min(1).max(200), z.int().min(0), z.int().nullable()])
  .transform(([id, deadFrom, expiredFrom]): DeadKey => ({ id, deadFrom, expiredFrom }));
