import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchKeyfob } from '../support/launch.ts';
import { openBarePage, timeBareActions, type BareAction } from './bare-page.ts';
import { KEYS, makeFilledLedger } from './fill-team.ts';
import { machineLoad } from './report.ts';
import { createStopwatch, printTimes, type Stopwatch } from './stopwatch.ts';
import type { TimedAction } from './time-in-page.ts';

/**
 * How fast API keys, and the palette over it, answer in the window with 10,000 keys of one's own: from the click or the key press
 * until a frame that shows the answer was painted. `node test/bench/api-keys.ts [rounds]`; ends with 1 when a median is not under 100 ms.
 */
const LIMIT_MS = 100;
const rounds = Number(process.argv[2] ?? '5');

const COLUMNS = ['Name', 'Last used', 'Service', 'Expires', 'Status', 'Created'] as const;

/** Which of the bare page's actions is the like of it. */
const LIKE: Readonly<Record<string, BareAction>> = {
  ...Object.fromEntries(COLUMNS.map((column) => [`sort by ${column}`, 'sort' as const])),
  search: 'search',
  'clear the search': 'clear the search',
  'keyboard: a letter in the search': 'search',
  'keyboard: Escape clears it': 'clear the search',
  'keyboard: End': 'end',
  'keyboard: Home': 'home',
};

const PRELUDE = `
  const grid = () => document.querySelector('[role=grid][aria-label="API keys"]');
  const rows = () => [...grid().querySelectorAll('[role=row][data-index]')];
  const count = () => document.querySelector('main [role=status]')?.textContent ?? '';
  const isFilled = () => rows().length > 5 && rows().slice(0, 5).every((row) => row.textContent.includes('kfak_'));
  const type = (text) => {
    const input = document.querySelector('input[aria-label="Search API keys"]');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const results = () => [...document.querySelectorAll('[role=dialog][aria-label="Search Keyfob"] [role=menuitem]')];
  const before = { count: count(), order: grid() === null ? '' : rows().map((row) => row.textContent).join() };`;
const OTHER_COUNT = 'count() !== before.count && isFilled()';
const OTHER_ORDER = 'rows().map((row) => row.textContent).join() !== before.order && isFilled()';
const focused = (index: number): string =>
  `document.activeElement.dataset.index === '${String(index)}' && document.activeElement.textContent.includes('kfak_')`;

let stopwatch: Stopwatch | undefined;

async function time(name: string, timed: Pick<TimedAction, 'start' | 'isDone'>): Promise<void> {
  await stopwatch?.time(name, { prelude: PRELUDE, ...timed });
}
const click = (name: string, act: string, isDone: string): Promise<void> =>
  time(name, { start: { kind: 'act', act }, isDone });
const key = (name: string, pressed: string, isDone: string): Promise<void> =>
  time(name, { start: { kind: 'key', key: pressed }, isDone });

async function lists(window: Page): Promise<void> {
  await window.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await window.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  const isOpen = 'grid() !== null && grid().offsetParent !== null && isFilled()';
  await click('open the screen', `document.querySelector('a[href="#api-keys"]').click()`, isOpen);
  for (const column of COLUMNS) {
    const header = `[...grid().querySelectorAll('[role=columnheader] button')].find((each) => each.textContent.includes('${column}'))`;
    await click(`sort by ${column}`, `${header}.click()`, OTHER_ORDER);
  }
  await click('search', `type('nightly 99')`, OTHER_COUNT);
  await click('clear the search', `type('')`, OTHER_COUNT);
}

async function keyboard(window: Page): Promise<void> {
  await window.getByRole('searchbox', { name: 'Search API keys' }).fill('nightly 9');
  await window.getByText(/^\d+ of 9,000 keys|^1,\d{3} of 9,000 keys/).waitFor();
  await key('keyboard: a letter in the search', '9', OTHER_COUNT);
  await key('keyboard: Escape clears it', 'Escape', OTHER_COUNT);
  const table = window.getByRole('grid', { name: 'API keys' });
  await table.getByRole('row').nth(1).focus();
  await key('keyboard: End', 'End', focused(KEYS * 0.9 - 1));
  await key('keyboard: Home', 'Home', focused(0));
  await key('keyboard: ↓', 'ArrowDown', focused(1));
}

/** By its row's menu; afterwards it is as it was. */
async function oneRow(window: Page): Promise<void> {
  const row = window.getByRole('grid', { name: 'API keys' }).getByRole('row').nth(3);
  for (const action of ['Disable', 'Enable']) {
    await row.getByRole('button', { name: /^More actions for/ }).click();
    await window.getByRole('menuitem', { name: action, exact: true }).focus();
    const isDisabled = `rows()[2].textContent.includes('Disabled')`;
    await key(
      `${action.toLowerCase()} one key`,
      'Enter',
      action === 'Disable' ? isDisabled : `!(${isDisabled})`,
    );
    await window.getByRole('menu').waitFor({ state: 'detached' });
  }
}

async function palette(window: Page): Promise<void> {
  await key('palette: open', 'Control+k', 'results().length > 5');
  await window
    .getByRole('dialog', { name: 'Search Keyfob' })
    .getByRole('searchbox')
    .pressSequentially('nightly build 999');
  await key(
    'palette: a letter',
    '7',
    `results().some((each) => each.textContent.includes('Nightly build 9997'))`,
  );
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await window.getByRole('dialog', { name: 'Search Keyfob' }).waitFor({ state: 'detached' });
}

const userDataDir = mkdtempSync(join(tmpdir(), 'keyfob-bench-'));
const loadBefore = machineLoad();
makeFilledLedger(userDataDir, 'own').ledger.close();
const app = await launchKeyfob({ userDataDir, masterKey: 'memory' });
try {
  const page = await openBarePage(app.window);
  stopwatch = await createStopwatch(app.window, app);
  const bare = await createStopwatch(page);
  for (let index = 0; index < rounds; index += 1) {
    await page.bringToFront();
    await timeBareActions(bare);
    await app.window.bringToFront();
    await lists(app.window);
    await keyboard(app.window);
    await oneRow(app.window);
    await palette(app.window);
  }
  const figures = printTimes({ keyfob: stopwatch, bare, like: LIKE });
  if (figures.some(({ ms }) => ms >= LIMIT_MS)) process.exitCode = 1;
} finally {
  await app.close();
  rmSync(userDataDir, { recursive: true, force: true });
}
console.log(`${String(KEYS)} keys, a tenth revoked, ${String(rounds)} rounds, ${app.host}`);
console.log(`before: ${loadBefore}; after: ${machineLoad()}`);
