import { z } from 'zod';
import { apiKeyIdSchema, apiKeyNameSchema } from '../../shared/domain/api-key.ts';
import { serviceDraftSchema, serviceIdSchema } from '../../shared/domain/service.ts';
import { listApiKeyRecords } from '../keys/api-key-rows.ts';
import type { KeyContext } from '../keys/key-context.ts';
import { openSealedSecret } from '../keys/open-secret.ts';

const MOST_KEYS = 100_000;
const MOST_SERVICES = 10_000;
const LONGEST_SECRET = 8_192;

const instantSchema = z.int().min(0).max(8_640_000_000_000_000);

const movedKeySchema = z.strictObject({
  id: apiKeyIdSchema,
  serviceId: serviceIdSchema,
  name: apiKeyNameSchema,
  mask: z.string().max(40),
  createdAt: instantSchema,
  /** The expiration of its own; `null` for never. */
  expiresAt: instantSchema.nullable(),
  hasExpired: z.boolean(),
  isDisabled: z.boolean(),
  isReadOnly: z.boolean(),
  isIssuedHere: z.boolean(),
  /** `null` where values were left out, or where this one did not open. */
  secret: z.string().min(1).max(LONGEST_SECRET).nullable(),
});
export type MovedKey = z.infer<typeof movedKeySchema>;

const movedServiceSchema = serviceDraftSchema.extend({ id: serviceIdSchema });
export type MovedService = z.infer<typeof movedServiceSchema>;

/** Everything that an export carries: custom services, and one's own keys. Times are epoch milliseconds. */
export const movedDocumentSchema = z.strictObject({
  services: z.array(movedServiceSchema).max(MOST_SERVICES),
  keys: z.array(movedKeySchema).max(MOST_KEYS),
});
export type MovedDocument = z.infer<typeof movedDocumentSchema>;

/**
 * What is exported. Origins that were allowed for one key alone are not in it: on another computer the person is asked for
 * each anew.
 */
export function readMovedDocument(
  context: Pick<KeyContext, 'ledger' | 'vault' | 'clock' | 'services'>,
  withValues: boolean,
): MovedDocument {
  const services = context.services
    .list()
    .filter(({ isBuiltIn }) => !isBuiltIn)
    .map(({ id, name, baseUrl, headerName, origins, checkUrl, keyPrefix }) => ({
      ...{ id, name, baseUrl, headerName, checkUrl, keyPrefix },
      origins: [...origins],
    }));
  const keys = listApiKeyRecords(context.ledger, context.clock.now()).map((record): MovedKey => {
    const { id, serviceId, name, mask, createdAt, regeneratedAt, ownExpiresAt } = record.apiKey;
    const { hasExpired, isDisabled, isReadOnly, isIssuedHere } = record.apiKey;
    const secret = withValues ? openSealedSecret(context, record) : null;
    return {
      ...{ id, serviceId, name, mask, createdAt: regeneratedAt ?? createdAt, expiresAt: ownExpiresAt },
      ...{ hasExpired, isDisabled, isReadOnly, isIssuedHere },
      secret: secret?.ok === true ? secret.value : null,
    };
  });
  return { services, keys };
}
