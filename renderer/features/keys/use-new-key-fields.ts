import { useState } from 'react';
import { NO_POLICIES } from '../../../shared/domain/key-policy.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { selectionOfDays, type ExpirySelection } from './expiry-selection.ts';
import { useFormErrors } from './form-errors.ts';
import type { StagedPaste } from './paste-field.tsx';

/** What the person fills in about a pasted key, and what its shape suggests for it. */
export function useNewKeyFields(
  services: readonly Service[],
  initial: { readonly serviceId: string | null; readonly name: string },
  staged: StagedPaste | null,
) {
  const { fieldError, keyNameProblem } = useFormErrors();
  const [name, setName] = useState(initial.name);
  const [chosenServiceId, setServiceId] = useState(initial.serviceId);
  const [expiry, setExpiry] = useState<ExpirySelection>(selectionOfDays(null));
  const policy = useCommandQuery('policy.get', {});
  const suggestedId = staged?.suggestedServiceId;
  // The Local API knows only the keys that it issued itself: it is offered for what looks like one of them.
  const addable = services.filter(({ id, kind }) => kind !== 'local' || id === suggestedId);
  const suggested = addable.find(({ id }) => id === suggestedId);
  const chosen = addable.find(({ id }) => id === chosenServiceId);
  return {
    name,
    setName,
    nameProblem: keyNameProblem(name),
    fieldError,
    services: addable,
    recognised: suggested?.name ?? null,
    service: chosen ?? suggested ?? (addable.length === 1 ? addable[0] : undefined),
    setServiceId,
    expiry,
    setExpiry,
    policies: policy.kind === 'loaded' ? policy.value : NO_POLICIES,
  };
}
