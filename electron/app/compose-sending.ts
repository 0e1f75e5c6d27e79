import type { SigningKeys } from '../keys/signing-keys.ts';
import type { ChosenFiles } from '../requests/chosen-files.ts';
import { createMadeValues, type MadeValueParts } from '../requests/made-values.ts';
import type { NetworkRoutes } from '../requests/route.ts';
import type { RequestsParts } from './create-requests.ts';
import type { RunsParts } from './create-runs.ts';
import { lazyRequests, type LazyRequests } from './lazy-requests.ts';
import { lazyRuns, type LazyRuns } from './lazy-runs.ts';
import { lazySender } from './lazy-sender.ts';

export type SendingParts = Omit<RequestsParts, 'sender' | 'refusal' | 'madeValues'> &
  Omit<RunsParts, 'sender' | 'madeValues'> &
  MadeValueParts & {
    readonly signingKeys: SigningKeys;
    readonly chosenFiles: ChosenFiles;
    readonly routes: NetworkRoutes;
  };

export interface Sending {
  readonly requests: LazyRequests;
  readonly runs: LazyRuns;
}

/** What sends: single requests and runs, by one sender with its connections. Each is loaded when it is first used. */
export function composeSending(parts: SendingParts): Sending {
  const { signingKeys, clock, routes, chosenFiles: files } = parts;
  const sender = lazySender({ signingKeys, clock, routes, files });
  const madeValues = createMadeValues(parts);
  const refusal = (serviceId: string) => parts.usage.refusal(serviceId);
  return {
    requests: lazyRequests(async () => {
      const { createRequests } = await import('./create-requests.ts');
      return createRequests({ ...parts, refusal, madeValues, sender: await sender() });
    }),
    runs: lazyRuns(async () => {
      const { createRuns } = await import('./create-runs.ts');
      return createRuns({ ...parts, madeValues, sender: await sender() });
    }),
  };
}
