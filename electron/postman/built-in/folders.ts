import { ACCESS_KEYS } from './access-keys.ts';
import { APIS } from './apis.ts';
import { COLLECTIONS } from './collections.ts';
import { ENVIRONMENTS } from './environments.ts';
import { MOCKS } from './mocks.ts';
import { MONITORS } from './monitors.ts';
import type { BuiltInFolder } from './request-spec.ts';
import { SPECS } from './specs.ts';
import { USERS } from './users.ts';
import { WORKSPACES } from './workspaces.ts';

/** The groups of the built-in collection, those first that the Local API serves too. */
export const BUILT_IN_FOLDERS: readonly BuiltInFolder[] = [
  USERS,
  COLLECTIONS,
  WORKSPACES,
  ENVIRONMENTS,
  ACCESS_KEYS,
  MOCKS,
  MONITORS,
  APIS,
  SPECS,
];
