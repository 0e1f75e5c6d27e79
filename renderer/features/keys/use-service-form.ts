import { useState } from 'react';
import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { errorBeside, useFormErrors } from './form-errors.ts';
import {
  draftOf,
  emptyServiceForm,
  formOfService,
  SERVICE_FIELDS,
  serviceFormErrors,
  type ServiceField,
  type ServiceForm,
} from './service-form.ts';

/** The state of the form that adds a service, or changes this one. */
export function useServiceForm(service: Service | null, onSaved: () => void) {
  const { fieldError, fieldWords } = useFormErrors();
  const create = useCommand('services.create');
  const update = useCommand('services.update');
  const [form, setForm] = useState<ServiceForm>(() =>
    service === null ? emptyServiceForm() : formOfService(service),
  );
  const [isSubmitted, setIsSubmitted] = useState(false);
  const error = create.error ?? update.error;
  const errors = serviceFormErrors(form, fieldWords);
  const submit = () => {
    setIsSubmitted(true);
    if (Object.keys(errors).length > 0) return;
    const draft = draftOf(form);
    const saved = service === null ? create.run(draft) : update.run({ id: service.id, draft });
    void saved.then((result) => {
      if (result.ok) onSaved();
    });
  };
  const messageOf = (field: ServiceField) =>
    fieldError(error, field) ??
    fieldError(error, `draft.${field}`) ??
    (isSubmitted ? errors[field] : undefined);
  return {
    form,
    /** What a text field of the form needs. */
    field: (field: Exclude<ServiceField, 'origins'>) => ({
      value: form[field],
      onChange: (text: string) => {
        change({ [field]: text });
      },
      errorMessage: messageOf(field),
    }),
    change,
    messageOf,
    submit,
    isPending: create.isPending || update.isPending,
    otherError: errorBeside(error, [...SERVICE_FIELDS, ...SERVICE_FIELDS.map((name) => `draft.${name}`)]),
  };

  function change(patch: Partial<ServiceForm>) {
    setForm((current) => ({ ...current, ...patch }));
    create.clearError();
    update.clearError();
  }
}
