import type { Service } from '../../../shared/domain/service.ts';
import { localPreset } from './local.ts';
import { postmanEuPreset } from './postman-eu.ts';
import { postmanPreset } from './postman.ts';
import type { ServicePreset } from './service-preset.ts';

/** The built-in services, in the order in which they are listed. A new one is a file beside this one and a line here. */
export const servicePresets: readonly ServicePreset[] = [localPreset, postmanPreset, postmanEuPreset];

export function findPreset(serviceId: string): ServicePreset | null {
  return servicePresets.find((preset) => preset.id === serviceId) ?? null;
}

/** As `recogniseService`, and by the hints of custom services: the longest that fits. What is built in comes first. */
export function recogniseAnyService(secret: string, services: readonly Service[]): string | null {
  const builtIn = recogniseService(secret);
  if (builtIn !== null) return builtIn;
  const fitting = services
    .filter(({ keyPrefix }) => keyPrefix !== null && secret.startsWith(keyPrefix))
    .sort((a, b) => (b.keyPrefix ?? '').length - (a.keyPrefix ?? '').length);
  return fitting[0]?.id ?? null;
}

/** The built-in service whose keys look like this; `null` when the shape is not known. */
export function recogniseService(secret: string): string | null {
  const preset = servicePresets.find(({ keyPrefixes }) =>
    keyPrefixes.some((prefix) => secret.startsWith(prefix)),
  );
  return preset?.id ?? null;
}
