import type { ApiKey } from '../../../shared/domain/api-key.ts';

/** The dialog that is open on the API keys page. */
export type KeyDialog =
  | { readonly kind: 'generate' }
  | { readonly kind: 'add'; readonly serviceId: string | null }
  | { readonly kind: 'reveal'; readonly apiKey: ApiKey }
  | { readonly kind: 'regenerate'; readonly apiKey: ApiKey }
  | { readonly kind: 'rename'; readonly apiKey: ApiKey }
  | { readonly kind: 'set-expiration'; readonly apiKey: ApiKey }
  | { readonly kind: 'delete'; readonly apiKey: ApiKey }
  | { readonly kind: 'settings' };
