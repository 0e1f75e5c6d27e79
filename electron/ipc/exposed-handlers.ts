import type { exposedCommands } from '../../shared/contract/exposed-commands.ts';
import type { ExposedScans } from '../exposed/exposed-scans.ts';
import type { Handlers } from './handlers.ts';

export function exposedHandlers(scans: ExposedScans): Pick<Handlers, keyof typeof exposedCommands> {
  return {
    'exposed.getScan': () => scans.getScan(),
    'exposed.scan': (input) => scans.scan(input),
    'exposed.cancel': () => scans.cancel(),
    'exposed.clear': () => scans.clear(),
    'exposed.showInFolder': (input) => scans.showInFolder(input),
    'exposed.copyPath': (input) => scans.copyPath(input),
  };
}
