import type { CommandOutput } from '../../shared/contract/contract.ts';

/** The platform as the window knows it: shortcuts and words differ on three of them; every other Unix is like Linux. */
export function currentPlatform(platform: NodeJS.Platform): CommandOutput<'app.getState'>['platform'] {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}
