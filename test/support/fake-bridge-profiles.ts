import { failed, ok } from '../../shared/domain/app-error.ts';
import type { Profile } from '../../shared/domain/profile.ts';
import type { HandlersOf, Publish } from './fake-bridge-handlers.ts';
import type { FakeState } from './fake-bridge-state.ts';

/** The profile commands: as the real ones answer them. */
export function fakeProfileHandlers(state: FakeState, publish: Publish): HandlersOf<'profiles'> {
  const shown = (profile: Profile): Profile => ({
    ...profile,
    isActive: profile.defaults.every(({ apiKeyId }) =>
      state.keys.some(({ id, isDefault }) => id === apiKeyId && isDefault),
    ),
  });
  const changed = (profiles: readonly Profile[]) => {
    state.profiles = [...profiles];
    publish('profiles.changed', {});
  };
  return {
    'profiles.list': () => ok(state.profiles.map(shown)),
    'profiles.save': ({ id, name, defaults }) => {
      const isTaken = state.profiles.some((profile) => profile.id !== id && profile.name === name);
      if (isTaken) return failed('name-taken', { field: 'name' });
      const saved: Profile = {
        id: id ?? `profile-${String(state.nextNumber())}`,
        name,
        defaults,
        isActive: false,
      };
      changed([...state.profiles.filter((profile) => profile.id !== saved.id), saved]);
      return ok(shown(saved));
    },
    'profiles.delete': ({ id }) => {
      changed(state.profiles.filter((profile) => profile.id !== id));
      return ok({});
    },
    'profiles.switch': ({ id }) => {
      const profile = state.profiles.find((candidate) => candidate.id === id);
      if (profile === undefined) return failed('not-found');
      const chosen = new Map(profile.defaults.map(({ serviceId, apiKeyId }) => [serviceId, apiKeyId]));
      state.keys = state.keys.map((key) => {
        const apiKeyId = chosen.get(key.serviceId);
        return apiKeyId === undefined ? key : { ...key, isDefault: key.id === apiKeyId };
      });
      publish('keys.changed', {});
      changed(state.profiles);
      return ok(shown(profile));
    },
  };
}
