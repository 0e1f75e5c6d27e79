import { ok } from '../../shared/domain/app-error.ts';
import type { HandlersOf } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

export function fakeTabHandlers(state: FakeState): HandlersOf<'tabs'> {
  return {
    'tabs.load': () => ok({ tabs: state.openTabs, activeKey: state.activeTab, unopened: state.unopenedTabs }),
    'tabs.keep': ({ order, activeKey, changed }) => {
      const others = state.openTabs.filter(({ key }) => key !== changed?.key);
      const all = changed === null ? others : [...others, changed];
      state.openTabs = order.flatMap((key) => all.find((tab) => tab.key === key) ?? []);
      state.activeTab = activeKey;
      return ok({});
    },
  };
}
