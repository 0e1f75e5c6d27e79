import { z } from 'zod';
import type { ItemRow, WorkspaceRow } from '../workspace-rows.ts';

/** ISO 8601 with milliseconds and `Z`. `instant` in epoch milliseconds. */
export function isoTime(instant: number): string {
  return new Date(instant).toISOString();
}

export const isoTimeSchema = z.iso.datetime({ precision: 3 });

/** The numbers of a page, as a query holds them. */
export const wholeNumberSchema = z
  .string()
  .regex(/^\d{1,9}$/, 'A whole number')
  .transform(Number)
  .optional();

/** A collection or an environment in a list. */
export const itemSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  owner: z.string().describe('The number of the member who made it.'),
  createdAt: isoTimeSchema,
  updatedAt: isoTimeSchema,
  uid: z.string().describe('The owner’s number, a hyphen and the id.'),
  isPublic: z.boolean(),
});

export function itemShape(row: ItemRow): z.output<typeof itemSchema> {
  return {
    id: row.id,
    name: row.name,
    owner: String(row.owner_id),
    createdAt: isoTime(row.created_at),
    updatedAt: isoTime(row.updated_at),
    uid: row.uid,
    isPublic: false,
  };
}

/** What the Postman API says of an item that was written. */
export const writtenItemSchema = z.strictObject({ id: z.string(), name: z.string(), uid: z.string() });

export function writtenItemShape({ id, name, uid }: ItemRow): z.output<typeof writtenItemSchema> {
  return { id, name, uid };
}

export const deletedItemSchema = z.strictObject({ id: z.string(), uid: z.string() });

/** A workspace in a list. */
export const workspaceSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  createdBy: z.int(),
  type: z.string(),
  visibility: z.string(),
});

/** Nobody shares a workspace with nobody: it is the team's as soon as there is one. */
export function workspaceShape(row: WorkspaceRow, hasTeam: boolean): z.output<typeof workspaceSchema> {
  const type = hasTeam ? 'team' : row.type;
  return { id: row.id, name: row.name, createdBy: row.owner_id, type, visibility: type };
}
