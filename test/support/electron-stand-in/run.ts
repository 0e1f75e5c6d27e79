/**
 * Runs Keyfob's built main process on Node, with the stand-in in Electron's place:
 * `node run.ts <path to main.js> [arguments]`.
 */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { installHostRecorder } from '../host-recorder.ts';
import { app, controls, default as electron } from './electron-module.ts';
import { serveEvaluations } from './evaluations.ts';
import { ignoreClosed } from './chromium-host.ts';
import { sayWhereToLook } from './inspect-address.ts';
import { mainFile, readOptions } from './options.ts';

const moduleUrl = new URL('./electron-module.ts', import.meta.url).href;
registerHooks({
  resolve(specifier, context, nextResolve) {
    const isElectron = specifier === 'electron' || specifier === 'electron/main';
    return isElectron
      ? { url: moduleUrl, format: 'module-typescript', shortCircuit: true }
      : nextResolve(specifier, context);
  },
});

const main = mainFile();
const { isInspectable } = readOptions();
const ownArguments = process.argv.slice(3);
process.argv.splice(1, process.argv.length - 1, main, ...ownArguments);
// Read by the app, electron-store and electron-log.
Object.assign(process, {
  type: 'browser',
  resourcesPath: process.env['KEYFOB_STAND_IN_RESOURCES'] ?? app.getAppPath(),
});
if (!app.isPackaged) Object.assign(process, { defaultApp: true });
Object.defineProperty(process.versions, 'electron', { value: '45.4.1', enumerable: true });

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    app.quit();
  });
}

installHostRecorder(electron);
serveEvaluations({ ...electron, standIn: controls }, () => {
  app.exit(1);
});

if (isInspectable) {
  app.once('browser-window-created', () => {
    void sayWhereToLook(controls.endpoint()).catch(ignoreClosed);
  });
}

// Electron shows an error box and goes on.
process.on('uncaughtException', (error) => {
  console.error('[stand-in] uncaught in the main process:', error);
});
process.on('unhandledRejection', (reason) => {
  console.error('[stand-in] unhandled rejection in the main process:', reason);
});

const waiting = setTimeout(() => {
  console.error('[stand-in] main has not run to its end: does it await app.whenReady() at its top level?');
}, 10_000);
try {
  await import(pathToFileURL(main).href);
} catch (error) {
  console.error('[stand-in] the main process failed to start:', error);
  process.exit(1);
}
clearTimeout(waiting);
setImmediate(() => {
  const before = process.threadCpuUsage();
  app.becomeReady();
  // What waits for it runs in the microtasks before this one: Keyfob builds everything there. The bench asks for the mark.
  queueMicrotask(() => {
    const { user, system } = process.threadCpuUsage(before);
    performance.mark('stand-in-started', { detail: { cpuMs: (user + system) / 1000 } });
  });
});
