import { LOCAL_SERVICE_ID } from '../../../shared/domain/service.ts';
import type { ServicePreset } from './service-preset.ts';

export const localPreset: ServicePreset = {
  id: LOCAL_SERVICE_ID,
  kind: 'local',
  name: 'Local API',
  headerName: 'X-API-Key',
  address: 'running-local-api',
  keyPrefixes: ['kfak_', 'kfat_'],
};
