import { useEffect, useEffectEvent, useState } from 'react';
import { isVerifiable, type Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useClock } from '../../ui/use-now.ts';
import { useToast } from '../../ui/use-toast.ts';
import { readExpiry } from './expiry-selection.ts';
import type { StagedPaste } from './paste-field.tsx';
import { useNewKeyFields } from './use-new-key-fields.ts';
import { useStagedCheck } from './use-staged-check.ts';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface AddKeyFormOptions {
  readonly services: readonly Service[];
  readonly initialServiceId: string | null;
  /** The variable of the environment to begin with; `null` for none. */
  readonly variable: string | null;
  readonly onAdded: () => void;
}

/** The state of the form that keeps a pasted key. It knows the paste by a token. */
export function useAddKeyForm({ services, initialServiceId, variable, onAdded }: AddKeyFormOptions) {
  const texts = useTexts(keyDialogsTexts);
  const { stage, staged, takePaste, forgetPaste } = useStagedPaste(variable);
  const add = useCommand('keys.addStaged');
  const check = useStagedCheck();
  const toast = useToast();
  const clock = useClock();
  const [isSubmitted, setIsSubmitted] = useState(false);
  const fields = useNewKeyFields(services, { serviceId: initialServiceId, name: variable ?? '' }, staged);
  const { name, nameProblem, service, expiry, fieldError } = fields;
  const checkState = check.stateOf(staged, service);
  // The next step asks the service, and the one after that keeps the key.
  const needsCheck = service !== undefined && isVerifiable(service) && checkState.kind !== 'accepted';

  const paste = () => {
    add.clearError();
    check.clear();
    void takePaste();
  };
  const keep = async (verification: 'required' | 'skipped') => {
    setIsSubmitted(true);
    const reading = readExpiry(expiry, clock(), texts);
    if (staged === null || nameProblem !== null || !service || reading.kind === 'incomplete') return;
    const input = { name, serviceId: service.id, expiry: reading.choice, verification };
    const result = await add.run({ token: staged.token, ...input });
    if (!result.ok) {
      forgetPaste(result.error.code);
      return;
    }
    toast.show({ tone: 'good', title: texts.addKey.done(result.value.name) });
    onAdded();
  };
  const verify = async () => {
    setIsSubmitted(true);
    if (staged === null || service === undefined) return;
    const result = await check.ask(staged, service);
    if (!result.ok) forgetPaste(result.error.code);
  };
  return {
    ...fields,
    setName: (text: string) => {
      fields.setName(text);
      add.clearError();
    },
    setServiceId: (id: string) => {
      fields.setServiceId(id);
      add.clearError();
    },
    nameError: fieldError(add.error, 'name') ?? (isSubmitted ? (nameProblem ?? undefined) : undefined),
    stage,
    add,
    staged,
    isSubmitted,
    checkState,
    error: add.error ?? check.pasteError,
    needsCheck,
    isVerifying: check.isPending,
    paste,
    submit: () => void (needsCheck ? verify() : keep('required')),
    keepUnverified: () => void keep('skipped'),
  };
}

/** The key that lies in the main process, taken from the clipboard, or at first from a variable of the environment. */
function useStagedPaste(variable: string | null) {
  const stage = useCommand('keys.stagePaste');
  const fromVariable = useCommand('keys.stageFromEnvironment');
  const [staged, setStaged] = useState<StagedPaste | null>(null);
  const begin = useEffectEvent(async () => {
    if (variable === null) return;
    const result = await fromVariable.run({ name: variable });
    if (result.ok) setStaged(result.value);
  });
  useEffect(() => {
    void begin();
  }, []);
  return {
    stage: staged === null && fromVariable.error !== null ? fromVariable : stage,
    staged,
    takePaste: async () => {
      const result = await stage.run({});
      if (result.ok) setStaged(result.value);
    },
    /** When the main process does not have it any more. */
    forgetPaste: (code: string) => {
      if (code === 'staged-paste-gone') setStaged(null);
    },
  };
}
