import { z } from 'zod';
import { checkProgressSchema, diagnosticsSchema, integritySchema } from '../domain/diagnostics.ts';

const nothing = z.strictObject({});

export const diagnosticsCommands = {
  'diagnostics.get': { input: nothing, output: diagnosticsSchema },
  /** Reads the ledger, its backups and every sealed secret through. Changes nothing. */
  'diagnostics.check': { input: nothing, output: integritySchema },
} as const;

export const diagnosticsEvents = {
  /** How far the check is. */
  'diagnostics.progressed': checkProgressSchema,
} as const;
