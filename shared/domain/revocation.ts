import { z } from 'zod';

/**
 * Why a key was revoked: deleted by the member who made it, by an admin, because it was not used, by a rule of the team, or
 * because its value was seen where it should not be.
 */
export const revocationReasonSchema = z.enum([
  'by-creator',
  'by-admin',
  'by-inactivity',
  'automatically',
  'exposed',
]);
export type RevocationReason = z.infer<typeof revocationReasonSchema>;
