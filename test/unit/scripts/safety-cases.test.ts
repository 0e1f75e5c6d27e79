import { describe, expect, it } from 'vitest';
import { caseTable, judgeCases, unknownCases } from '../../../scripts/safety/case-table.ts';
import { findCaseFiles } from '../../../scripts/safety/case-files.ts';
import type { CaseTest } from '../../../scripts/safety/case-tests.ts';
import { isSafetyCase, safetyCases, safetyGroups } from '../../support/safety-cases.ts';

const files = findCaseFiles();
const named = new Set(files.flatMap(({ cases }) => cases));
/** Held by the check of the package, which is no test of this runner. */
const heldByPackaging = ['bridge.fuses'];

describe('the cases of what Keyfob promises', () => {
  it.each(Object.keys(safetyCases))('%s has a test', (id) => {
    expect([...named, ...heldByPackaging]).toContain(id);
  });

  it('are the only ones that tests name', () => {
    // The names of this file are those of its own examples.
    const others = files.filter(({ path }) => !path.endsWith('safety-cases.test.ts'));
    expect(others.flatMap(({ cases }) => cases).filter((name) => !isSafetyCase(name))).toEqual([]);
  });

  it('belong to a group each', () => {
    expect(new Set(Object.keys(safetyCases).map((id) => id.split('.')[0]))).toEqual(
      new Set(Object.keys(safetyGroups)),
    );
  });
});

describe('the table', () => {
  const test = (outcome: CaseTest['outcome'], ...cases: readonly string[]): CaseTest => ({
    name: `a test that ${outcome}`,
    cases,
    outcome,
  });
  const verdictsOf = (tests: readonly CaseTest[], missingParts: readonly string[] = []) => {
    const judged = judgeCases({ tests, missingParts });
    return Object.fromEntries(judged.map(({ id, verdict }) => [id, verdict]));
  };

  it('says held where every test passed, and not where one failed', () => {
    const verdicts = verdictsOf([
      test('passed', 'api.host', 'api.origin'),
      test('failed', 'api.origin'),
      test('skipped', 'api.get'),
      test('passed', 'api.json'),
      test('skipped', 'api.json'),
    ]);
    expect(verdicts).toMatchObject({ 'api.host': 'held', 'api.origin': 'not-held', 'api.json': 'held' });
    expect(verdicts).toMatchObject({ 'api.get': 'not-run', 'api.stop': 'not-held' });
  });

  it('does not take a case for broken whose part did not run', () => {
    expect(verdictsOf([], ['e2e'])['api.stop']).toBe('not-run');
    expect(verdictsOf([test('failed', 'api.stop')], ['e2e'])['api.stop']).toBe('not-held');
  });

  it('shows group, case, expected, held, each test that failed, and a count', () => {
    const text = caseTable(judgeCases({ tests: [test('failed', 'api.host')], missingParts: ['e2e'] }));
    expect(text).toMatch(/Local API +a foreign, missing or doubled Host +refused before routing +NO +1\n/);
    expect(text).toContain('failed: a test that failed');
    expect(text.split('\n').at(-1)).toMatch(/^0 of \d+ cases held, 1 not held, \d+ not run$/);
  });

  it('names what is no case', () => {
    expect(unknownCases({ tests: [test('passed', 'api.nothing')], missingParts: [] })).toEqual([
      'api.nothing',
    ]);
  });
});
