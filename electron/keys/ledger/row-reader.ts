import type { z } from 'zod';

/** From so many rows on zod's own function for a schema has paid for itself. */
const COMPILED_FROM = 20;

/**
 * Parses rows by a schema. zod writes a function for it when the first one is parsed, which takes longer than to read a few rows without: of
 * most kinds there are no more in a start, or in a run. It counts, and holds nothing of what it read.
 */
export function rowReader<Schema extends z.ZodType>(schema: Schema): (row: unknown) => z.output<Schema> {
  let count = 0;
  return (row) => {
    count += 1;
    return schema.parse(row, { jitless: count < COMPILED_FROM });
  };
}
