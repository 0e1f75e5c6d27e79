import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigation } from '../../app/navigation-context.ts';
import { useCopyKey } from '../../app/use-copy-key.ts';
import { showKey } from '../../bridge/show-key.ts';
import { useCommand } from '../../bridge/use-command.ts';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import type { Result } from '../../../shared/domain/app-error.ts';
import { useToast } from '../../ui/use-toast.ts';
import type { ShapeOf } from '../../../shared/texts/define-texts.ts';
import { keysTexts } from '../../../shared/texts/en/keys.ts';
import { useTexts } from '../../language/speech-context.ts';

export interface KeyActions {
  readonly copy: (apiKeyId: string) => Promise<boolean>;
  readonly takeToRequest: (apiKey: ApiKey) => void;
  /** Shows what happened to it. */
  readonly showActivity: (apiKey: ApiKey) => void;
  /** Asks the service, and tells what it said. */
  readonly verify: (apiKey: ApiKey) => Promise<void>;
  readonly makeDefault: (apiKey: ApiKey) => Promise<void>;
  /** The old secret stops working now. */
  readonly endGrace: (apiKey: ApiKey) => Promise<void>;
  /** The sealed old secret goes. */
  readonly forgetOld: (apiKey: ApiKey) => Promise<void>;
  /** Turns it to the other state. */
  readonly setDisabled: (apiKey: ApiKey) => Promise<void>;
  /** Turns it to the other state. */
  readonly setReadOnly: (apiKey: ApiKey) => Promise<void>;
}

/** What the row menu does without asking. Each tells that it was done, or why not. Stays the same between renders. */
export function useKeyActions(): KeyActions {
  const copy = useCopyKey();
  const { go } = useNavigation();
  const toast = useToast();
  const { done: texts } = useTexts(keysTexts);
  const { run: verify } = useCommand('keys.verify');
  const { run: makeDefault } = useCommand('keys.makeDefault');
  const { run: setDisabled } = useCommand('keys.setDisabled');
  const { run: setReadOnly } = useCommand('keys.setReadOnly');
  const { run: endGrace } = useCommand('keys.endGrace');
  const { run: forgetOld } = useCommand('keys.forgetOld');
  const { tell, show } = useTelling();
  return useMemo(() => {
    return {
      copy,
      takeToRequest: ({ id, serviceId }) => {
        go('requests', { kind: 'new-request-with-key', keyChoice: { kind: 'key', apiKeyId: id }, serviceId });
      },
      showActivity: ({ id }) => {
        go('activity', { kind: 'show-activity', apiKeyId: id });
      },
      verify: async ({ id, name }) => {
        const result = await verify({ id });
        const isRefused = result.ok && result.value.verification?.outcome === 'refused';
        if (isRefused) toast.show({ tone: 'error', title: texts.verifyRefused(name) });
        else show(result, result.ok ? acceptedText(result.value, texts) : '');
      },
      makeDefault: async ({ id, name }) => {
        tell(await makeDefault({ id }), texts.madeDefault(name));
      },
      endGrace: async ({ id, name }) => {
        show(await endGrace({ id }), texts.graceEnded(name));
      },
      forgetOld: async ({ id, name }) => {
        show(await forgetOld({ id }), texts.oldForgotten(name));
      },
      setDisabled: async ({ id, name, isDisabled }) => {
        const done = isDisabled ? texts.enabled(name) : texts.disabled(name);
        show(await setDisabled({ id, isDisabled: !isDisabled }), done);
      },
      setReadOnly: async ({ id, name, isReadOnly }) => {
        const done = isReadOnly ? texts.readOnlyOff(name) : texts.readOnlyOn(name);
        show(await setReadOnly({ id, isReadOnly: !isReadOnly }), done);
      },
    };
  }, [
    copy,
    go,
    toast,
    texts,
    tell,
    show,
    verify,
    makeDefault,
    setDisabled,
    setReadOnly,
    endGrace,
    forgetOld,
  ]);
}

interface Telling {
  readonly tell: (result: Result<unknown>, done: string) => void;
  /** Also shows the key as it is now. */
  readonly show: (result: Result<ApiKey>, done: string) => void;
}

function useTelling(): Telling {
  const toast = useToast();
  const queryClient = useQueryClient();
  return useMemo(() => {
    const tell = (result: Result<unknown>, done: string) => {
      if (result.ok) toast.show({ tone: 'good', title: done });
      else toast.showError(result.error);
    };
    const show = (result: Result<ApiKey>, done: string) => {
      if (result.ok) showKey(queryClient, result.value);
      tell(result, done);
    };
    return { tell, show };
  }, [toast, queryClient]);
}

function acceptedText({ name, verification }: ApiKey, texts: ShapeOf<typeof keysTexts>['done']): string {
  const account = verification?.account ?? null;
  const owner = account === null ? '' : account.name || account.username || account.email;
  return owner === '' ? texts.accepted(name) : texts.acceptedOf(name, owner);
}
