import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { resultFile } from './result-file.ts';

const message = z.string().transform((text) => text.split('\n', 1)[0] ?? '');

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      message,
      status: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(message).nullable() }),
      ),
    }),
  ),
});

const playwrightTest = z.object({
  status: z.string(),
  results: z.array(z.object({ error: z.object({ message }).optional() })),
});
const playwrightSuite = z.object({
  specs: z.array(z.object({ title: z.string(), file: z.string(), tests: z.array(playwrightTest) })),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});
const playwrightReport = z.object({ suites: z.array(playwrightSuite) });

/** A line for each test of a part that failed, as its result file tells them; none for a part that has no such file. */
export async function failedTests(part: string): Promise<readonly string[]> {
  const text = await readFile(resultFile(part), 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const report: unknown = JSON.parse(text);
  const vitest = vitestReport.safeParse(report);
  if (vitest.success) return vitest.data.testResults.flatMap(ofVitest);
  const playwright = playwrightReport.safeParse(report);
  return playwright.success ? playwright.data.suites.flatMap(ofPlaywright) : [];
}

function ofVitest(file: z.infer<typeof vitestReport>['testResults'][number]): readonly string[] {
  const failed = file.assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0 && file.status === 'failed') return [file.message];
  return failed.map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages?.[0] ?? ''}`);
}

function ofPlaywright(suite: z.infer<typeof playwrightSuite>): readonly string[] {
  const own = suite.specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => `${file}: ${title}: ${results.find(({ error }) => error)?.error?.message ?? ''}`),
  );
  return [...own, ...(suite.suites ?? []).flatMap(ofPlaywright)];
}
