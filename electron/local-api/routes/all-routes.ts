import { createSealedVariables, type SealedVariablesParts } from '../sealed-variables.ts';
import { createItemWriter, type WriteItemsOptions } from '../write-items.ts';
import { accessKeyRoutes, type AccessKeyRoutesOptions } from './collection-access-keys.ts';
import { collectionRoutes } from './collections.ts';
import { environmentRoutes } from './environments.ts';
import { keyRoutes, type KeyRoutesOptions } from './keys.ts';
import { openApiRoute } from './openapi.ts';
import type { Route } from './route.ts';
import { userRoutes, type UserRoutesOptions } from './users.ts';
import { workspaceRoutes } from './workspaces.ts';

export interface RoutesOptions
  extends
    UserRoutesOptions,
    Omit<AccessKeyRoutesOptions, 'accessKeys'>,
    KeyRoutesOptions,
    WriteItemsOptions,
    SealedVariablesParts {
  readonly accessKeys: AccessKeyRoutesOptions['accessKeys'] & KeyRoutesOptions['accessKeys'];
}

/** Every route that the server has. One more noun: a file beside this one, and a line here. */
export function createRoutes(options: RoutesOptions): readonly Route[] {
  const { ledger } = options;
  const variables = createSealedVariables(options);
  const environments = createItemWriter('local_environments', options, {
    keep: ({ values }) => variables.keep(Array.isArray(values) ? values : []),
    drop: variables.drop,
  });
  const routes = [
    ...userRoutes(options),
    ...workspaceRoutes(options),
    ...collectionRoutes({ ledger, collections: createItemWriter('local_collections', options) }),
    ...environmentRoutes({ ledger, variables, environments }),
    ...accessKeyRoutes(options),
    ...keyRoutes(options),
  ];
  return [...routes, openApiRoute(routes)];
}
