import type { ApiKey } from '../../shared/domain/api-key.ts';
import type { KeyService } from '../keys/key-service.ts';
import { LedgerUnavailableError, type Ledger } from '../keys/ledger/ledger.ts';
import type { ServiceDirectory } from '../keys/service-directory.ts';
import type { KeyNames } from './auth-mapping.ts';

const DEFAULT_HEADER = 'X-API-Key';

/** The person's keys by name. While no ledger is open there are none. */
export function createKeyNames({
  ledger,
  keys,
  services,
}: {
  readonly ledger: Pick<Ledger, 'mark'>;
  readonly keys: Pick<KeyService, 'list'>;
  readonly services: Pick<ServiceDirectory, 'find'>;
}): KeyNames {
  // A collection may name a key at each of its requests.
  let known: { readonly mark: object; readonly list: readonly ApiKey[] } | null = null;
  const all = (): readonly ApiKey[] => {
    try {
      const mark = ledger.mark();
      if (known?.mark !== mark) known = { mark, list: keys.list() };
      return known.list;
    } catch (error) {
      // Collections are files: they open without the ledger.
      if (error instanceof LedgerUnavailableError) return [];
      throw error;
    }
  };
  return {
    find: (id) => {
      const key = all().find((each) => each.id === id);
      if (key === undefined) return null;
      return { name: key.name, headerName: services.find(key.serviceId)?.headerName ?? DEFAULT_HEADER };
    },
    named: (name) =>
      all()
        .filter((key) => key.name === name)
        .map(({ id }) => id),
  };
}
