import { isCommandHeld, type CommandPlatform, type HeldKeys } from '../../shared/domain/held-command.ts';

/** The system that the page runs on, as far as keys differ. The page itself knows it, so that the first key is read right. */
export function keyboardPlatform(): CommandPlatform {
  return /^(?:Mac|iP)/.test(navigator.platform) ? 'darwin' : 'linux';
}

/** Whether Cmd is held on macOS, Ctrl elsewhere. */
export function isCommand(keys: HeldKeys): boolean {
  return isCommandHeld(keys, keyboardPlatform());
}
