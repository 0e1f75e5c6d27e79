import { useState } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { profileDraftSchema, type Profile } from '../../../shared/domain/profile.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { errorBeside, useFormErrors } from './form-errors.ts';
import styles from './dialog-text.module.css';
import { keyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface ProfileFormProps {
  /** The one to change; `null` for a new one. */
  readonly profile: Profile | null;
  readonly keys: readonly ApiKey[];
  readonly services: readonly Service[];
  readonly onClose: () => void;
}

const UNCHANGED = 'unchanged';

/** A name, and for each service the key that becomes its default. A new profile starts with the defaults of now. */
export function ProfileForm({ profile, keys, services, onClose }: ProfileFormProps) {
  const texts = useTexts(keyDialogsTexts);
  const { name, setName, chosen, choose, messageOf, submit, isPending, otherError } = useProfileForm({
    profile,
    keys,
    onSaved: onClose,
  });
  const withKeys = services.filter((service) => keys.some(({ serviceId }) => serviceId === service.id));
  return (
    <Dialog
      title={profile === null ? texts.profileForm.add : texts.profileForm.edit(profile.name)}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit" isPending={isPending}>
            {profile === null ? texts.profileForm.save : texts.common.save}
          </Button>
        </>
      }
    >
      <TextField
        label={texts.common.name}
        autoFocus
        value={name}
        onChange={setName}
        placeholder={texts.profileForm.example}
        errorMessage={messageOf('name')}
      />
      {withKeys.length === 0 && <p className={styles.text}>{texts.profileForm.noKey}</p>}
      {withKeys.map((service) => (
        <Select
          key={service.id}
          label={service.name}
          options={[
            { id: UNCHANGED, label: texts.profileForm.leave },
            ...keys
              .filter(({ serviceId }) => serviceId === service.id)
              .map((apiKey) => ({ id: apiKey.id, label: apiKey.name, description: apiKey.mask })),
          ]}
          value={chosen.get(service.id) ?? UNCHANGED}
          onChange={(id) => {
            choose(service.id, id === UNCHANGED ? null : id);
          }}
        />
      ))}
      {messageOf('defaults') !== undefined && <p className={styles.note}>{messageOf('defaults')}</p>}
      {otherError !== null && <ErrorNote error={otherError} />}
    </Dialog>
  );
}

interface ProfileFormOptions extends Pick<ProfileFormProps, 'profile' | 'keys'> {
  readonly onSaved: () => void;
}

function useProfileForm({ profile, keys, onSaved }: ProfileFormOptions) {
  const { fieldError, fieldWords } = useFormErrors();
  const save = useCommand('profiles.save');
  const [name, setName] = useState(profile?.name ?? '');
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(() => initialDefaults(profile, keys));
  const [isSubmitted, setIsSubmitted] = useState(false);
  const draft = {
    id: profile?.id ?? null,
    name,
    defaults: [...chosen].map(([serviceId, apiKeyId]) => ({ serviceId, apiKeyId })),
  };
  const issues = profileDraftSchema.safeParse(draft).error?.issues ?? [];
  const problemOf = (field: string) => {
    const said = issues.find(({ path }) => path[0] === field)?.message;
    return said === undefined ? undefined : fieldWords(said);
  };
  return {
    name,
    setName: (text: string) => {
      setName(text);
      save.clearError();
    },
    chosen,
    choose: (serviceId: string, apiKeyId: string | null) => {
      const next = new Map(chosen);
      if (apiKeyId === null) next.delete(serviceId);
      else next.set(serviceId, apiKeyId);
      setChosen(next);
      save.clearError();
    },
    messageOf: (field: 'name' | 'defaults') =>
      fieldError(save.error, field) ?? (isSubmitted ? problemOf(field) : undefined),
    submit: () => {
      setIsSubmitted(true);
      if (issues.length > 0) return;
      void save.run(draft).then((result) => {
        if (result.ok) onSaved();
      });
    },
    isPending: save.isPending,
    otherError: errorBeside(save.error, ['name', 'defaults']),
  };
}

function initialDefaults(profile: Profile | null, keys: readonly ApiKey[]): ReadonlyMap<string, string> {
  const defaults =
    profile?.defaults ??
    keys.filter(({ isDefault }) => isDefault).map(({ id, serviceId }) => ({ serviceId, apiKeyId: id }));
  return new Map(defaults.map(({ serviceId, apiKeyId }) => [serviceId, apiKeyId]));
}
