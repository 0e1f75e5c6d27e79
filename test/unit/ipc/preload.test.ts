import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { expect, test } from 'vitest';
import * as bridge from '../../../shared/contract/bridge.ts';
import { holds } from '../../support/holds.ts';

const sourceOf = (name: string) =>
  readFileSync(new URL(`../../../electron/${name}`, import.meta.url), 'utf8');
const source = sourceOf('preload.ts');

interface Exposed {
  readonly invoke: (command: unknown, input: unknown) => Promise<unknown>;
  readonly on: (event: unknown, listener: (...args: unknown[]) => void) => () => void;
}

function compiled(text: string): string {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2024 };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}

/** Parts of the preload that stand in files of their own. */
const OWN: ReadonlySet<string> = new Set(['./preload-drops.ts', './preload-waiting.ts']);

interface DropOptions {
  readonly isTrusted?: boolean;
  readonly files?: readonly { readonly name: string }[];
  readonly text?: string;
}

/** Runs the real preload with a stand-in for the three objects that it takes from Electron, in a page that shows the notice of a drop or not. */
function runPreload() {
  const sent: unknown[][] = [];
  const ipcRenderer = Object.assign(new EventEmitter(), {
    invoke: (...args: unknown[]) => Promise.resolve(args),
    send: (...args: unknown[]) => void sent.push(args),
  });
  const webUtils = {
    getPathForFile: ({ name }: { name: string }) => (name === '' ? '' : `/home/ada/${name}`),
  };
  const exposed: Record<string, Exposed> = {};
  const contextBridge = {
    exposeInMainWorld: (name: string, api: Exposed) => {
      exposed[name] = api;
    },
  };
  const required: string[] = [];
  const page = { showsNotice: true, listeners: new EventEmitter() };
  const globals = {
    addEventListener: (name: string, listener: (event: unknown) => void) => page.listeners.on(name, listener),
    document: { querySelector: () => (page.showsNotice ? {} : null) },
  };
  const run = (text: string): object => {
    const exports = {};
    runInNewContext(compiled(text), {
      ...{ ...globals, exports, queueMicrotask },
      require: (name: string) => {
        required.push(name);
        return OWN.has(name) ? run(sourceOf(name)) : modules[name];
      },
    });
    return exports;
  };
  const modules: Record<string, unknown> = {
    electron: { contextBridge, ipcRenderer, webUtils },
    '../shared/contract/bridge.ts': bridge,
  };
  run(source);
  const drop = ({ isTrusted = true, files = [], text = '' }: DropOptions) => {
    page.listeners.emit('drop', { isTrusted, dataTransfer: { files, getData: () => text } });
  };
  const keyfob = exposed['keyfob'];
  if (keyfob === undefined) throw new Error('nothing was exposed');
  return { ipcRenderer, exposed, keyfob, required: [...new Set(required)], page, drop, sent };
}

test(
  'exposes one object with two functions, and takes nothing but Electron, the channel names and its own two parts',
  holds('bridge.surface'),
  () => {
    const { exposed, keyfob, required } = runPreload();
    expect(Object.keys(exposed)).toEqual(['keyfob']);
    expect(Object.entries(keyfob).map(([name, value]) => [name, typeof value])).toEqual([
      ['invoke', 'function'],
      ['on', 'function'],
    ]);
    expect(required.sort()).toEqual(['../shared/contract/bridge.ts', ...OWN, 'electron']);
  },
);

test('stays about 15 lines', () => {
  expect(source.trim().split('\n').length).toBeLessThanOrEqual(20);
});

test('invokes on the one channel only, with two arguments only', async () => {
  const { keyfob } = runPreload();
  expect(await Reflect.apply(keyfob.invoke, undefined, ['keys.list', {}, 'more', 'still more'])).toEqual([
    'keyfob:invoke',
    'keys.list',
    {},
  ]);
});

test('keeps the last that was asked of a page without its code, and tells it once to who listens first', async () => {
  const { ipcRenderer, keyfob } = runPreload();
  for (const screen of ['history', 'usage'])
    ipcRenderer.emit(bridge.EVENT_CHANNEL, {}, 'navigation.requested', { screen });
  ipcRenderer.emit(bridge.EVENT_CHANNEL, {}, 'keys.changed', {});
  const heard: unknown[] = [];
  for (const event of ['navigation.requested', 'navigation.requested', 'keys.changed'])
    keyfob.on(event, (payload) => heard.push(payload));
  await Promise.resolve();
  expect(heard).toEqual([{ screen: 'usage' }]);
});

test('gives a listener the payload of its own event, never Electron’s event object, until it stops listening', () => {
  const { ipcRenderer, keyfob } = runPreload();
  const heard: unknown[][] = [];
  const before = ipcRenderer.listenerCount(bridge.EVENT_CHANNEL);
  const stop = keyfob.on('keys.changed', (...args) => heard.push(args));
  const electronEvent = { sender: ipcRenderer };
  ipcRenderer.emit(bridge.EVENT_CHANNEL, electronEvent, 'keys.changed', { a: 1 });
  ipcRenderer.emit(bridge.EVENT_CHANNEL, electronEvent, 'vault.changed', { a: 2 });
  ipcRenderer.emit('another channel', electronEvent, 'keys.changed', { a: 3 });
  stop();
  ipcRenderer.emit(bridge.EVENT_CHANNEL, electronEvent, 'keys.changed', { a: 4 });
  expect(heard).toEqual([[{ a: 1 }]]);
  expect(ipcRenderer.listenerCount(bridge.EVENT_CHANNEL)).toBe(before);
});

test(
  'tells the main process what a person dropped where the page shows its notice, and nothing of what a script drops',
  holds('bridge.drops'),
  () => {
    const { drop, sent, page } = runPreload();
    drop({ files: [{ name: 'a.json' }, { name: '' }], text: 'a.json' });
    drop({ text: 'curl https://a.example' });
    drop({ isTrusted: false, files: [{ name: 'secret.json' }] });
    page.showsNotice = false;
    drop({ files: [{ name: 'data.csv' }] });
    expect(sent).toEqual([
      [bridge.DROP_CHANNEL, { paths: ['/home/ada/a.json'], text: '' }],
      [bridge.DROP_CHANNEL, { paths: [], text: 'curl https://a.example' }],
    ]);
  },
);
