import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchKeyfob } from '../support/launch.ts';
import { openBarePage, timeBareActions, type BareAction } from './bare-page.ts';
import { KEYS, makeFilledLedger, OTHER_MEMBERS } from './fill-team.ts';
import { machineLoad } from './report.ts';
import { createStopwatch, printTimes, type Stopwatch } from './stopwatch.ts';
import { timeMainProcess } from './team-main.ts';
import type { TimedAction } from './time-in-page.ts';

/**
 * How fast Team keys answers in the window with 10,000 keys of 5 members: from the click or the key press until a frame that shows
 * the answer was painted, main process and bridge included; beside it the processor time of the window and the main process, the main
 * process alone, and a bare React page with a virtualised list of 10,000 rows in the same Chromium.
 * `node test/bench/team-keys.ts [rounds]`; ends with 1 when a median is not under 100 ms.
 */
const LIMIT_MS = 100;
const rounds = Number(process.argv[2] ?? '5');

/** Which of the bare page's actions is the like of it. */
const LIKE: Readonly<Record<string, BareAction>> = {
  'State: Enabled': 'search',
  'State: Expiring': 'search',
  'State: Disabled': 'search',
  'State: Revoked': 'search',
  'State: All states': 'clear the search',
  'Creator: Grace': 'search',
  'Creator: All creators': 'clear the search',
  'Sort: Oldest': 'sort',
  'Sort: Recently used': 'sort',
  'Sort: Newest': 'sort back',
  'search by name': 'search',
  'clear the search': 'clear the search',
  'keyboard: a letter in the search': 'search',
  'keyboard: Escape clears it': 'clear the search',
  'find by key value': 'search',
  'show all keys': 'clear the search',
  'keyboard: End': 'end',
  'keyboard: Home': 'home',
  'keyboard: Ctrl+A selects all': 'select all',
  'select all': 'select all',
  'disable 9,000': 'disable',
  'enable 9,000': 'enable',
  'revoke 9,000': 'disable',
};

const PRELUDE = `
  const grid = () => document.querySelector('[role=grid][aria-label="Team keys"]');
  const rows = () => [...grid().querySelectorAll('[role=row][data-index]')];
  const bar = () => document.querySelector('[role=group][aria-label="Selected keys"]');
  const button = (name, within = document) =>
    [...within.querySelectorAll('button')].find((each) => each.textContent.trim() === name);
  const press = (element) => {
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      element.dispatchEvent(new (type.startsWith('pointer') ? PointerEvent : MouseEvent)(type, { bubbles: true, cancelable: true, button: 0, pointerType: 'mouse' }));
  };
  const type = (text) => {
    const input = document.querySelector('input[aria-label="Search team keys"]');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const firstFive = (isSo) => rows().length > 5 && rows().slice(0, 5).every((row) => isSo(row.textContent));
  const before = { count: bar()?.textContent ?? '', first: grid() === null ? '' : rows()[0]?.textContent ?? '' };`;
const FILLED = "firstFive((text) => text.includes('kfak_'))";
const OTHER_COUNT = `bar().textContent !== before.count && ${FILLED}`;
const shows = (status: string): string => `firstFive((text) => text.includes('${status}'))`;
const focused = (index: number): string =>
  `document.activeElement.dataset.index === '${String(index)}' && document.activeElement.textContent.includes('kfak_')`;

let stopwatch: Stopwatch | undefined;

async function time(name: string, timed: Pick<TimedAction, 'start' | 'isDone'>): Promise<void> {
  await stopwatch?.time(name, { prelude: PRELUDE, ...timed });
}

type Step = readonly [actOrKey: string, isDone: string];

const click = (name: string, [act, isDone]: Step): Promise<void> =>
  time(name, { start: { kind: 'act', act }, isDone });
const key = (name: string, [pressed, isDone]: Step): Promise<void> =>
  time(name, { start: { kind: 'key', key: pressed }, isDone });

/** Opens the list of a choice, then times from the choice to the answer. */
async function choose(window: Page, label: string, option: string): Promise<void> {
  await window
    .getByRole('search')
    .getByRole('button', { name: new RegExp(label) })
    .click();
  await window.getByRole('option', { name: option, exact: true }).waitFor();
  await click(`${label}: ${option}`, [
    `[...document.querySelectorAll('[role=option]')].find((each) => each.textContent.trim() === '${option}').click()`,
    `(bar().textContent !== before.count || rows()[0]?.textContent !== before.first) && ${FILLED}`,
  ]);
  await window.getByRole('listbox').waitFor({ state: 'detached' });
}

