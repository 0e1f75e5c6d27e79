import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from '../test/support/electron-stand-in/chromium-host.ts';

/** What npm cannot install, by the names of Debian's packages. */
export type SystemPackage = 'chromium' | 'gnome-keyring' | 'dbus' | 'xvfb';

const hasProgram = (name: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

const isInstalled: Readonly<Record<SystemPackage, () => boolean>> = {
  chromium: () => findChromium() !== undefined,
  'gnome-keyring': () => hasProgram('gnome-keyring-daemon'),
  dbus: () => hasProgram('dbus-daemon') && hasProgram('dbus-send'),
  xvfb: () => hasProgram('Xvfb'),
};

/** Debian's Chromium only recommends fonts, and without any it draws boxes. */
const companions: Partial<Record<SystemPackage, readonly string[]>> = { chromium: ['fonts-liberation'] };

export function missingPackages(wanted: readonly SystemPackage[]): readonly SystemPackage[] {
  return wanted.filter((name) => !isInstalled[name]());
}

/**
 * Installs what is missing where that is possible without asking (root on Debian or Ubuntu); elsewhere prints the one command
 * to type. False when something is still missing.
 */
export function ensureSystemPackages(wanted: readonly SystemPackage[]): boolean {
  const missing = missingPackages(wanted);
  if (missing.length === 0) return true;
  const packages = missing.flatMap((name) => [name, ...(companions[name] ?? [])]);
  if (!hasProgram('apt-get')) {
    console.error(`Keyfob needs these programs here: ${missing.join(', ')}. Install them and try again.`);
    return false;
  }
  if (process.getuid?.() !== 0) {
    const command = `sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`;
    console.error(`Keyfob needs what npm cannot install. Type this once, and try again:\n\n  ${command}\n`);
    return false;
  }
  console.log(`Installing what npm cannot: ${packages.join(', ')}`);
  aptGet('update', '-q');
  aptGet('install', '-y', '-q', '--no-install-recommends', ...packages);
  const remaining = missingPackages(missing);
  if (remaining.length > 0) console.error(`apt-get could not install: ${remaining.join(', ')}`);
  return remaining.length === 0;
}

function aptGet(...args: readonly string[]): void {
  const quiet = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', args, { env: quiet, stdio: ['ignore', 'ignore', 'inherit'] });
}
