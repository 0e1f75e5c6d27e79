import { z } from 'zod';

/** The formats that can be imported. */
export const importFormatSchema = z.enum([
  'postman-collection',
  'postman-environment',
  'postman-dump',
  'curl',
  'openapi',
  'insomnia',
  'bruno',
  'har',
  'dot-env',
]);
export type ImportFormat = z.infer<typeof importFormatSchema>;
