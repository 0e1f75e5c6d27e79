import { localPreset } from './local.ts';
import { postmanEuPreset } from './postman-eu.ts';
import { postmanPreset } from './postman.ts';
import type { ServicePreset } from './service-preset.ts';

/** The built-in services, in the order in which they are listed. A new one is a file beside this one and a line here. */
export const servicePresets: readonly ServicePreset[] = [localPreset, postmanPreset, postmanEuPreset];

export function findPreset(serviceId: string): ServicePreset | null {
  return servicePresets.find((preset) => preset.id === serviceId) ?? null;
}

/** The built-in service whose keys look like this; `null` when the shape is not known. */
export function recogniseService(secret: string): string | null {
  const preset = servicePresets.find(({ keyPrefixes }) =>
    keyPrefixes.some((prefix) => secret.startsWith(prefix)),
  );
  return preset?.id ?? null;
}
