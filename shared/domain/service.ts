import { z } from 'zod';
import { bindableOriginSchema } from './origin.ts';
import { fieldTexts } from '../texts/en/fields.ts';

/** RFC 9110 token: what a header field name may be made of. */
export const headerNameSchema = z
  .string()
  .trim()
  .regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,80}$/, fieldTexts.headerName);

export const serviceKindSchema = z.enum(['local', 'postman', 'custom']);
export type ServiceKind = z.infer<typeof serviceKindSchema>;

export const serviceIdSchema = z.string().min(1).max(80);

/** The ids of the built-in services. */
export const LOCAL_SERVICE_ID = 'local';
export const POSTMAN_SERVICE_ID = 'postman';
export const POSTMAN_EU_SERVICE_ID = 'postman-eu';

/** An API that takes keys, and the only origins to which its keys may go. */
export const serviceSchema = z.strictObject({
  id: serviceIdSchema,
  kind: serviceKindSchema,
  name: z.string(),
  baseUrl: z.string(),
  headerName: z.string(),
  origins: z.array(z.string()).readonly(),
  /** Where a GET with a key tells whether it is accepted; `null` for none, and for the built-in ones, which have their own. */
  checkUrl: z.string().nullable(),
  /** What the keys of a custom service start with: recognises a pasted one. */
  keyPrefix: z.string().nullable(),
  isBuiltIn: z.boolean(),
  keyCount: z.int(),
});
export type Service = z.infer<typeof serviceSchema>;

/** Whether there is something to ask about a key of this service. */
export function isVerifiable({ kind, checkUrl }: Pick<Service, 'kind' | 'checkUrl'>): boolean {
  return kind !== 'custom' || checkUrl !== null;
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** A custom service as a person types it. */
export const serviceDraftSchema = z.strictObject({
  name: z.string().trim().min(1, fieldTexts.serviceNameMissing).max(100, fieldTexts.atMost100),
  baseUrl: z.string().trim().max(2000, fieldTexts.atMost2000).refine(isHttpUrl, fieldTexts.baseUrl),
  headerName: headerNameSchema,
  origins: z.array(bindableOriginSchema).min(1, fieldTexts.originsMissing).max(20, fieldTexts.originsTooMany),
  checkUrl: z
    .string()
    .trim()
    .max(2000, fieldTexts.atMost2000)
    .refine(isHttpUrl, fieldTexts.checkUrl)
    .nullable()
    .default(null),
  // Short, so that nobody mistakes it for the place of the key.
  keyPrefix: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{2,12}$/, fieldTexts.keyPrefix)
    .nullable()
    .default(null),
});
export type ServiceDraft = z.infer<typeof serviceDraftSchema>;
