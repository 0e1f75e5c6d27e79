import { apiKeyStatus, isInGrace, type ApiKey, type ApiKeyStatus } from '../../../shared/domain/api-key.ts';
import type { Service } from '../../../shared/domain/service.ts';
import type { KeyListSort } from '../../../shared/domain/key-list.ts';

export type KeyColumn = KeyListSort['column'] | 'key' | 'actions';

export interface KeyRow {
  readonly apiKey: ApiKey;
  readonly serviceName: string;
  /** `null` while it is not known. */
  readonly service: Service | null;
  readonly status: ApiKeyStatus;
  /** Whether the old secret still works beside the present one. */
  readonly isInGrace: boolean;
}

/** Joins a key with its service; the same row for the same key, so that it is not drawn anew. `now` in epoch milliseconds. */
export function createRowOf(
  services: readonly Service[],
  now: number,
  unknownService: string,
): (apiKey: ApiKey) => KeyRow {
  const byId = new Map(services.map((service) => [service.id, service]));
  const known = new WeakMap<ApiKey, KeyRow>();
  return (apiKey) => {
    const service = byId.get(apiKey.serviceId) ?? null;
    const row = known.get(apiKey) ?? {
      apiKey,
      serviceName: service?.name ?? unknownService,
      service,
      status: apiKeyStatus(apiKey, now),
      isInGrace: isInGrace(apiKey, now),
    };
    known.set(apiKey, row);
    return row;
  };
}
