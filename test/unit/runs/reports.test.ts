import { describe, expect, it } from 'vitest';
import { DEFAULT_RUN_OPTIONS, NO_TOTALS, type Run, type RunRow } from '../../../shared/domain/run.ts';
import { htmlReport } from '../../../electron/runs/html-report.ts';
import { jsonReport, type ReportRow } from '../../../electron/runs/json-report.ts';
import { junitReport } from '../../../electron/runs/junit-report.ts';
import { holds } from '../../support/holds.ts';

const HOSTILE = `</td><script>alert("1")</script><img onerror='x'>&\u0000]]>`;

const run: Run = {
  ...{ id: 'run-0001', name: `Petstore ${HOSTILE}`, collectionId: 'c', folderId: null, dataName: null },
  environmentName: `Staging ${HOSTILE}`,
  ...{
    options: DEFAULT_RUN_OPTIONS,
    startedAt: Date.UTC(2026, 0, 15, 12),
    durationMs: 1234,
    state: 'finished',
  },
  ...{ planned: 3, totals: { ...NO_TOTALS, done: 3, passed: 1, failed: 1, errors: 1 } },
};

function row(changes: Partial<RunRow>): RunRow {
  return {
    ...{
      seq: 1,
      iteration: 1,
      requestId: 'r',
      name: 'List',
      method: 'GET',
      url: 'https://a.test/',
      status: 200,
    },
    ...{
      errorCode: null,
      apiKeyName: null,
      verdict: 'passed',
      startedAfterMs: 0,
      durationMs: 12.5,
      bodyBytes: 2,
    },
    attempts: 1,
    isKeyWithheld: false,
    ...changes,
  };
}

const rows: readonly ReportRow[] = [
  { row: row({}), expectations: [], problem: null },
  {
    row: row({ seq: 2, name: HOSTILE, url: `https://a.test/${HOSTILE}`, verdict: 'failed', status: 500 }),
    expectations: [{ expectation: { kind: 'status', status: 200 }, isMet: false, found: HOSTILE }],
    problem: null,
  },
  {
    row: row({ seq: 3, verdict: 'error', status: null, errorCode: 'timed-out' }),
    expectations: [],
    problem: { message: 'The request took longer than its timeout.', remedy: '' },
  },
];

/** What the schema says of the elements that a report may have. */
const JUNIT: Readonly<
  Record<
    string,
    { readonly within: string; readonly attributes: readonly string[]; readonly required: readonly string[] }
  >
> = {
  testsuites: { within: '', attributes: ['name', 'time', 'tests', 'failures', 'errors'], required: [] },
  testsuite: {
    within: 'testsuites',
    attributes: [
      'name',
      'tests',
      'failures',
      'errors',
      'group',
      'time',
      'skipped',
      'timestamp',
      'hostname',
      'id',
    ],
    required: ['name', 'tests', 'failures', 'errors'],
  },
  properties: { within: 'testsuite', attributes: [], required: [] },
  property: { within: 'properties', attributes: ['name', 'value'], required: ['name', 'value'] },
  testcase: { within: 'testsuite', attributes: ['name', 'time', 'classname', 'group'], required: ['name'] },
  failure: { within: 'testcase', attributes: ['type', 'message'], required: [] },
  error: { within: 'testcase', attributes: ['type', 'message'], required: [] },
};

describe('a report', () => {
  it('as JUnit is well-formed XML with a failure and an error, whatever stands in it', () => {
    const text = junitReport(run, rows);
    expect(text).toContain('tests="3" failures="1" errors="1" time="1.234"');
    expect(text.match(/<testcase /g)).toHaveLength(3);
    expect(text.match(/<failure /g)).toHaveLength(1);
    expect(text).toContain('<error type="timed-out" message="The request took longer than its timeout.">');
    expect(text).not.toMatch(/<script|<img|\u0000|]]>/);
    expect(text.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]/);
  });

  it('as JUnit has no element and no attribute that Jenkins would refuse (junit-10.xsd of its xUnit plugin)', () => {
    const open: string[] = [];
    for (const [, slash, name = '', attributes = '', end] of junitReport(run, rows).matchAll(
      /<(\/?)([a-z-]+)((?:\s[a-z]+="[^"]*")*)(\/?)>/g,
    )) {
      if (slash === '/') {
        expect(open.pop()).toBe(name);
        continue;
      }
      expect(JUNIT[name]?.within, name).toBe(open.at(-1) ?? '');
      const given = new Map(
        [...attributes.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
      );
      expect(JUNIT[name]?.attributes, name).toEqual(expect.arrayContaining([...given.keys()]));
      expect([...given.keys()], name).toEqual(expect.arrayContaining([...(JUNIT[name]?.required ?? [])]));
      expect(given.get('time') ?? '0').toMatch(/^(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]{0,3})?$/);
      if (end !== '/') open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('as HTML is a page without a script, in which everything is text', holds('confinement.markup'), () => {
    const text = htmlReport(run, rows);
    expect(text).not.toMatch(/<script|<img|onerror='|javascript:/);
    expect(text).toContain("default-src 'none'");
    expect(text.match(/<tr>/g)).toHaveLength(4);
    expect(text).toContain('Status is 200: &lt;/td&gt;');
  });

  it('as JSON has the run and every request', () => {
    const parsed = JSON.parse(jsonReport(run, rows)) as { run: object; requests: { seq: number }[] };
    expect(parsed.run).toMatchObject({ startedAt: '2026-01-15T12:00:00.000Z', planned: 3 });
    expect(parsed.requests.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('says how many of the requests were chosen, where not all were', () => {
    const some: Run = { ...run, environmentName: null, share: { requests: 8, of: 10 } };
    expect(junitReport(some, [])).toContain('<property name="requests" value="8 of 10"/>');
    expect(JSON.parse(jsonReport(some, []))).toMatchObject({ run: { share: { requests: 8, of: 10 } } });
    expect(htmlReport(some, [])).toContain('<dd>8 of 10 requests</dd>');
    expect(htmlReport(run, [])).not.toContain('Chosen');
  });

  it('names the environment, and no file that it stands in', () => {
    const chosen: Run = {
      ...run,
      environmentName: 'Staging',
      options: { ...DEFAULT_RUN_OPTIONS, environment: { kind: 'chosen', id: 'env:Secret plan.json' } },
    };
    expect(junitReport(chosen, [])).toContain('<property name="environment" value="Staging"/>');
    expect(JSON.parse(jsonReport(chosen, []))).toMatchObject({ run: { environmentName: 'Staging' } });
    expect(htmlReport(chosen, [])).toContain('<dt>Environment</dt><dd>Staging</dd>');
    for (const report of [junitReport, jsonReport, htmlReport]) {
      expect(report(chosen, [])).not.toContain('Secret plan');
      const { environmentName: _unknown, ...earlier } = chosen;
      for (const without of [earlier, { ...chosen, environmentName: null }])
        expect(report(without, [])).not.toMatch(/Staging|property|<dt>Environment/);
    }
  });
});
