import type { KeyAccount } from '../../shared/domain/key-verification.ts';
import type { Service } from '../../shared/domain/service.ts';

/** That a service accepted a pasted key. `at` in epoch milliseconds. */
export interface AcceptedCheck {
  readonly account: KeyAccount | null;
  readonly at: number;
}

/** Remembers the last answer, so that seeing whose key it is and then keeping it is one call, and not two. */
export interface CheckMemo {
  remember(token: string, service: Service, check: AcceptedCheck): void;
  /** `null` for another paste, another service, or one whose address was changed since. */
  recall(token: string, service: Service): AcceptedCheck | null;
  forget(): void;
}

export function createCheckMemo(): CheckMemo {
  let last: { readonly asked: string; readonly check: AcceptedCheck } | null = null;
  const questionOf = (token: string, { id, baseUrl, checkUrl, headerName }: Service): string =>
    JSON.stringify([token, id, baseUrl, checkUrl, headerName]);
  return {
    remember(token, service, check) {
      last = { asked: questionOf(token, service), check };
    },
    recall: (token, service) => (last?.asked === questionOf(token, service) ? last.check : null),
    forget() {
      last = null;
    },
  };
}
