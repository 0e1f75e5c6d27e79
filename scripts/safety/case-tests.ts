import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { resultFile } from '../result-file.ts';

/** One test that says which cases it holds, and what came of it. */
export interface CaseTest {
  readonly name: string;
  readonly cases: readonly string[];
  readonly outcome: 'passed' | 'failed' | 'skipped';
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          meta: z.object({ holds: z.array(z.string()).default([]) }),
        }),
      ),
    }),
  ),
});

const outcomeOf = (status: string): CaseTest['outcome'] =>
  status === 'passed' || status === 'failed' ? status : 'skipped';

/** The tests of a report of vitest, with the cases that each says it holds. */
export function vitestTests(report: unknown): readonly CaseTest[] {
  return vitestReport
    .parse(report)
    .testResults.flatMap(({ assertionResults }) => assertionResults)
    .map(({ fullName, status, meta }) => ({ name: fullName, cases: meta.holds, outcome: outcomeOf(status) }));
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[] | undefined;
  readonly specs: readonly PlaywrightSpec[];
}

const playwrightSpec = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      /** `expected` is passed; a flaky one is not. */
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
    }),
  ),
});
type PlaywrightSpec = z.output<typeof playwrightSpec>;

const playwrightSuite: z.ZodType<PlaywrightSuite> = z.object({
  suites: z.array(z.lazy(() => playwrightSuite)).optional(),
  specs: z.array(playwrightSpec),
});
const playwrightReport = z.object({ suites: z.array(playwrightSuite) });

function specsOf(suite: PlaywrightSuite): readonly PlaywrightSpec[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

function fromPlaywright(report: unknown): readonly CaseTest[] {
  return playwrightReport
    .parse(report)
    .suites.flatMap(specsOf)
    .flatMap(({ title, tests }) =>
      tests.map(({ status, annotations }) => ({
        name: title,
        cases: annotations.flatMap(({ type, description }) =>
          type === 'holds' && description !== undefined ? [description] : [],
        ),
        outcome: status === 'expected' ? 'passed' : status === 'skipped' ? 'skipped' : 'failed',
      })),
    );
}

const ownReport = z.object({
  checks: z.array(z.object({ name: z.string(), holds: z.array(z.string()), isPassed: z.boolean() })),
});

function fromChecks(report: unknown): readonly CaseTest[] {
  return ownReport.parse(report).checks.map(({ name, holds, isPassed }) => ({
    name,
    cases: holds,
    outcome: isPassed ? 'passed' : 'failed',
  }));
}

const readers: Readonly<Record<string, (report: unknown) => readonly CaseTest[]>> = {
  unit: vitestTests,
  renderer: vitestTests,
  integration: vitestTests,
  attacks: vitestTests,
  e2e: fromPlaywright,
  packaging: fromChecks,
};

export interface CaseRun {
  readonly tests: readonly CaseTest[];
  /** The parts that hold cases and were not run, or broke off before they reported. */
  readonly missingParts: readonly string[];
}

/** What the parts that ran said about their tests. */
export async function readCaseRun(): Promise<CaseRun> {
  const tests: CaseTest[] = [];
  const missingParts: string[] = [];
  for (const [part, read] of Object.entries(readers)) {
    if (!existsSync(resultFile(part))) missingParts.push(part);
    else tests.push(...read(JSON.parse(await readFile(resultFile(part), 'utf8'))));
  }
  return { tests: tests.filter(({ cases }) => cases.length > 0), missingParts };
}
