import type { ApiKey } from '../../shared/domain/api-key.ts';
import { LOCAL_SERVICE_ID, type Service, type ServiceDraft } from '../../shared/domain/service.ts';

/** 15 January 2026, 12:00 UTC: where the manual clock starts. */
export const START = Date.UTC(2026, 0, 15, 12);

export function anApiKey(changes: Partial<ApiKey> = {}): ApiKey {
  return {
    id: 'key-1',
    serviceId: LOCAL_SERVICE_ID,
    name: 'CI key',
    mask: 'kfak_••••••••wxyz',
    createdAt: START,
    regeneratedAt: null,
    lastUsed: null,
    expiresAt: null,
    expiresBy: null,
    ownExpiresAt: null,
    hasExpired: false,
    graceEndsAt: null,
    previousMask: null,
    hasOldSecret: false,
    isDefault: true,
    isDisabled: false,
    isReadOnly: false,
    isIssuedHere: true,
    extraOrigins: [],
    verification: null,
    ...changes,
  };
}

export function aService(changes: Partial<Service> = {}): Service {
  return {
    id: 'service-1',
    kind: 'custom',
    name: 'Weather',
    baseUrl: 'https://api.weather.example/v1',
    headerName: 'X-API-Key',
    origins: ['https://api.weather.example'],
    checkUrl: null,
    keyPrefix: null,
    isBuiltIn: false,
    keyCount: 0,
    ...changes,
  };
}

export function aServiceDraft(changes: Partial<ServiceDraft> = {}): ServiceDraft {
  return {
    name: 'Weather',
    baseUrl: 'https://api.weather.example/v1',
    headerName: 'X-API-Key',
    origins: ['https://api.weather.example'],
    checkUrl: null,
    keyPrefix: null,
    ...changes,
  };
}
