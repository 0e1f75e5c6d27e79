import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chooseHost, hasDisplay } from '../test/support/electron-binary.ts';
import { failedTests } from './failed-tests.ts';
import { obtainElectron } from './obtain-electron.ts';
import { resultFile } from './result-file.ts';
import { runBeside } from './run-beside.ts';
import { ensureSystemPackages } from './system-packages.ts';
import { runPart, type Outcome, type Part } from './test-parts.ts';
import { startDisplay } from './virtual-display.ts';

/** What a test starts must not find the settings, nor the keychain, of the person who runs it. */
async function privateHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'keyfob-home-'));
  const folders = {
    XDG_CONFIG_HOME: 'config',
    XDG_DATA_HOME: 'data',
    XDG_CACHE_HOME: 'cache',
    XDG_RUNTIME_DIR: 'run',
  };
  for (const [name, folder] of Object.entries(folders)) {
    const path = join(home, folder);
    await mkdir(path, { mode: 0o700 });
    process.env[name] = path;
  }
  process.env['HOME'] = home;
  process.env['DBUS_SESSION_BUS_ADDRESS'] = '';
  return home;
}

const MAX_NAMED = 12;
const MAX_LINE = 240;

/** Which tests failed, once more at the end, where a log that was cut still has them. */
async function printFailures(outcomes: readonly Outcome[]): Promise<void> {
  for (const { name, counts } of outcomes) {
    if (counts.failed === 0) continue;
    const failed = await failedTests(name);
    console.log(`\nFailed in ${name}:`);
    for (const line of failed.slice(0, MAX_NAMED)) console.log(`  ${line.slice(0, MAX_LINE)}`);
    if (failed.length > MAX_NAMED) console.log(`  and ${String(failed.length - MAX_NAMED)} more`);
  }
}

function printSummary(outcomes: readonly Outcome[]): void {
  console.log('\nPart          passed  failed  skipped    time');
  for (const { name, counts, seconds } of outcomes) {
    const numbers = [counts.passed, counts.failed, counts.skipped].map((count) => String(count).padStart(8));
    console.log(`${name.padEnd(12)}${numbers.join('')}${seconds.toFixed(1).padStart(8)} s`);
  }
  const sum = (of: 'passed' | 'failed'): number =>
    outcomes.reduce((total, { counts }) => total + counts[of], 0);
  console.log(`\n${String(sum('passed'))} passed, ${String(sum('failed'))} failed`);
}

/** More would not fit into the memory of a small machine. */
const MOST_HANDS = 2;

/** Runs these parts, those that need one hand beside each other, prints a summary, and answers with the exit code. */
export async function runParts(chosen: readonly Part[]): Promise<number> {
  if (!ensureSystemPackages(['chromium', 'gnome-keyring', 'dbus'])) return 1;
  const canUseElectron = (await obtainElectron()) !== undefined && process.env['KEYFOB_HOST'] !== 'stand-in';
  if (canUseElectron && !hasDisplay() && !ensureSystemPackages(['xvfb'])) return 1;
  const stopDisplay = canUseElectron ? await startDisplay() : () => undefined;
  const host = chooseHost() === 'electron' ? 'Electron' : 'the stand-in for Electron';
  console.log(`The app runs on ${host}.`);
  const home = await privateHome();
  const hands = Math.min(MOST_HANDS, availableParallelism());
  let outcomes: readonly Outcome[] = [];
  try {
    // What an earlier run said must not count for this one.
    const results = dirname(resultFile('any'));
    await rm(results, { recursive: true, force: true });
    await mkdir(results, { recursive: true });
    const isAlone = (part: Part): boolean => chosen.length === 1 || (part.hands ?? 1) >= hands;
    outcomes = await runBeside(chosen, hands, (part) => runPart(part, isAlone(part)));
  } finally {
    stopDisplay();
    await rm(home, { recursive: true, force: true });
  }
  await printFailures(outcomes);
  printSummary(outcomes);
  return outcomes.some(({ counts }) => counts.failed > 0) ? 1 : 0;
}
