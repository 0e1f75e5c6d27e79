import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import '../../../../renderer/features/runs/runs-screen.tsx';
import { appError } from '../../../../shared/domain/app-error.ts';
import { NO_TOTALS, type RunRecord } from '../../../../shared/domain/run.ts';
import { seriousFindings } from '../../../support/serious-findings.ts';
import { anExchange, aResponse } from '../requests/exchange-builders.ts';
import { renderScreen } from '../requests/render-screen.tsx';
import { aRecord, aRun, failedStatus } from './run-builders.ts';

const records = [
  aRecord({ durationMs: 30 }),
  aRecord({ ...{ seq: 2, name: 'Prices', verdict: 'failed', status: 503 }, expectations: [failedStatus] }),
  aRecord({ seq: 3, name: 'Report', isKeyWithheld: true, durationMs: 80 }),
];
const ended = aRun(records);

function withBody(text: string): RunRecord {
  const record = aRecord();
  const body = { kind: 'text', text, isTruncated: false } as const;
  const response = aResponse({ body, contentType: 'application/json' });
  return { ...record, exchange: anExchange({ outcome: { kind: 'response', response } }) };
}

async function rows(): Promise<readonly string[]> {
  const table = await screen.findByRole('grid', { name: 'Requests of the run' });
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
}

it('shows the newest run with its numbers and its requests', async () => {
  renderScreen('runs', { runs: [ended] });
  const numbers = await screen.findByLabelText('Numbers of the run');
  await waitFor(() => {
    expect(numbers.textContent).toContain('Median30 ms');
  });
  expect(numbers.textContent).toContain('Failed1');
  expect(numbers.textContent).toContain('Key withheld1');
  expect(await rows()).toHaveLength(3);
  document.documentElement.lang = 'en';
  document.title = 'Keyfob';
  expect(await seriousFindings()).toEqual([]);
});

it('shows the run that a message leads to', async () => {
  const older = aRun(records.slice(0, 1), {
    id: 'run-older-1',
    name: 'Older',
    startedAt: ended.run.startedAt - 1,
  });
  const { bridge } = renderScreen('runs', { runs: [ended, older] });
  expect(await rows()).toHaveLength(3);
  act(() => {
    bridge.publish('navigation.requested', { screen: 'runs', action: 'show-run', runId: 'run-older-1' });
  });
  await waitFor(async () => {
    expect(await rows()).toHaveLength(1);
  });
});

it('lists the requests of one result, and by how long they took', async () => {
  const { user } = renderScreen('runs', { runs: [ended] });
  expect(await rows()).toHaveLength(3);
  await user.click(screen.getByRole('radio', { name: 'Failed 1' }));
  await waitFor(async () => {
    expect(await rows()).toEqual([expect.stringContaining('Prices')]);
  });
  await user.click(screen.getByRole('radio', { name: 'Key withheld 1' }));
  await waitFor(async () => {
    expect(await rows()).toEqual([expect.stringContaining('Withheld')]);
  });
  await user.click(screen.getByRole('radio', { name: 'All 3' }));
  await user.click(await screen.findByRole('button', { name: 'Time' }));
  await user.click(screen.getByRole('button', { name: 'Time' }));
  await waitFor(async () => {
    expect((await rows())[0]).toContain('Report');
  });
});

it('shows one request in full: what was expected and what came, and the next one', async () => {
  const { user } = renderScreen('runs', { runs: [ended] });
  const table = await screen.findByRole('grid', { name: 'Requests of the run' });
  await within(table).findByText('Prices');
  within(table).getAllByRole('row')[1]?.focus();
  await user.keyboard('{ArrowDown}{Enter}');
  const dialog = await screen.findByRole('dialog', { name: '#2 GET Prices' });
  expect(within(dialog).getByRole('list', { name: 'Expectations' }).textContent).toContain(
    'Status is 200Found: 503',
  );
  await user.click(within(dialog).getByRole('button', { name: 'Next' }));
  expect(await screen.findByRole('dialog', { name: '#3 GET Report' })).toBeTruthy();
  expect(await screen.findByText(/^Key withheld$/, { selector: 'strong' })).toBeTruthy();
  expect(within(dialog).getByRole('button', { name: 'Next' })).toHaveProperty('disabled', true);
});

it('filters the body of a request of a run, which is kept with the run alone', async () => {
  const { user } = renderScreen('runs', { runs: [aRun([withBody('{"items":[{"id":7},{"id":8}]}')])] });
  const table = await screen.findByRole('grid', { name: 'Requests of the run' });
  within(table).getAllByRole('row')[1]?.focus();
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('textbox', { name: 'Filter (JSONPath)' }));
  await user.paste('$.items[*].id');
  expect(await screen.findByText('2 matches')).toHaveProperty('isConnected', true);
});

