import type { Result } from '../../shared/domain/app-error.ts';
import { originOf } from '../../shared/domain/origin.ts';
import type { Service, ServiceDraft } from '../../shared/domain/service.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import { createService, removeService, updateService } from './change-services.ts';
import type { Ledger } from './ledger/ledger.ts';
import { findPreset, servicePresets } from './presets/registry.ts';
import type { ServicePreset } from './presets/service-preset.ts';
import type { Publish } from './publish.ts';
import {
  countKeysOf,
  findCustomService,
  listCustomServiceNames,
  listCustomServices,
} from './service-rows.ts';

export interface ServiceDirectory {
  /** Built-in services first, then custom ones, oldest first: the first that names an origin is the one that signs for it. */
  list(): readonly Service[];
  find(id: string): Service | null;
  /** The names alone, by id: a list counts the keys of each, of ten thousand when a person has so many. */
  names(): ReadonlyMap<string, string>;
  /** `invalid-input`, `origin-not-allowed` or `name-taken`, each with its field. */
  create(draft: ServiceDraft): Result<Service>;
  /** As `create`; `service-built-in`; `cancelled` when the person does not agree that keys may go to more origins. */
  update(id: string, draft: ServiceDraft): Promise<Result<Service>>;
  /** `service-in-use` while it has keys. */
  remove(id: string): Result<null>;
  /** Where the Local API listens now; `null` while it does not. Derived, never stored: the port may be another tomorrow. */
  setLocalOrigin(url: string | null): void;
  /** Another number whenever something changed that the ledger does not hold: where the Local API listens. */
  revision(): number;
}

export interface ServiceDirectoryOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly random: Random;
  readonly publish: Publish;
  /** Asks the person, outside the window, whether the keys of `service` may also go to `added`. */
  readonly confirmWidening: (service: Service, added: readonly string[]) => Promise<boolean>;
}

export function createServiceDirectory(options: ServiceDirectoryOptions): ServiceDirectory {
  const { ledger, publish } = options;
  let localOrigin: string | null = null;
  let revision = 0;

  const builtIn = (preset: ServicePreset): Service => ({
    id: preset.id,
    kind: preset.kind,
    name: preset.name,
    headerName: preset.headerName,
    ...addressOf(preset, localOrigin),
    checkUrl: null,
    keyPrefix: null,
    isBuiltIn: true,
    keyCount: countKeysOf(ledger, preset.id),
  });
  const list = (): readonly Service[] => [...servicePresets.map(builtIn), ...listCustomServices(ledger)];
  const find = (id: string): Service | null => {
    const preset = findPreset(id);
    return preset === null ? findCustomService(ledger, id) : builtIn(preset);
  };
  const context = { ...options, list, find };

  return {
    list,
    find,
    names: () =>
      new Map([...servicePresets, ...listCustomServiceNames(ledger)].map(({ id, name }) => [id, name])),
    create: (draft) => createService(context, draft),
    update: (id, draft) => updateService(context, id, draft),
    remove: (id) => removeService(context, id),
    setLocalOrigin(url) {
      const origin = url === null ? null : originOf(url);
      if (origin === localOrigin) return;
      localOrigin = origin;
      revision += 1;
      publish('services.changed', {});
    },
    revision: () => revision,
  };
}

/** While the Local API does not run its keys go nowhere: another program may listen on its port. */
function addressOf(
  { address }: ServicePreset,
  localOrigin: string | null,
): Pick<Service, 'baseUrl' | 'origins'> {
  if (address !== 'running-local-api') return address;
  return localOrigin === null
    ? { baseUrl: '', origins: [] }
    : { baseUrl: localOrigin, origins: [localOrigin] };
}
