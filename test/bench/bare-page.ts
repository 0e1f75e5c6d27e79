import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import type { Stopwatch } from './stopwatch.ts';

const ADDRESS = 'https://bare.invalid/';
const HTML = '<!doctype html><div id="root"></div><script type="module" src="/bare.js"></script>';

/** Opens the bare list beside Keyfob's window, in its Chromium. */
export async function openBarePage(window: Page): Promise<Page> {
  const browser = window.context().browser();
  if (browser === null) throw new Error('The window has no browser');
  const page = await (await browser.newContext({ viewport: window.viewportSize() })).newPage();
  // By an address, so that it can be loaded again as a page is.
  const script = await bundle();
  await page.route(`${ADDRESS}**`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({ contentType: 'text/html', body: HTML }),
  );
  await page.goto(ADDRESS);
  await page.locator('[data-index="0"]').waitFor();
  return page;
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'bare-list.tsx'), formats: ['iife'], name: 'bare' },
    },
  });
  // With `write: false` and one format it is a list of one.
  const [first] = built as Rolldown.RolldownOutput[];
  const chunk = first?.output[0];
  if (chunk === undefined) throw new Error('Nothing was built');
  return chunk.code;
}

const press = (name: string): string =>
  `[...document.querySelectorAll('button')].find((each) => each.textContent === '${name}').click()`;
const rows = "[...document.querySelectorAll('[data-index]')]";
const count = "document.querySelector('output').textContent";
const type = (text: string): string =>
  `const input = document.querySelector('input[aria-label=Search]');
   Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, '${text}');
   input.dispatchEvent(new Event('input', { bubbles: true }))`;

/** What a bare page can do of what Team keys does. */
export const BARE_ACTIONS = {
  search: { act: type('build 99'), isDone: `!${count}.startsWith('10000')` },
  'clear the search': { act: type(''), isDone: `${count}.startsWith('10000')` },
  sort: { act: press('Reverse'), isDone: `${rows}[0].textContent !== before` },
  'sort back': { act: press('Reverse'), isDone: `${rows}[0].textContent !== before` },
  end: { act: press('End'), isDone: `${rows}.some((row) => row.dataset.index === '9999')` },
  home: { act: press('Home'), isDone: `${rows}.some((row) => row.dataset.index === '0')` },
  'select all': { act: press('Select all'), isDone: `${count}.includes('10000 selected')` },
  disable: {
    act: press('Disable'),
    isDone: `${rows}.slice(0, 5).every((row) => row.textContent.includes('Disabled'))`,
  },
  enable: {
    act: press('Enable'),
    isDone: `${rows}.slice(0, 5).every((row) => row.textContent.includes('Active'))`,
  },
} as const;
export type BareAction = keyof typeof BARE_ACTIONS;

/** Each action once, in order. */
export async function timeBareActions(stopwatch: Stopwatch): Promise<void> {
  for (const [name, { act, isDone }] of Object.entries(BARE_ACTIONS)) {
    const prelude = `const before = ${rows}[0].textContent;`;
    await stopwatch.time(name, { prelude, start: { kind: 'act', act }, isDone });
  }
}
