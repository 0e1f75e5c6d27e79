import type { tabCommands } from '../../shared/contract/tab-commands.ts';
import type { OpenTabs } from '../requests/open-tabs.ts';
import type { Handlers } from './handlers.ts';

export function tabHandlers(openTabs: OpenTabs): Pick<Handlers, keyof typeof tabCommands> {
  return {
    'tabs.load': () => openTabs.load(),
    'tabs.keep': (input) => openTabs.keep(input),
  };
}
