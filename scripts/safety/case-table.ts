import { safetyCases, safetyGroups, isSafetyCase, type SafetyCase } from '../../test/support/safety-cases.ts';
import type { CaseRun } from './case-tests.ts';

/** `not-run`: its tests were left out of this run, or this computer cannot run them. */
export type Verdict = 'held' | 'not-held' | 'not-run';

export interface JudgedCase {
  readonly id: SafetyCase;
  readonly verdict: Verdict;
  readonly tests: number;
  readonly failures: readonly string[];
}

/** A case is held when a test of it passed, and none failed; where everything ran, a case without a test is not held. */
export function judgeCases({ tests, missingParts }: CaseRun): readonly JudgedCase[] {
  // The keys of the registry.
  return (Object.keys(safetyCases) as SafetyCase[]).map((id) => {
    const own = tests.filter(({ cases }) => cases.includes(id));
    const failures = own.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
    const isHeld = failures.length === 0 && own.some(({ outcome }) => outcome === 'passed');
    const isLeftOut = failures.length === 0 && (missingParts.length > 0 || own.length > 0);
    return { id, failures, tests: own.length, verdict: isHeld ? 'held' : isLeftOut ? 'not-run' : 'not-held' };
  });
}

/** Names in tests that are no case. */
export function unknownCases({ tests }: CaseRun): readonly string[] {
  return [...new Set(tests.flatMap(({ cases }) => cases.filter((name) => !isSafetyCase(name))))];
}

const answers: Readonly<Record<Verdict, string>> = { held: 'yes', 'not-held': 'NO', 'not-run': 'not run' };

/** The table that a person reads: group, case, expected, held, with a line for each test that failed; and a count. */
export function caseTable(judged: readonly JudgedCase[]): string {
  const rows = judged.map(({ id, verdict, tests, failures }) => {
    const [group = '', expected = ''] = [id.split('.')[0], safetyCases[id].split(' → ')[1]];
    const title = Object.entries(safetyGroups).find(([name]) => name === group)?.[1] ?? group;
    const what = safetyCases[id].split(' → ')[0] ?? '';
    return { cells: [title, what, expected, answers[verdict], String(tests)], failures };
  });
  const head = ['Group', 'Case', 'Expected', 'Held', 'Tests'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const lines = rows.flatMap(({ cells, failures }) => [
    line(cells),
    ...failures.map((name) => `    failed: ${name}`),
  ]);
  const count = (verdict: Verdict): string =>
    String(judged.filter((each) => each.verdict === verdict).length);
  const sum = `${count('held')} of ${String(judged.length)} cases held, ${count('not-held')} not held, ${count('not-run')} not run`;
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...lines, '', sum].join('\n');
}
