import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allMutations } from '../../../scripts/safety/mutations/all-mutations.ts';
import { projectFolder } from '../../support/build.ts';
import { safetyCases } from '../../support/safety-cases.ts';

// Switching them off takes minutes and is run by hand (`npm run test:attacks -- --mutate`); that they can be switched off is seen each time.
describe('the defences that can be switched off', () => {
  it.each(allMutations.map((mutation) => [mutation.defence, mutation] as const))('%s', (_name, mutation) => {
    const source = readFileSync(join(projectFolder, mutation.file), 'utf8');
    expect(source.split(mutation.search)).toHaveLength(2);
    expect(mutation.replace).not.toBe(mutation.search);
    for (const test of mutation.tests) expect(existsSync(join(projectFolder, test)), test).toBe(true);
    expect(Object.keys(safetyCases)).toContain(mutation.holds);
  });
});
