import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { expect, test } from 'vitest';
import * as bridge from '../../../shared/contract/bridge.ts';
import { holds } from '../../support/holds.ts';

const source = readFileSync(new URL('../../../electron/preload.ts', import.meta.url), 'utf8');

interface Exposed {
  readonly invoke: (command: unknown, input: unknown) => Promise<unknown>;
  readonly on: (event: unknown, listener: (...args: unknown[]) => void) => () => void;
}

/** Runs the real preload with a stand-in for the two objects that it takes from Electron. */
function runPreload() {
  const ipcRenderer = Object.assign(new EventEmitter(), {
    invoke: (...args: unknown[]) => Promise.resolve(args),
  });
  const exposed: Record<string, Exposed> = {};
  const contextBridge = {
    exposeInMainWorld: (name: string, api: Exposed) => {
      exposed[name] = api;
    },
  };
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2024 },
  });
  const modules: Record<string, unknown> = {
    electron: { contextBridge, ipcRenderer },
    '../shared/contract/bridge.ts': bridge,
  };
  const required: string[] = [];
  runInNewContext(outputText, {
    exports: {},
    require: (name: string) => {
      required.push(name);
      return modules[name];
    },
  });
  const keyfob = exposed['keyfob'];
  if (keyfob === undefined) throw new Error('nothing was exposed');
  return { ipcRenderer, exposed, keyfob, required };
}

test(
  'exposes one object with two functions, and takes nothing but Electron and the channel names',
  holds('bridge.surface'),
  () => {
    const { exposed, keyfob, required } = runPreload();
    expect(Object.keys(exposed)).toEqual(['keyfob']);
    expect(Object.entries(keyfob).map(([name, value]) => [name, typeof value])).toEqual([
      ['invoke', 'function'],
      ['on', 'function'],
    ]);
    expect(required.sort()).toEqual(['../shared/contract/bridge.ts', 'electron']);
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

test('gives a listener the payload of its own event, never Electron’s event object, until it stops listening', () => {
  const { ipcRenderer, keyfob } = runPreload();
  const heard: unknown[][] = [];
  const stop = keyfob.on('keys.changed', (...args) => heard.push(args));
  const electronEvent = { sender: ipcRenderer };
  ipcRenderer.emit(bridge.EVENT_CHANNEL, electronEvent, 'keys.changed', { a: 1 });
  ipcRenderer.emit(bridge.EVENT_CHANNEL, electronEvent, 'vault.changed', { a: 2 });
  ipcRenderer.emit('another channel', electronEvent, 'keys.changed', { a: 3 });
  stop();
  ipcRenderer.emit(bridge.EVENT_CHANNEL, electronEvent, 'keys.changed', { a: 4 });
  expect(heard).toEqual([[{ a: 1 }]]);
  expect(ipcRenderer.listenerCount(bridge.EVENT_CHANNEL)).toBe(0);
});
