import { ok } from '../../shared/domain/app-error.ts';
import type { UpdateState } from '../../shared/domain/update-state.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

export const FAKE_UPDATE = {
  version: '0.2.0',
  notes: '– Runs start where they were ended.\n– The tray says which key ends first.',
};

/** A host that always has the same newer version; a test moves on what takes time by `state.updates`. */
export function fakeUpdateHandlers(state: FakeState, publish: Publish): HandlersOf<'updates'> {
  const move = (next: UpdateState) => {
    state.updates = next;
    publish('updates.changed', next);
    return ok(next);
  };
  return {
    'updates.getState': () => ok(state.updates),
    'updates.setEnabled': ({ isEnabled }) =>
      move(isEnabled ? { kind: 'idle', checkedAt: state.now() } : { kind: 'off' }),
    'updates.check': () => move({ kind: 'available', update: FAKE_UPDATE }),
    'updates.download': () => move({ kind: 'downloading', update: FAKE_UPDATE, percent: 0 }),
    'updates.cancel': () => move({ kind: 'available', update: FAKE_UPDATE }),
    'updates.restart': () => ok({}),
  };
}
