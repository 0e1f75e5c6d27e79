import { ok } from '../../shared/domain/app-error.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

/** A scan ends when the test says so: it sets `state.exposedScan` and publishes `exposed.changed`. */
export function fakeExposedHandlers(state: FakeState, publish: Publish): HandlersOf<'exposed'> {
  const set = (scan: FakeState['exposedScan']) => {
    state.exposedScan = scan;
    publish('exposed.changed', {});
  };
  return {
    'exposed.getScan': () => ok(state.exposedScan),
    'exposed.scan': () => {
      if (state.nextScan === null) return ok({ kind: 'cancelled' });
      set(state.nextScan);
      return ok({ kind: 'started' });
    },
    'exposed.cancel': () => {
      set({ kind: 'none' });
      return ok({});
    },
    'exposed.clear': () => {
      set({ kind: 'none' });
      return ok({});
    },
    'exposed.showInFolder': ({ fileId }) => {
      state.shownFiles.push(fileId);
      return ok({});
    },
    'exposed.copyPath': ({ fileId }) => {
      state.copiedPaths.push(fileId);
      return ok({});
    },
  };
}
