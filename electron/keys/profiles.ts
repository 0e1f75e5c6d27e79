import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Profile, ProfileDraft } from '../../shared/domain/profile.ts';
import { recordActivity } from './activity-rows.ts';
import { setDefault } from './api-key-rows.ts';
import { changeKeys } from './change-keys.ts';
import { changeLedger } from './change-ledger.ts';
import type { KeyContext } from './key-context.ts';
import { requireOwnKey } from './key-rules.ts';
import {
  deleteProfile,
  isProfileNameTaken,
  listProfileRecords,
  setProfileSwitched,
  writeProfile,
  type ProfileRecord,
} from './profile-rows.ts';
import { told } from '../told.ts';

const MAX_PROFILES = 50;

/** Named sets of default keys, such as work and personal. `profiles.changed` follows each change. */
export interface Profiles {
  /** Oldest first. */
  list(): readonly Profile[];
  /** `name-taken`, `not-found` for a key or profile that is gone, `invalid-input` for two keys of one service. */
  save(draft: ProfileDraft): Result<Profile>;
  /** The keys stay as they are. */
  remove(id: string): Result<null>;
  /** Makes each of its keys the default of its service: all of them, or none. Services that it does not name keep theirs. */
  switchTo(id: string): Result<Profile>;
}

type Context = Pick<KeyContext, 'ledger' | 'clock' | 'random' | 'publish'>;

export function createProfiles(context: Context): Profiles {
  const { ledger, publish } = context;
  const list = (): readonly Profile[] => withActive(listProfileRecords(ledger));
  const find = (id: string): Result<Profile> => {
    const profile = list().find((candidate) => candidate.id === id);
    return profile === undefined ? failed('not-found') : ok(profile);
  };
  const announced = <Value>(result: Result<Value>): Result<Value> => {
    if (result.ok) publish('profiles.changed', {});
    return result;
  };
  return {
    list,
    save: (draft) => announced(changeLedger(ledger, () => save(context, draft, find))),
    remove: (id) =>
      announced(
        changeLedger(ledger, () => {
          deleteProfile(ledger, id);
          return ok(null);
        }),
      ),
    switchTo: (id) =>
      announced(
        changeKeys(context, () => {
          const profile = find(id);
          if (!profile.ok) return profile;
          const made = makeDefaults(context, profile.value);
          if (!made.ok) return made;
          setProfileSwitched(ledger, id, context.clock.now());
          return find(id);
        }),
      ),
  };
}

/** Derived from the keys, so that it is true whoever changed a default: of those whose keys are all defaults, the last switched to. */
function withActive(records: readonly ProfileRecord[]): readonly Profile[] {
  const active = records
    .filter(({ defaults }) => defaults.length > 0 && defaults.every(({ isDefaultNow }) => isDefaultNow))
    .reduce<ProfileRecord | null>(
      (best, record) => (best === null || (record.switchedAt ?? 0) > (best.switchedAt ?? 0) ? record : best),
      null,
    );
  return records.map(({ id, name, defaults }) => ({
    id,
    name,
    defaults: defaults.map(({ serviceId, apiKeyId }) => ({ serviceId, apiKeyId })),
    isActive: id === active?.id,
  }));
}

function save(context: Context, draft: ProfileDraft, find: (id: string) => Result<Profile>): Result<Profile> {
  const { ledger, clock, random } = context;
  const before = listProfileRecords(ledger);
  if (draft.id !== null && !before.some(({ id }) => id === draft.id)) return failed('not-found');
  if (draft.id === null && before.length >= MAX_PROFILES) {
    return failed('invalid-input', { ...told('tooManyProfiles', { limit: MAX_PROFILES }), field: 'name' });
  }
  if (isProfileNameTaken(ledger, draft.name, draft.id)) {
    return failed('name-taken', { ...told('profileNameTaken'), field: 'name' });
  }
  const checked = checkDefaults(context, draft);
  if (!checked.ok) return checked;
  const id = draft.id ?? random.id();
  writeProfile(ledger, id, { ...draft, at: clock.now() });
  return find(id);
}

function checkDefaults(context: Context, { defaults }: ProfileDraft): Result<null> {
  if (new Set(defaults.map(({ serviceId }) => serviceId)).size < defaults.length) {
    return failed('invalid-input', { ...told('oneDefaultKey'), field: 'defaults' });
  }
  for (const { serviceId, apiKeyId } of defaults) {
    const record = requireOwnKey(context, apiKeyId);
    if (!record.ok || record.value.apiKey.serviceId !== serviceId) {
      return failed('not-found', { ...told('profileKeyGone'), field: 'defaults' });
    }
  }
  return ok(null);
}

function makeDefaults(context: Context, { defaults }: Profile): Result<null> {
  for (const { serviceId, apiKeyId } of defaults) {
    const record = requireOwnKey(context, apiKeyId);
    if (!record.ok) return record;
    const { apiKey } = record.value;
    if (apiKey.isDefault) continue;
    setDefault(context.ledger, apiKeyId, serviceId);
    recordActivity(context.ledger, apiKey, { at: context.clock.now(), event: { kind: 'made-default' } });
  }
  return ok(null);
}
