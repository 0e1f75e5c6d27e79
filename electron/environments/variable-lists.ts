import type { CommandInput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { KnownVariable } from '../../shared/domain/environment.ts';
import { isMadeValueName } from '../../shared/domain/made-values.ts';
import type { KeyService } from '../keys/key-service.ts';
import { LedgerUnavailableError } from '../keys/ledger/ledger.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import type { MadeValues } from '../requests/made-values.ts';
import { scopeOf } from '../requests/place-scope.ts';
import { NO_PLACE, type RequestPlaces } from '../requests/request-place.ts';
import { listVariables } from './list-variables.ts';

export interface VariableListsOptions {
  readonly places: RequestPlaces;
  readonly signingKeys: Pick<SigningKeys, 'services'>;
  readonly keys: Pick<KeyService, 'list'>;
}

/** The command `variables.list`. */
export interface VariableLists {
  list(input: CommandInput<'variables.list'>): Promise<Result<readonly KnownVariable[]>>;
}

/** What a variable of another's value stands for is shown as it was typed: it is made when it is sent. */
const asTyped: MadeValues = (name) => (isMadeValueName(name) ? `{{${name}}}` : null);

export function createVariableLists({ places, signingKeys, keys }: VariableListsOptions): VariableLists {
  return {
    async list({ collectionId, requestId }) {
      const place = (await places.find(collectionId, requestId)) ?? NO_PLACE;
      try {
        const service = signingKeys.services().find(({ id }) => id === place.serviceId);
        const hasAddress = service !== undefined && service.baseUrl !== '';
        return ok(
          listVariables({
            place,
            scope: scopeOf(place, { signingKeys, madeValues: asTyped }),
            serviceName: hasAddress ? service.name : null,
            keyNames: keys.list().map(({ name }) => name),
          }),
        );
      } catch (error) {
        if (error instanceof LedgerUnavailableError) return failed('ledger-unavailable');
        throw error;
      }
    },
  };
}
