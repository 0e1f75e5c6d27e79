/**
 * Looks at how Keyfob is packaged for each system, packages it for this one, and looks at the result: what the archive holds,
 * the fuses, the icons, and whether the packaged app does its main job. Run by `npm test`; alone: `node scripts/package-check.ts`.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { buildWhenStale, projectFolder } from '../test/support/build.ts';
import { findElectronBinary } from '../test/support/electron-binary.ts';
import { packagedFolder } from '../test/support/packaged-app.ts';
import type { SafetyCase } from '../test/support/safety-cases.ts';
import { licenceProblems } from './licences/licence-list.ts';
import * as packaged from './packaged-files.ts';
import { billProblems, billText, materials } from './packaging/bill-of-materials.ts';
import { CONFIGURATION_CHECKS } from './packaging/configuration-checks.ts';
import { parseConfiguration, readRawConfiguration, schemaProblems } from './packaging/configuration.ts';
import { iconFileProblems } from './packaging/icon-problems.ts';
import { runMainJob } from './packaging/main-job.ts';
import { runBuilder } from './run-builder.ts';
import { writeStandInDistribution } from './stand-in-distribution.ts';

interface Check {
  readonly name: string;
  readonly holds?: readonly SafetyCase[];
  /** Answers with what is wrong; nothing when all is well. */
  run(): Promise<readonly string[]> | readonly string[];
}

const wantedFuses: readonly (readonly [FuseV1Options, FuseState])[] = [
  [FuseV1Options.RunAsNode, FuseState.DISABLE],
  [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
  [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
  [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, FuseState.DISABLE],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
];

async function pack(): Promise<readonly string[]> {
  await buildWhenStale();
  const distribution =
    findElectronBinary() === undefined ? [`-c.electronDist=${await writeStandInDistribution()}`] : [];
  const exitCode = await runBuilder(['--linux', 'dir', ...distribution], true);
  return exitCode === 0 ? [] : [`electron-builder ended with ${String(exitCode)}`];
}

async function checkFuses(): Promise<readonly string[]> {
  const wire = await getCurrentFuseWire(join(packagedFolder, 'keyfob'));
  return wantedFuses
    .filter(([fuse, state]) => wire[fuse] !== state)
    .map(([fuse]) => `${FuseV1Options[fuse]} is ${String(wire[fuse])}`);
}

/** The same from one run to the next, and of all that the package holds. */
async function checkBill(): Promise<readonly string[]> {
  const [text, again] = [await billText(), await billText()];
  return [...billProblems(text, await materials()), ...(text === again ? [] : ['two runs differ'])];
}

async function checkMainJob(): Promise<readonly string[]> {
  await runMainJob({ packaged: true });
  return [];
}

const configurationChecks = Object.entries(CONFIGURATION_CHECKS).map(([name, check]): Check => ({
  name: `configuration: ${name}`,
  run: () => check(parseConfiguration(readRawConfiguration())),
}));

const checks: readonly Check[] = [
  { name: "configuration: electron-builder's own schema", run: () => schemaProblems(readRawConfiguration()) },
  ...configurationChecks,
  { name: 'electron-builder packages the app', run: pack },
  { name: 'the archive holds nothing but what runs', run: () => packaged.findUnexpectedFiles() },
  { name: 'the archive holds all that runs', run: () => packaged.findMissingFiles() },
  { name: 'no trace of sources, tests or development tools', run: () => packaged.findTraces() },
  { name: 'package.json names no development dependency', run: () => packaged.findDevelopmentFields() },
  { name: "the keychain module's binary lies beside the archive", run: () => packaged.findPackedBinaries() },
  { name: 'the fuses are as configured', holds: ['bridge.fuses'], run: checkFuses },
  {
    name: 'the icons are there, for every platform, and the tray’s with their dots',
    run: () => iconFileProblems(projectFolder),
  },
  { name: 'the list of licences is current, and each was looked at', run: licenceProblems },
  { name: 'the bill of materials names all that is shipped', run: checkBill },
  { name: 'the packaged app generates a key and sends a request', run: checkMainJob },
];

const results: {
  readonly name: string;
  readonly holds: readonly SafetyCase[];
  readonly isPassed: boolean;
}[] = [];
for (const check of checks) {
  const problems = await Promise.resolve()
    .then(() => check.run())
    .catch((error: unknown) => [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
  results.push({ name: check.name, holds: check.holds ?? [], isPassed: problems.length === 0 });
  console.log(`${problems.length === 0 ? 'passed' : 'FAILED'}  ${check.name}`);
  for (const problem of problems) console.log(`        ${problem}`);
  // Nothing of what follows means anything without a package.
  if (check.run === pack && problems.length > 0) break;
}
const failed = results.filter(({ isPassed }) => !isPassed).length;
const counts = { passed: checks.length - failed, failed, checks: results };
const resultFile = process.env['KEYFOB_RESULT_FILE'];
if (resultFile !== undefined) await writeFile(resultFile, JSON.stringify(counts));
process.exitCode = failed === 0 ? 0 : 1;
