import { expect, it } from 'vitest';
import { auditProblems } from '../../../scripts/packaging/audit-problems.ts';

const shipped = new Set(['undici', 'zod']);
const answer = (vulnerabilities: object): string =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities });

it('names holes of what is shipped, and leaves tools and small ones alone', () => {
  const report = answer({
    undici: { severity: 'high', range: '<8.13.0' },
    zod: { severity: 'low', range: '*' },
    vite: { severity: 'critical', range: '*' },
  });

  expect(auditProblems(report, shipped)).toEqual(['undici: a high hole in <8.13.0']);
  expect(auditProblems(answer({}), shipped)).toEqual([]);
});

it.each(['', 'npm error', '{}', '[]'])('takes no answer for none: %s', (text) => {
  expect(auditProblems(text, shipped)).toEqual(['No answer: nobody said whether there are known holes']);
});

it('says why nobody answered, where npm does', () => {
  const refused = JSON.stringify({ message: '405 Method Not Allowed', error: {} });
  expect(auditProblems(refused, shipped)).toEqual([
    'No answer: nobody said whether there are known holes (405 Method Not Allowed)',
  ]);
});

it('does not pass because nothing is known to be shipped', () => {
  expect(auditProblems(answer({}), new Set())).toEqual(['Nothing is known to be shipped: build first']);
});
