import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { Service } from '../../../shared/domain/service.ts';
import type { KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';

/** Where a person makes and revokes Postman's own keys. */
export const POSTMAN_KEYS_URL = 'https://go.postman.co/settings/me/api-keys';

/** What generating means for this service. */
export function generationNote(service: Service, texts: KeyDialogsTexts): string {
  switch (service.kind) {
    case 'local':
      return texts.serviceKindNote.localApi;
    case 'custom':
      return texts.serviceKindNote.custom(service.name);
    case 'postman':
      return texts.serviceKindNote.postman;
    default:
      return assertNever(service.kind);
  }
}
