import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import '../../../../renderer/features/runs/runs-screen.tsx';
import { builtInCollection } from '../../../../electron/postman/built-in-collection.ts';
import { failed } from '../../../../shared/domain/app-error.ts';
import { requestsIn, type Collection } from '../../../../shared/domain/collection.ts';
import { DEFAULT_RUN_OPTIONS } from '../../../../shared/domain/run.ts';
import { placeKey } from '../../../support/fake-bridge-runs.ts';
import { renderScreen } from '../requests/render-screen.tsx';

const collection: Collection = {
  ...builtInCollection('local'),
  ...{ id: 'file:Shop.json', name: 'Shop', isBuiltIn: false, fileName: 'Shop.json' },
  items: [
    {
      ...{ kind: 'folder', id: 'orders', name: 'Orders', description: '' },
      items: [{ kind: 'request', id: 'r1', name: 'List orders', method: 'GET' }],
    },
    { kind: 'request', id: 'r2', name: 'Prices', method: 'GET' },
  ],
};
const place = { collectionId: collection.id, folderId: null };
const collections = [collection];
const csv = (text: string, name = 'ids.csv') => new File([text], name, { type: 'text/csv' });

async function form() {
  return await screen.findByRole('form', { name: 'Set up a run' });
}

const fileInput = () => document.querySelector('input[type="file"]') as HTMLInputElement;

it('starts a run with the options, the data rows and the expectations that were chosen', async () => {
  const { bridge, user, fill } = renderScreen('runs', { collections });
  await form();
  expect(await screen.findByText('2')).toBeTruthy();
  await fill(screen.getByLabelText('In flight'), '8');
  await fill(screen.getByLabelText('Delay (ms)'), '5');
  await user.click(screen.getByRole('switch', { name: /^Stop at the first/ }));
  await user.upload(fileInput(), csv('id,name\n1,Ada\n2,Grace\n3,Lin\n'));
  const preview = await screen.findByRole('table', { name: 'First rows of the data file' });
  expect(within(preview).getAllByRole('row')).toHaveLength(4);
  expect(screen.getByText('3 rows, 2 columns')).toBeTruthy();
  expect(screen.getByText(/2 requests × 3 data rows/)).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Add expectation' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Status of expectation 1' }));
  await user.keyboard('{Enter}');
  await user.keyboard('$.id{Enter}7');
  await user.keyboard('{Control>}{Enter}{/Control}');

  await screen.findByRole('button', { name: 'Cancel' });
  const start = bridge.calls.find(({ command }) => command === 'runs.start');
  expect(start?.input).toMatchObject({
    ...place,
    options: { ...DEFAULT_RUN_OPTIONS, concurrency: 8, delayMs: 5, stopOnError: true },
    expectations: [
      { requestId: null, expectation: { kind: 'status', status: 200 } },
      { requestId: null, expectation: { kind: 'json-path-equals', path: '$.id', value: '7' } },
    ],
    data: { name: 'ids.csv', text: 'id,name\n1,Ada\n2,Grace\n3,Lin\n' },
  });
  expect(document.activeElement?.textContent).toContain('Shop');
});

it('keeps what was set up for its place as it is typed, and shows it again', async () => {
  const { bridge, user, fill } = renderScreen('runs', { collections });
  await form();
  await fill(screen.getByLabelText('Iterations'), '12');
  await user.click(screen.getByRole('button', { name: 'Add expectation' }));
  await waitFor(() => {
    expect(bridge.state.runSetups.get(placeKey(place))).toMatchObject({
      options: { iterations: 12 },
      expectations: [{ requestId: null, expectation: { kind: 'status', status: 200 } }],
    });
  });
  await user.click(screen.getByRole('button', { name: /Folder/ }));
  await user.click(await screen.findByRole('option', { name: /^Orders/ }));
  await waitFor(() => {
    expect(screen.getByLabelText<HTMLInputElement>('Iterations').value).toBe('1');
  });
  expect(screen.queryByRole('list', { name: 'Expectations' })).toBeNull();
  await user.click(screen.getByRole('button', { name: /Folder/ }));
  await user.click(await screen.findByRole('option', { name: /^The whole/ }));
  await waitFor(() => {
    expect(screen.getByLabelText<HTMLInputElement>('Iterations').value).toBe('12');
  });
  expect(screen.getByRole('textbox', { name: 'Status of expectation 1' })).toBeTruthy();
});

