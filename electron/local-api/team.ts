import type { Ledger } from '../keys/ledger/ledger.ts';
import { firstMember, listMembers } from '../keys/member-rows.ts';

/** The team as `GET /me` names it. One person alone is none: 0 and no name, as the Postman API says it. */
export interface LocalTeam {
  readonly teamId: number;
  readonly teamName: string;
  readonly teamDomain: string;
}

const NO_TEAM: LocalTeam = { teamId: 0, teamName: '', teamDomain: '' };

export function teamOf(ledger: Ledger): LocalTeam {
  const owner = firstMember(ledger);
  if (owner === null || listMembers(ledger).length < 2) return NO_TEAM;
  return { teamId: owner.numericId, teamName: 'Local team', teamDomain: 'local' };
}
