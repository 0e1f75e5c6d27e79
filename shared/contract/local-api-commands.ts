import { z } from 'zod';
import { localApiStateSchema } from '../domain/local-api-state.ts';

const nothing = z.strictObject({});

/** The server inside Keyfob. */
export const localApiCommands = {
  'localApi.getState': { input: nothing, output: localApiStateSchema },
  'localApi.start': { input: nothing, output: localApiStateSchema },
  'localApi.stop': { input: nothing, output: localApiStateSchema },
  /** Opens the OpenAPI document in the browser, after a question outside the window. `local-api-stopped`. */
  'localApi.openDocument': { input: nothing, output: nothing },
} as const;
