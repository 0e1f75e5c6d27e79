import { z } from 'zod';
import { exposedScanSchema, scanProgressSchema } from '../domain/exposed-scan.ts';

const nothing = z.strictObject({});
/** A file of a scan's result, by its numbers alone: the window names no path. */
const foundFile = z.strictObject({ scanId: z.string().max(80), fileId: z.int().min(0) });

/** Looks for the keys in files of this computer, and says where they lie. No answer holds a value. */
export const exposedCommands = {
  'exposed.getScan': { input: nothing, output: exposedScanSchema },
  /** Asks for the folder or file in the system's dialog, or takes the last one again, and starts. `scan-running`. */
  'exposed.scan': {
    input: z.strictObject({
      target: z.enum(['folder', 'file', 'again']),
      /** Installed packages: `node_modules` and the like. */
      leavesOutPackages: z.boolean(),
    }),
    output: z.strictObject({ kind: z.enum(['started', 'cancelled']) }),
  },
  /** Ends the scan that runs; what it found until then stays. */
  'exposed.cancel': { input: nothing, output: nothing },
  /** Forgets the result. */
  'exposed.clear': { input: nothing, output: nothing },
  'exposed.showInFolder': { input: foundFile, output: nothing },
  /** `text-holds-secret` when the path itself holds a key. */
  'exposed.copyPath': { input: foundFile, output: nothing },
} as const;

export const exposedEvents = {
  /** A scan started, ended or was forgotten. */
  'exposed.changed': nothing,
  'exposed.progressed': scanProgressSchema,
} as const;
