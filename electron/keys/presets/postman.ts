import { POSTMAN_SERVICE_ID } from '../../../shared/domain/service.ts';
import type { ServicePreset } from './service-preset.ts';

/** https://learning.postman.com/docs/developer/postman-api/authentication/ — the same API under two names. */
export const postmanPreset: ServicePreset = {
  id: POSTMAN_SERVICE_ID,
  kind: 'postman',
  name: 'Postman API',
  headerName: 'X-API-Key',
  address: {
    baseUrl: 'https://api.getpostman.com',
    origins: ['https://api.getpostman.com', 'https://api.postman.com'],
  },
  keyPrefixes: ['PMAK-'],
};