it('says in the language of the window what stood in place of a value, and a value as it is', async () => {
  const expectation = { kind: 'json-path-exists', path: '$.price' } as const;
  const unmet = { expectation, isMet: false };
  const expectations = [
    { ...unmet, found: 'nothing at the path', finding: 'nothingAtPath' } as const,
    { ...unmet, found: 'no JSON' },
  ];
  const runs = [aRun([aRecord({ verdict: 'failed', expectations })])];
  const { user } = renderScreen('runs', { runs, preferences: { language: 'de' } });
  const table = await screen.findByRole('grid', { name: 'Anfragen des Durchlaufs' });
  within(table).getAllByRole('row')[1]?.focus();
  await user.keyboard('{Enter}');
  const list = within(await screen.findByRole('dialog')).getByRole('list', { name: 'Erwartungen' });
  expect(list.textContent).toContain('Gefunden: nichts an dieser Stelle');
  expect(within(list).getByText('no JSON').tagName).toBe('CODE');
});

it('shows how far a run is as it is told, and is cancelled', async () => {
  const { bridge, user } = renderScreen('runs', {
    runs: [aRun([], { state: 'running', planned: 200, startedAt: Date.now() })],
  });
  expect(await screen.findByText('Waiting for the first answer')).toBeTruthy();
  const run = bridge.state.runs[0]?.run;
  if (run === undefined) throw new Error('There is a run');
  act(() => {
    bridge.publish('runs.progressed', { ...run, totals: { ...NO_TOTALS, done: 50, passed: 50 } });
  });
  expect((await screen.findByRole('progressbar', { name: 'Run' })).getAttribute('aria-valuenow')).toBe('25');
  expect(screen.getByLabelText('Numbers of the run').textContent).toContain('50 of 200');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(await screen.findByRole('button', { name: 'Run again' })).toBeTruthy();
  expect(screen.getAllByText('Cancelled').length).toBeGreaterThan(0);
  expect(document.activeElement?.textContent).toContain('Shop');
});

it('says why a run ended before its end', async () => {
  renderScreen('runs', { runs: [aRun(records, { state: 'locked', planned: 100 })] });
  expect(await screen.findByText(/Keyfob was locked while it ran/)).toBeTruthy();
});

it('exports a run and says where, and compares it with another', async () => {
  const { bridge, user } = renderScreen('runs', {
    runs: [ended, aRun([aRecord({ durationMs: 10 })], { id: 'run-00002' })],
  });
  await user.click(await screen.findByRole('button', { name: 'Export' }));
  await user.click(await screen.findByRole('menuitem', { name: /^JUnit/ }));
  expect((await screen.findAllByText('Saved as run.junit')).length).toBeGreaterThan(0);
  expect(bridge.calls.find(({ command }) => command === 'runs.export')?.input).toMatchObject({
    format: 'junit',
  });
  await user.click(screen.getByRole('button', { name: 'More actions for this run' }));
  await user.click(await screen.findByRole('menuitem', { name: /^Compare/ }));
  const table = await screen.findByRole('table', { name: 'Comparison' });
  await waitFor(() => {
    expect(within(table).getByRole('row', { name: /^Median/ }).textContent).toBe('Median30 ms10 ms+200 %');
  });
});

it('deletes a run once that was confirmed', async () => {
  const { bridge, user } = renderScreen('runs', {
    runs: [ended, aRun([], { id: 'run-00002', name: 'Other' })],
  });
  (await screen.findByRole('listbox', { name: 'Runs' })).focus();
  await user.keyboard('{Delete}');
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
  await waitFor(() => {
    expect(bridge.state.runs.map(({ run }) => run.id)).toEqual(['run-00002']);
  });
  expect(await screen.findByRole('region', { name: 'Run of Other' })).toBeTruthy();
});

it('runs again with the same options', async () => {
  const { bridge, user } = renderScreen('runs', { runs: [ended] });
  await user.click(await screen.findByRole('button', { name: 'Run again' }));
  expect(await screen.findByRole('button', { name: 'Cancel' })).toBeTruthy();
  expect(bridge.calls.find(({ command }) => command === 'runs.start')?.input).toMatchObject({
    ...{ collectionId: 'postman-api', options: ended.run.options },
  });
});

it('tells the times as a table', async () => {
  const { user } = renderScreen('runs', { runs: [ended] });
  await user.click(await screen.findByRole('tab', { name: 'Times' }));
  const table = await screen.findByRole('table', { name: 'Times over the run' });
  expect(within(table).getAllByRole('row').length).toBeGreaterThan(1);
});

it('shows a failure with a way to try again', async () => {
  const { bridge, user } = renderScreen('api-keys', { runs: [ended] });
  bridge.failNext('runs.list', appError('ledger-unavailable'));
  await user.click(await screen.findByRole('link', { name: 'Runs' }));
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await rows()).toHaveLength(3);
});
