import { createActivityLog, type ActivityLog, type ActivityLogOptions } from '../keys/activity-log.ts';
import { createKeyCopier, type KeyCopier, type KeyCopierOptions } from '../keys/copy-key.ts';
import { createTextCopier, type TextCopier, type TextCopierOptions } from '../keys/copy-text.ts';
import { createKeyService, type KeyService, type KeyServiceOptions } from '../keys/key-service.ts';
import { createPolicies, type Policies } from '../keys/policies.ts';
import { createProfiles, type Profiles } from '../keys/profiles.ts';
import { createSecretScan, type SecretScan } from '../keys/secret-scan.ts';
import type { PreferenceStore } from '../ports/preference-store.ts';
import { createTeamService, type TeamService, type TeamServiceOptions } from '../team/team-service.ts';

export type KeyParts = Omit<KeyServiceOptions, 'isCopiedHere'> &
  Omit<KeyCopierOptions, 'clearAfterMs' | 'handedOver'> &
  Omit<TeamServiceOptions, 'keys' | 'secretScan'> &
  Omit<ActivityLogOptions, 'secretScan'> &
  Omit<TextCopierOptions, 'secretScan'> & { readonly preferences: Pick<PreferenceStore, 'get'> };

export interface Keys {
  readonly keys: KeyService;
  readonly copier: KeyCopier;
  readonly profiles: Profiles;
  readonly policies: Policies;
  readonly team: TeamService;
  readonly activityLog: ActivityLog;
  readonly textCopier: TextCopier;
  readonly secretScan: SecretScan;
}

/** What is done with API keys: one's own, the team's, and what happened to them. */
export function composeKeys(parts: KeyParts): Keys {
  const keys = createKeyService({ ...parts, isCopiedHere: (text) => copier.isCopiedHere(text) });
  const copier = createKeyCopier({
    ...parts,
    clearAfterMs: () => parts.preferences.get().clipboardClearSeconds * 1000,
    handedOver: (id) => keys.handedOver(id),
  });
  const secretScan = createSecretScan(parts);
  return {
    keys,
    secretScan,
    copier,
    profiles: createProfiles(parts),
    policies: createPolicies(parts),
    team: createTeamService({ ...parts, keys, secretScan }),
    activityLog: createActivityLog({ ...parts, secretScan }),
    textCopier: createTextCopier({ ...parts, secretScan }),
  };
}
