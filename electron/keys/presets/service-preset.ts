import type { ServiceKind } from '../../../shared/domain/service.ts';

/** A built-in service. The ledger holds its id alone, so that a changed file cannot send its keys elsewhere. */
export interface ServicePreset {
  readonly id: string;
  readonly kind: Exclude<ServiceKind, 'custom'>;
  readonly name: string;
  readonly headerName: string;
  /** `running-local-api`: wherever Keyfob's own server listens, and nowhere while it does not. */
  readonly address:
    'running-local-api' | { readonly baseUrl: string; readonly origins: readonly [string, ...string[]] };
  /** What the keys of this service start with: recognises a pasted key. */
  readonly keyPrefixes: readonly string[];
}
