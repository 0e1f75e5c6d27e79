import type { TeamKey, TeamMember } from '../../../shared/domain/team.ts';
import type { ChosenKeys } from './chosen-keys.ts';

/** The dialog that is open on the screen. */
export type TeamDialog =
  | { readonly kind: 'add-member' }
  | { readonly kind: 'edit-member'; readonly member: TeamMember }
  | { readonly kind: 'remove-member'; readonly member: TeamMember }
  | { readonly kind: 'issue' }
  | { readonly kind: 'hand-over'; readonly key: TeamKey }
  | { readonly kind: 'revoke'; readonly keys: ChosenKeys; readonly name: string | null };
