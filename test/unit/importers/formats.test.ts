import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { importFixture, importFixtures } from '../../support/import-fixtures.ts';
import { searchBytes } from '../../support/canary.ts';

describe('the import formats', () => {
  it.each(importFixtures())('reads $format $name', async ({ format, input, expected }) => {
    const imported = await importFixture(input);

    expect(imported.format).toBe(format);
    expect(imported.expected).toEqual(JSON.parse(await readFile(expected, 'utf8')));
  });

  it.each(importFixtures())('leaves no secret in what became of $format $name', async ({ input }) => {
    const imported = await importFixture(input);

    const long = imported.secrets.filter((secret) => secret.length >= 8);
    expect(searchBytes('documents', JSON.stringify(imported.expected), long)).toEqual([]);
  });

  it('has a fixture for every format', () => {
    const formats = new Set(importFixtures().map(({ format }) => format));

    expect(formats.size).toBe(9);
  });
});
