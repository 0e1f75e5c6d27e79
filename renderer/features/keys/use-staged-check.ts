import { useState } from 'react';
import type { AppError, Result } from '../../../shared/domain/app-error.ts';
import type { KeyAccount, StagedCheck } from '../../../shared/domain/key-verification.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import type { StagedPaste } from './paste-field.tsx';

/** What is known of the pasted key at the chosen service. */
export type StagedCheckState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'accepted'; readonly account: KeyAccount | null }
  | { readonly kind: 'failed'; readonly error: AppError };

interface Answer {
  readonly token: string;
  readonly serviceId: string;
  readonly result: Result<StagedCheck>;
}

/** Asks a service about the pasted key. An answer holds for that paste and that service alone. */
export function useStagedCheck() {
  const verify = useCommand('keys.verifyStaged');
  const [answer, setAnswer] = useState<Answer | null>(null);
  return {
    isPending: verify.isPending,
    /** The paste that was asked about is gone, so that nothing shows the answer. */
    pasteError: verify.error?.code === 'staged-paste-gone' ? verify.error : null,
    ask: async ({ token }: StagedPaste, { id: serviceId }: Service): Promise<Result<StagedCheck>> => {
      setAnswer(null);
      const result = await verify.run({ token, serviceId });
      setAnswer({ token, serviceId, result });
      return result;
    },
    clear: () => {
      setAnswer(null);
      verify.clearError();
    },
    stateOf: (staged: StagedPaste | null, service: Service | undefined): StagedCheckState => {
      const isAbout = answer !== null && answer.token === staged?.token && answer.serviceId === service?.id;
      if (!isAbout) return { kind: 'unknown' };
      const { result } = answer;
      if (!result.ok) return { kind: 'failed', error: result.error };
      return { kind: 'accepted', account: result.value.kind === 'accepted' ? result.value.account : null };
    },
  };
}