/** After the first round, which ends with enabling all, no key is disabled. */
async function lists(window: Page, isFirst: boolean): Promise<void> {
  await window.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await window.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  const isOpen = `grid() !== null && grid().offsetParent !== null && ${FILLED}`;
  await click('open the screen', [`document.querySelector('a[href="#team-keys"]').click()`, isOpen]);
  const states = ['Enabled', 'Expiring', ...(isFirst ? ['Disabled'] : []), 'Revoked', 'All states'];
  for (const state of states) await choose(window, 'State', state);
  for (const creator of ['Grace', 'All creators']) await choose(window, 'Creator', creator);
  for (const sort of ['Oldest', 'Recently used', 'Newest']) await choose(window, 'Sort', sort);
  await click('search by name', [`type('nightly 99')`, OTHER_COUNT]);
  await click('clear the search', [`type('')`, OTHER_COUNT]);
  await click('find by key value', [
    `press(button('Find by key value'))`,
    `document.querySelector('[aria-label="Find by key value"]').textContent.includes('5000') && rows().length === 1`,
  ]);
  await click('show all keys', [`press(button('Show all keys'))`, FILLED]);
}

async function keyboard(window: Page): Promise<void> {
  await window.getByRole('searchbox', { name: 'Search team keys' }).fill('nightly 9');
  await window
    .getByRole('group', { name: 'Selected keys' })
    .getByText(/^1,\d{3} keys/)
    .waitFor();
  await key('keyboard: a letter in the search', ['9', OTHER_COUNT]);
  await key('keyboard: Escape clears it', ['Escape', OTHER_COUNT]);
  await window.getByRole('row').nth(1).focus();
  await key('keyboard: End', ['End', focused(KEYS - 1)]);
  await key('keyboard: Home', ['Home', focused(0)]);
  await key('keyboard: ↓', ['ArrowDown', focused(1)]);
  await key('keyboard: Space selects', ['Space', `bar().textContent.includes('1 of')`]);
  await key('keyboard: Ctrl+A selects all', ['Control+a', `bar().textContent.includes('9,000 of')`]);
  await window.getByRole('button', { name: 'Disable', exact: true }).focus();
  await key('keyboard: Enter disables 9,000', ['Enter', shows('Disabled')]);
  await window.getByRole('button', { name: 'Clear selection' }).click();
}

async function bulk(window: Page): Promise<void> {
  await click('select all', [`press(button('Select all'))`, `bar().textContent.includes('selected')`]);
  await click('enable 9,000', [`press(button('Enable', bar()))`, `!(${shows('Disabled')}) && ${shows('')}`]);
  await click('disable 9,000', [`press(button('Disable', bar()))`, shows('Disabled')]);
  await click('enable 9,000', [`press(button('Enable', bar()))`, `!(${shows('Disabled')}) && ${shows('')}`]);
  await window.getByRole('button', { name: 'Revoke…' }).focus();
  await key('ask before revoking 9,000', [
    'Enter',
    `document.querySelector('[role=alertdialog]')?.textContent.includes('used within') === true`,
  ]);
}

/** In the dialog, by the keyboard. */
async function revokeAll(window: Page): Promise<void> {
  await window
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Revoke/ })
    .focus();
  await key('revoke 9,000', ['Enter', shows('Revoked')]);
}

async function leaveAsItWas(window: Page): Promise<void> {
  await window.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await window.getByRole('button', { name: 'Clear selection' }).click();
}

const userDataDir = mkdtempSync(join(tmpdir(), 'keyfob-bench-'));
const loadBefore = machineLoad();
const main = timeMainProcess(rounds);
const { ledger, secret } = makeFilledLedger(userDataDir);
ledger.close();
const app = await launchKeyfob({ userDataDir, masterKey: 'memory' });
try {
  await app.evaluate(({ clipboard }, text: string) => clipboard.writeText(text), secret);
  const page = await openBarePage(app.window);
  stopwatch = await createStopwatch(app.window, app);
  const bare = await createStopwatch(page);
  for (let index = 0; index < rounds; index += 1) {
    await page.bringToFront();
    await timeBareActions(bare);
    await app.window.bringToFront();
    await lists(app.window, index === 0);
    await keyboard(app.window);
    await bulk(app.window);
    if (index === rounds - 1) await revokeAll(app.window);
    else await leaveAsItWas(app.window);
  }
  const figures = printTimes({ keyfob: stopwatch, bare, like: LIKE, main });
  if (figures.some(({ ms }) => ms >= LIMIT_MS)) process.exitCode = 1;
} finally {
  await app.close();
  rmSync(userDataDir, { recursive: true, force: true });
}
console.log(
  `${String(KEYS)} keys, ${String(OTHER_MEMBERS.length + 1)} members, ${String(rounds)} rounds, ${app.host}`,
);
console.log(`before: ${loadBefore}; after: ${machineLoad()}`);
