import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { Service } from '../../../shared/domain/service.ts';

/** Where a person makes and revokes Postman's own keys. */
export const POSTMAN_KEYS_URL = 'https://go.postman.co/settings/me/api-keys';

/** What generating means for this service. */
export function generationNote(service: Service): string {
  switch (service.kind) {
    case 'local':
      return 'Issued and verified by Keyfob itself, on this computer.';
    case 'custom':
      return `Keyfob makes a strong random key. Register it with ${service.name} before you send it.`;
    case 'postman':
      return 'Postman issues its keys on its own page.';
    default:
      return assertNever(service.kind);
  }
}
