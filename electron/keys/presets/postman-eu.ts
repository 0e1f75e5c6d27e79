import { POSTMAN_EU_SERVICE_ID } from '../../../shared/domain/service.ts';
import type { ServicePreset } from './service-preset.ts';

/** The EU region of Postman Enterprise. Its keys look like every Postman key, so a pasted one is not taken for it. */
export const postmanEuPreset: ServicePreset = {
  id: POSTMAN_EU_SERVICE_ID,
  kind: 'postman',
  name: 'Postman API (EU)',
  headerName: 'X-API-Key',
  address: { baseUrl: 'https://api.eu.postman.com', origins: ['https://api.eu.postman.com'] },
  keyPrefixes: [],
};