it('goes through the expectations with the keyboard: arrows, a new row, and one that is removed', async () => {
  const { user } = renderScreen('runs', { collections });
  await form();
  await user.click(screen.getByRole('button', { name: 'Add expectation' }));
  await user.keyboard('{Enter}$.a{Enter}1{Enter}');
  const path = (number: number) =>
    screen.getByRole('textbox', { name: `JSONPath of expectation ${String(number)}` });
  expect(document.activeElement).toBe(path(3));
  await user.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(path(2));
  await user.keyboard('{ArrowDown}{Backspace}');
  const list = screen.getByRole('list', { name: 'Expectations' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(2);
  expect(document.activeElement).toBe(path(2));
  await user.click(screen.getByRole('button', { name: 'Delete expectation 2' }));
  await user.click(screen.getByRole('button', { name: 'Delete expectation 1' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add expectation' }));
});

it('does not start what cannot be run, and says why', async () => {
  const { bridge, user, fill } = renderScreen('runs', { collections });
  await form();
  const start = screen.getByRole('button', { name: /^Start run/ });
  await fill(screen.getByLabelText('In flight'), '65');
  await user.click(start);
  expect(screen.getByText('A whole number from 1 to 64.')).toBeTruthy();
  expect(screen.getByText('One of the numbers cannot be taken.')).toBeTruthy();
  await fill(screen.getByLabelText('In flight'), '64');
  await user.click(screen.getByRole('button', { name: 'Add expectation' }));
  await fill(screen.getByRole('textbox', { name: 'Status of expectation 1' }), '7');
  await user.click(start);
  expect(screen.getByText('One of the expectations is not finished.')).toBeTruthy();
  expect(screen.getByText('A whole number from 100 to 599.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Delete expectation 1' }));
  await fill(screen.getByLabelText('Iterations'), '10000');
  expect(bridge.calls.filter(({ command }) => command === 'runs.start')).toEqual([]);
});

it('says in which line a data file is wrong', async () => {
  const { bridge, user } = renderScreen('runs', { collections });
  await form();
  bridge.failNext(
    'runs.readData',
    failed('invalid-input', { message: 'The data file cannot be used.' }).error,
  );
  await user.upload(fileInput(), new File(['[\n  {"id": 1},\n  {"id" 2}\n]'], 'ids.json'));
  expect(await screen.findByText(/Line 3, column 9/)).toBeTruthy();
});

it('asks for the data file of last time again, or runs without it', async () => {
  const { bridge, user } = renderScreen('runs', { collections });
  bridge.state.runSetups.set(placeKey(place), {
    ...{ options: DEFAULT_RUN_OPTIONS, expectations: [], dataName: 'ids.csv' },
  });
  await form();
  expect(await screen.findByText('ids.csv was used last time: choose it again')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Start run/ }));
  expect(screen.getByText('Choose ids.csv again, or run without it.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Run without a data file' }));
  await user.click(screen.getByRole('button', { name: /^Start run/ }));
  await screen.findByRole('button', { name: 'Cancel' });
});

it('shows why a run was refused beside the button', async () => {
  const { bridge, user } = renderScreen('runs', { collections });
  await form();
  bridge.failNext('runs.start', failed('text-holds-secret').error);
  await user.click(screen.getByRole('button', { name: /^Start run/ }));
  expect(await screen.findByText(/holds a key/)).toBeTruthy();
});

it('says what to do while there is no collection', async () => {
  renderScreen('runs', { collections: [] });
  expect(await screen.findByText('There is no collection to run')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Go to Requests' })).toBeTruthy();
});

it('is reached from the palette for one collection', async () => {
  const { user } = renderScreen('api-keys', { collections: [builtInCollection('local'), collection] });
  await screen.findByRole('heading', { level: 1, name: 'API keys' });
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('searchbox'), 'run shop');
  await user.click(await screen.findByRole('menuitem', { name: /Run Shop/ }));
  expect(within(await form()).getByRole('button', { name: /Collection/ }).textContent).toContain('Shop');
  expect(requestsIn(collection.items)).toHaveLength(2);
});

it('chooses an environment of its own, keeps it with the set-up, and leaves Requests with theirs', async () => {
  const { bridge, user } = renderScreen('runs', { collections });
  await form();
  await bridge.invoke('environments.create', { name: 'Staging' });
  await bridge.invoke('environments.create', { name: 'Production' });
  const production = 'env:Production.postman_environment.json';
  await bridge.invoke('environments.setActive', { id: production });
  const field = await screen.findByRole('button', { name: /^The one in use: Production.*Environment$/ });
  expect(screen.getByText('The one that Requests uses too.')).toBeTruthy();
  await user.click(field);
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    ...['The one in use: Production', 'No environment', 'Production', 'Staging'],
  ]);
  await user.click(await screen.findByRole('option', { name: 'Staging' }));
  const environment = { kind: 'chosen', id: 'env:Staging.postman_environment.json' };
  await waitFor(() => {
    expect(bridge.state.runSetups.get(placeKey(place))?.options).toMatchObject({ environment });
  });
  expect(screen.getByText('For this run alone. Requests goes on with its own.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Start run/ }));
  expect(await screen.findByText(/environment Staging/)).toBeTruthy();
  const start = bridge.calls.find(({ command }) => command === 'runs.start');
  expect(start?.input).toMatchObject({ options: { environment } });
  expect(bridge.state.preferences.activeEnvironmentId).toBe(production);
});

it('does not start in an environment that is gone, and shows that it is', async () => {
  const { bridge, user } = renderScreen('runs', { collections });
  const environment = { kind: 'chosen', id: 'env:Gone.json' } as const;
  bridge.state.runSetups.set(placeKey(place), {
    ...{ options: { ...DEFAULT_RUN_OPTIONS, environment }, expectations: [], dataName: null },
  });
  await form();
  await user.click(await screen.findByRole('button', { name: /^One that is not there any more/ }));
  await user.click(screen.getByRole('option', { name: 'One that is not there any more' }));
  await user.click(screen.getByRole('button', { name: /^Start run/ }));
  expect(screen.getByText('The environment is not there any more. Choose another one.')).toBeTruthy();
  expect(bridge.calls.some(({ command }) => command === 'runs.start')).toBe(false);
  await user.click(screen.getByRole('button', { name: /^One that is not there any more/ }));
  await user.click(screen.getByRole('option', { name: 'No environment' }));
  await user.click(screen.getByRole('button', { name: /^Start run/ }));
  await screen.findByRole('button', { name: 'Cancel' });
});

it('takes a regular expression, and says at which character one is none', async () => {
  const { bridge, user, fill } = renderScreen('runs', { collections });
  await form();
  await user.click(screen.getByRole('button', { name: 'Add expectation' }));
  await user.click(screen.getByRole('button', { name: /Kind of expectation 1/ }));
  await user.click(screen.getByRole('option', { name: 'Body matches regex' }));
  const field = screen.getByRole('textbox', { name: 'Regular expression of expectation 1' });
  await fill(field, 'order-(x');
  await user.click(screen.getByRole('button', { name: /^Start run/ }));
  expect(await screen.findByText('No regular expression: “(” at character 7 is not closed.')).toBeTruthy();
  await fill(field, 'order-**');
  await user.tab();
  expect(screen.getByText('No regular expression: it cannot be read at character 8, “*”.')).toBeTruthy();
  await fill(field, 'order-+');
  await user.click(screen.getByRole('button', { name: /^Start run/ }));
  await screen.findByRole('button', { name: 'Cancel' });
  expect(bridge.calls.find(({ command }) => command === 'runs.start')?.input).toMatchObject({
    expectations: [{ requestId: null, expectation: { kind: 'body-regex', pattern: 'order-+' } }],
  });
});

describe('which requests are sent', () => {
  const names = () =>
    within(screen.getByRole('treegrid', { name: 'Requests to send' }))
      .getAllByRole('row')
      .map((row) => row.getAttribute('aria-label'));

  it('is chosen in a list by folder, and put into another order with the keyboard', async () => {
    const { bridge, user } = renderScreen('runs', { collections });
    await form();
    expect(await screen.findByText('All 2 requests, in the collection’s order.')).toBeTruthy();
    const open = screen.getByRole('button', { name: 'Choose and order' });
    expect(open.getAttribute('aria-expanded')).toBe('false');
    await user.click(open);
    expect(names()).toEqual(['Orders', 'GET List orders', 'GET Prices']);
    await user.tab();
    await user.tab();
    await user.tab();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Orders');
    await user.keyboard('{ArrowDown}{ArrowDown}{Alt>}{ArrowUp}{/Alt}');
    expect(names()).toEqual(['GET Prices', 'Orders', 'GET List orders']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('GET Prices');
    expect(screen.getByText('All 2 requests, in an order of your own.')).toBeTruthy();
    await user.keyboard('{ArrowDown} ');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Send List orders' }).checked).toBe(false);
    expect(screen.getByText('1 of 2 requests, in an order of your own.')).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'All requests' }).indeterminate).toBe(true);
    const selection = { leftOut: ['r1'], order: ['r2', 'r1'] };
    await waitFor(() => {
      expect(bridge.state.runSetups.get(placeKey(place))).toMatchObject({ selection });
    });
    await user.click(screen.getByRole('button', { name: /^Start run/ }));
    expect(await screen.findByText(/1 of 2 requests/)).toBeTruthy();
    const start = bridge.calls.find(({ command }) => command === 'runs.start');
    expect(start?.input).toMatchObject({ selection });
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(await screen.findByRole('button', { name: 'Run again' }));
    await screen.findByRole('button', { name: 'Cancel' });
    expect(bridge.calls.filter(({ command }) => command === 'runs.start').at(-1)?.input).toMatchObject({
      selection,
    });
  });

  it('is one alone, all of them again, or none, which is not started', async () => {
    const { bridge, user } = renderScreen('runs', { collections });
    bridge.state.runSetups.set(placeKey(place), {
      ...{ options: DEFAULT_RUN_OPTIONS, expectations: [], dataName: null },
      selection: { leftOut: [], order: ['r2', 'r1'] },
    });
    await form();
    expect(await screen.findByRole('treegrid', { name: 'Requests to send' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'More actions for Prices' }));
    expect(screen.getByRole('menuitem', { name: /^Move up/ }).getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('menuitem', { name: /^Send only this/ }));
    expect(screen.getByText('1 of 2 requests, in an order of your own.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'All, in the collection’s order' }));
    expect(screen.getByText('All 2 requests, in the collection’s order.')).toBeTruthy();
    expect(names()).toEqual(['Orders', 'GET List orders', 'GET Prices']);
    await user.click(screen.getByRole('checkbox', { name: 'All requests' }));
    expect(screen.getByText('0 of 2 requests, in the collection’s order.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Start run/ }));
    expect(screen.getByText('All requests are left out. Choose at least one.')).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: 'Send Orders' }));
    expect(screen.getByText('1 of 2 requests, in the collection’s order.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Start run/ }));
    await screen.findByRole('button', { name: 'Cancel' });
  });
});
