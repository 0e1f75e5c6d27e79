import { z } from 'zod';
import type { Ledger } from '../../keys/ledger/ledger.ts';
import { listMembers, type Member } from '../../keys/member-rows.ts';
import { found } from '../answer.ts';
import { teamOf } from '../team.ts';
import { defineRoute, type Route } from './route.ts';
import { isoTime, isoTimeSchema } from './shapes.ts';

export interface UserRoutesOptions {
  readonly ledger: Ledger;
  readonly callsPerMonth: number;
  /** Calls of this month (UTC), this one included. */
  readonly callsThisMonth: () => number;
}

const meSchema = z.strictObject({
  user: z.strictObject({
    id: z.int(),
    username: z.string(),
    email: z.string(),
    fullName: z.string(),
    avatar: z.string().nullable(),
    isPublic: z.boolean(),
    teamId: z.int().describe('0: there is no team.'),
    teamName: z.string(),
    teamDomain: z.string(),
    roles: z.array(z.string()),
  }),
  operations: z
    .array(z.strictObject({ name: z.string(), limit: z.number(), usage: z.number(), overage: z.number() }))
    .describe('How much of each limit is used up. `api_usage`: the calls of this month.'),
});

const userSchema = z.strictObject({
  id: z.int(),
  name: z.string(),
  username: z.string(),
  email: z.string(),
  roles: z.array(z.string()),
  joinedAt: isoTimeSchema,
});

/** Who calls, and who is in the team. */
export function userRoutes({ ledger, callsPerMonth, callsThisMonth }: UserRoutesOptions): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/me',
      operationId: 'getAuthenticatedUser',
      tag: 'Users',
      summary: 'The member whose key it is',
      description: 'Also how many calls of this month are used up.',
      reply: meSchema,
      handle({ member }) {
        const usage = callsThisMonth();
        const operations = [{ name: 'api_usage', limit: callsPerMonth, usage, overage: 0 }];
        return found({ user: { ...accountOf(member), ...teamOf(ledger) }, operations });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/users',
      operationId: 'listUsers',
      tag: 'Users',
      summary: 'The members of the team',
      reply: z.strictObject({ data: z.array(userSchema) }),
      handle: () => found({ data: listMembers(ledger).map(userShape) }),
    }),
  ];
}

function accountOf(member: Member) {
  return {
    id: member.numericId,
    username: member.username,
    email: member.email,
    fullName: member.name,
    avatar: null,
    isPublic: false,
    roles: [member.role],
  };
}

function userShape(member: Member): z.output<typeof userSchema> {
  return {
    id: member.numericId,
    name: member.name,
    username: member.username,
    email: member.email,
    roles: [member.role],
    joinedAt: isoTime(member.createdAt),
  };
}
