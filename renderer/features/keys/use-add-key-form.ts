import { useState } from 'react';
import { isVerifiable, type Service } from '../../../shared/domain/service.ts';
import { NO_POLICIES } from '../../../shared/domain/key-policy.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useClock } from '../../ui/use-now.ts';
import { useToast } from '../../ui/use-toast.ts';
import { readExpiry, selectionOfDays, type ExpirySelection } from './expiry-selection.ts';
import { fieldError, keyNameProblem } from './form-errors.ts';
import type { StagedPaste } from './paste-field.tsx';
import { useStagedCheck } from './use-staged-check.ts';

interface AddKeyFormOptions {
  readonly services: readonly Service[];
  readonly initialServiceId: string | null;
  readonly onAdded: () => void;
}

/** The state of the form that keeps a pasted key. It knows the paste by a token. */
export function useAddKeyForm({ services, initialServiceId, onAdded }: AddKeyFormOptions) {
  const stage = useCommand('keys.stagePaste');
  const add = useCommand('keys.addStaged');
  const check = useStagedCheck();
  const toast = useToast();
  const policy = useCommandQuery('policy.get', {});
  const clock = useClock();
  const [staged, setStaged] = useState<StagedPaste | null>(null);
  const [name, setName] = useState('');
  const [chosenServiceId, setServiceId] = useState(initialServiceId);
  const [expiry, setExpiry] = useState<ExpirySelection>(selectionOfDays(null));
  const [isSubmitted, setIsSubmitted] = useState(false);
  // The Local API knows only the keys that it issued itself: it is offered for what looks like one of them.
  const addable = services.filter(({ id, kind }) => kind !== 'local' || id === staged?.suggestedServiceId);
  const suggested = addable.find(({ id }) => id === staged?.suggestedServiceId);
  const chosen = addable.find(({ id }) => id === chosenServiceId);
  const service = chosen ?? suggested ?? (addable.length === 1 ? addable[0] : undefined);
  const problem = keyNameProblem(name);
  const checkState = check.stateOf(staged, service);
  const needsCheck = service !== undefined && isVerifiable(service) && checkState.kind !== 'accepted';

  const forgetPaste = (code: string) => {
    if (code === 'staged-paste-gone') setStaged(null);
  };
  const paste = () => {
    add.clearError();
    check.clear();
    void stage.run({}).then((result) => {
      if (result.ok) setStaged(result.value);
    });
  };
  const keep = (verification: 'required' | 'skipped') => {
    setIsSubmitted(true);
    const reading = readExpiry(expiry, clock());
    if (staged === null || problem !== null || service === undefined || reading.kind === 'incomplete') return;
    const { token } = staged;
    const input = { token, name, serviceId: service.id, expiry: reading.choice, verification };
    void add.run(input).then((result) => {
      if (result.ok) {
        toast.show({ tone: 'good', title: `“${result.value.name}” is kept, sealed.` });
        onAdded();
      } else forgetPaste(result.error.code);
    });
  };
  const verify = () => {
    setIsSubmitted(true);
    if (staged === null || service === undefined) return;
    void check.ask(staged, service).then((result) => {
      if (!result.ok) forgetPaste(result.error.code);
    });
  };
  return {
    services: addable,
    stage,
    add,
    staged,
    recognised: suggested?.name ?? null,
    paste,
    name,
    setName: (text: string) => {
      setName(text);
      add.clearError();
    },
    nameError: fieldError(add.error, 'name') ?? (isSubmitted ? (problem ?? undefined) : undefined),
    service,
    setServiceId: (id: string) => {
      setServiceId(id);
      add.clearError();
    },
    expiry,
    setExpiry,
    policies: policy.kind === 'loaded' ? policy.value : NO_POLICIES,
    isSubmitted,
    checkState,
    error: add.error ?? check.pasteError,
    /** Whether the next step asks the service, and the one after that keeps the key. */
    needsCheck,
    isVerifying: check.isPending,
    submit: () => {
      if (needsCheck) verify();
      else keep('required');
    },
    keepUnverified: () => {
      keep('skipped');
    },
  };
}
