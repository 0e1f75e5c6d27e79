import type { Run } from '../../shared/domain/run.ts';
import { expectationText } from '../../shared/domain/expectation-text.ts';
import { escapeMarkup } from './escape-markup.ts';
import type { ReportRow } from './json-report.ts';

const STYLE = `
  :root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif; }
  body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
  dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: 1rem; }
  dt { opacity: 0.7; } dd { margin: 0; font-size: 1.25rem; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; padding: 0.25rem 0.5rem; border-bottom: 1px solid #8884; vertical-align: top; overflow-wrap: anywhere; }
  .number { text-align: right; font-variant-numeric: tabular-nums; }
  .failed, .error { color: light-dark(#b3261e, #ff897d); }
`;

/** One page that opens anywhere: without a script, and nothing that it would have to load. */
export function htmlReport(run: Run, rows: readonly ReportRow[]): string {
  const name = escapeMarkup(run.name);
  const facts: readonly (readonly [string, string])[] = [
    ['Requests', `${String(run.totals.done)} of ${String(run.planned)}`],
    ...(run.share === undefined
      ? []
      : [['Chosen', `${String(run.share.requests)} of ${String(run.share.of)} requests`] as const]),
    ['Passed', String(run.totals.passed)],
    ['Failed', String(run.totals.failed)],
    ['No answer', String(run.totals.errors)],
    ['Time', `${(run.durationMs / 1000).toFixed(2)} s`],
    ['Ended', run.state],
    ...(typeof run.environmentName !== 'string' ? [] : [['Environment', run.environmentName] as const]),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${name}</h1>
<p>${escapeMarkup(new Date(run.startedAt).toISOString())}</p>
<dl>${facts.map(([term, value]) => `<div><dt>${escapeMarkup(term)}</dt><dd>${escapeMarkup(value)}</dd></div>`).join('')}</dl>
<table>
<thead><tr><th>#</th><th>Request</th><th>Result</th><th>Status</th><th class="number">Time</th><th>Details</th></tr></thead>
<tbody>
${rows.map(tableRow).join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

const VERDICTS = { passed: 'Passed', failed: 'Failed', error: 'No answer' } as const;

function tableRow({ row, expectations, problem }: ReportRow): string {
  const unmet = expectations.filter(({ isMet }) => !isMet);
  const details = [
    ...(problem === null ? [] : [problem.message]),
    ...(problem === null ? unmet : []).map(
      ({ expectation, found }) => `${expectationText(expectation)}: ${found}`,
    ),
  ];
  const cells = [
    `<td class="number">${String(row.seq)}</td>`,
    `<td>${escapeMarkup(`${row.method} ${row.name}`)}<br><small>${escapeMarkup(row.url)}</small></td>`,
    `<td class="${row.verdict}">${VERDICTS[row.verdict]}</td>`,
    `<td>${row.status === null ? '' : String(row.status)}</td>`,
    `<td class="number">${row.durationMs.toFixed(1)} ms</td>`,
    `<td>${details.map(escapeMarkup).join('<br>')}</td>`,
  ];
  return `<tr>${cells.join('')}</tr>`;
}
