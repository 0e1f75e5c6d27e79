import type { ApiKey } from '../../../shared/domain/api-key.ts';

/** The dialog that is open on the API keys page. */
export type KeyDialog =
  | { readonly kind: 'generate' }
  /** `variable`: of the environment, whose value it takes. */
  | { readonly kind: 'add'; readonly serviceId: string | null; readonly variable?: string }
  | { readonly kind: 'reveal'; readonly apiKey: ApiKey }
  | { readonly kind: 'use-elsewhere'; readonly apiKey: ApiKey }
  | { readonly kind: 'regenerate'; readonly apiKey: ApiKey }
  | { readonly kind: 'exposed'; readonly apiKey: ApiKey }
  | { readonly kind: 'rename'; readonly apiKey: ApiKey }
  | { readonly kind: 'set-expiration'; readonly apiKey: ApiKey }
  | { readonly kind: 'details'; readonly apiKeyId: string }
  /** `nextId`: the key whose row takes the focus when this one's is gone. */
  | { readonly kind: 'delete'; readonly apiKey: ApiKey; readonly nextId: string | null }
  | { readonly kind: 'settings' };
