import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { listAllSecretVariables } from '../environments/secret-variable-rows.ts';
import { listApiKeyRecords, type ApiKeyRecord } from '../keys/api-key-rows.ts';
import type { KeyContext } from '../keys/key-context.ts';
import { openSealedSecret } from '../keys/open-secret.ts';
import { readPolicies } from '../keys/policy-rows.ts';
import { listProfileRecords } from '../keys/profile-rows.ts';
import { inSteps, type Steps } from './in-steps.ts';
import type { MovedDocument, MovedKey, MovedVariable } from './moved-document.ts';

export interface MovedReading extends Pick<KeyContext, 'ledger' | 'vault' | 'clock' | 'services'> {
  /** What the environments are called, by the id that stands in their files. */
  readonly environmentNames: () => Promise<ReadonlyMap<string, string>>;
}

/** What is exported. Opening the values of ten thousand keys takes a while: `cancelled` when the person does not want it any more. */
export async function readMovedDocument(
  context: MovedReading,
  { withValues, steps }: { readonly withValues: boolean; readonly steps: Steps },
): Promise<Result<MovedDocument>> {
  const { ledger, vault, clock, services } = context;
  const names = await context.environmentNames();
  const custom = services.list().filter(({ isBuiltIn }) => !isBuiltIn);
  const records = listApiKeyRecords(ledger, clock.now());
  const rows = listAllSecretVariables(ledger);
  const profiles = listProfileRecords(ledger);
  const policies = readPolicies(ledger);
  const keys: MovedKey[] = [];
  const variables: MovedVariable[] = [];
  const tasks = [
    ...records.map((record) => () => {
      const secret = withValues ? openSealedSecret(context, record) : null;
      keys.push(movedKey(record, secret?.ok === true ? secret.value : null));
    }),
    ...rows.map((row) => () => {
      const { environmentId, name, origins, sealedId, version, sealed } = row;
      const secret = withValues && !row.isLost ? vault.unseal(sealed, { apiKeyId: sealedId, version }) : null;
      variables.push({
        ...{ environmentId, name, origins: [...origins] },
        environmentName: names.get(environmentId) ?? null,
        secret: secret?.ok === true ? secret.value : null,
      });
    }),
  ];
  if (!(await inSteps(tasks, steps))) return failed('cancelled');
  return ok({
    services: custom.map(({ id, name, baseUrl, headerName, origins, checkUrl, keyPrefix }) => ({
      ...{ id, name, baseUrl, headerName, checkUrl, keyPrefix },
      origins: [...origins],
    })),
    ...{ keys, variables, policies },
    profiles: profiles.map(({ id, name, defaults }) => ({
      ...{ id, name },
      defaults: defaults.map(({ serviceId, apiKeyId }) => ({ serviceId, apiKeyId })),
    })),
  });
}

function movedKey({ apiKey }: ApiKeyRecord, secret: string | null): MovedKey {
  const { id, serviceId, name, mask, createdAt, regeneratedAt, ownExpiresAt, extraOrigins } = apiKey;
  const { hasExpired, isDisabled, isReadOnly, isIssuedHere, isDefault } = apiKey;
  return {
    ...{ id, serviceId, name, mask, createdAt: regeneratedAt ?? createdAt, expiresAt: ownExpiresAt },
    ...{ hasExpired, isDisabled, isReadOnly, isIssuedHere, isDefault, extraOrigins: [...extraOrigins] },
    secret,
  };
}
