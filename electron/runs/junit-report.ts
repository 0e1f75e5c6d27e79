import type { Run } from '../../shared/domain/run.ts';
import { expectationText } from '../../shared/domain/expectation-text.ts';
import { escapeMarkup } from './escape-markup.ts';
import type { ReportRow } from './json-report.ts';

/**
 * JUnit's XML as continuous integration reads it (the format of Ant's and Maven's reports): one case a request; an unmet expectation
 * is a failure, an answer that never came an error. Times in seconds.
 */
export function junitReport(run: Run, rows: readonly ReportRow[]): string {
  const { done, failed, errors } = run.totals;
  const counts = `tests="${String(done)}" failures="${String(failed)}" errors="${String(errors)}" time="${seconds(run.durationMs)}"`;
  const name = escapeMarkup(run.name);
  const cases = rows.map((row) => testCase(run, row)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${name}" ${counts}>
<testsuite name="${name}" ${counts} timestamp="${new Date(run.startedAt).toISOString().slice(0, 19)}">
${propertiesOf(run)}${cases}</testsuite>
</testsuites>
`;
}

function propertiesOf({ environmentName, share }: Run): string {
  const all = {
    ...(typeof environmentName === 'string' ? { environment: environmentName } : {}),
    ...(share === undefined ? {} : { requests: `${String(share.requests)} of ${String(share.of)}` }),
  };
  const properties = Object.entries(all).map(
    ([name, value]) => `<property name="${name}" value="${escapeMarkup(value)}"/>`,
  );
  return properties.length === 0 ? '' : `<properties>${properties.join('')}</properties>\n`;
}

function testCase(run: Run, { row, expectations, problem }: ReportRow): string {
  const iteration = run.planned > 0 && row.iteration > 1 ? ` #${String(row.iteration)}` : '';
  const head = `<testcase classname="${escapeMarkup(run.name + iteration)}" name="${escapeMarkup(`${row.method} ${row.name}`)}" time="${seconds(row.durationMs)}"`;
  if (problem !== null) {
    const message = escapeMarkup(problem.message);
    return `${head}><error type="${escapeMarkup(row.errorCode ?? '')}" message="${message}">${escapeMarkup(row.url)}</error></testcase>\n`;
  }
  const unmet = expectations.filter(({ isMet }) => !isMet);
  if (unmet.length === 0) return `${head}/>\n`;
  const text = unmet.map(({ expectation, found }) => `${expectationText(expectation)}: ${found}`).join('\n');
  return `${head}><failure type="expectation" message="${escapeMarkup(text.split('\n')[0] ?? '')}">${escapeMarkup(`${row.url}\n${text}`)}</failure></testcase>\n`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
