import { useState } from 'react';
import type { Service } from '../../../shared/domain/service.ts';
import { NO_POLICIES } from '../../../shared/domain/key-policy.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useClock } from '../../ui/use-now.ts';
import { useToast } from '../../ui/use-toast.ts';
import { readExpiry, selectionOfDays, type ExpirySelection } from './expiry-selection.ts';
import { fieldError, keyNameProblem } from './form-errors.ts';
import type { StagedPaste } from './paste-field.tsx';

interface AddKeyFormOptions {
  readonly services: readonly Service[];
  readonly initialServiceId: string | null;
  readonly onAdded: () => void;
}

/** The state of the form that keeps a pasted key. It knows the paste by a token. */
export function useAddKeyForm({ services, initialServiceId, onAdded }: AddKeyFormOptions) {
  // The Local API knows only the keys that it issued itself.
  const addable = services.filter(({ kind }) => kind !== 'local');
  const stage = useCommand('keys.stagePaste');
  const add = useCommand('keys.addStaged');
  const toast = useToast();
  const policy = useCommandQuery('policy.get', {});
  const clock = useClock();
  const [staged, setStaged] = useState<StagedPaste | null>(null);
  const [name, setName] = useState('');
  const [chosenServiceId, setServiceId] = useState(initialServiceId);
  const [expiry, setExpiry] = useState<ExpirySelection>(selectionOfDays(null));
  const [isSubmitted, setIsSubmitted] = useState(false);
  const suggested = addable.find(({ id }) => id === staged?.suggestedServiceId);
  const chosen = addable.find(({ id }) => id === chosenServiceId);
  const service = chosen ?? suggested ?? (addable.length === 1 ? addable[0] : undefined);
  const problem = keyNameProblem(name);

  const paste = () => {
    add.clearError();
    void stage.run({}).then((result) => {
      if (result.ok) setStaged(result.value);
    });
  };
  const submit = () => {
    setIsSubmitted(true);
    const reading = readExpiry(expiry, clock());
    if (staged === null || problem !== null || service === undefined || reading.kind === 'incomplete') return;
    const input = { token: staged.token, name, serviceId: service.id, expiry: reading.choice };
    void add.run(input).then((result) => {
      if (result.ok) {
        toast.show({ tone: 'good', title: `“${result.value.name}” is kept, sealed.` });
        onAdded();
      } else if (result.error.code === 'staged-paste-gone') setStaged(null);
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
    setServiceId,
    expiry,
    setExpiry,
    policies: policy.kind === 'loaded' ? policy.value : NO_POLICIES,
    isSubmitted,
    submit,
  };
}
