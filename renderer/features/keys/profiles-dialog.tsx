import { Layers, PenLine, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import type { Profile } from '../../../shared/domain/profile.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ProfileForm } from './profile-form.tsx';
import styles from './profiles-dialog.module.css';
import { keyDialogsTexts, type KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface ProfilesDialogProps {
  readonly profiles: readonly Profile[];
  readonly keys: readonly ApiKey[];
  readonly services: readonly Service[];
  readonly onClose: () => void;
}

type Step = { readonly kind: 'list' } | { readonly kind: 'form'; readonly profile: Profile | null };

/** The profiles, and the form for one of them. */
export function ProfilesDialog({ profiles, keys, services, onClose }: ProfilesDialogProps) {
  const texts = useTexts(keyDialogsTexts);
  const [step, setStep] = useState<Step>({ kind: 'list' });
  const toForm = (profile: Profile | null) => {
    setStep({ kind: 'form', profile });
  };
  if (step.kind === 'form') {
    return (
      <ProfileForm
        profile={step.profile}
        keys={keys}
        services={services}
        onClose={() => {
          setStep({ kind: 'list' });
        }}
      />
    );
  }
  return (
    <Dialog
      title={texts.profiles.title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{texts.common.close}</Button>
          <Button
            variant="primary"
            icon={<Plus />}
            onPress={() => {
              toForm(null);
            }}
          >
            {texts.profileForm.add}
          </Button>
        </>
      }
    >
      {profiles.length === 0 ? (
        <EmptyState icon={<Layers />} title={texts.profiles.whatFor}>
          {texts.profiles.explanation}
        </EmptyState>
      ) : (
        <ProfileList profiles={profiles} keys={keys} services={services} onEdit={toForm} />
      )}
    </Dialog>
  );
}

interface ProfileListProps extends Pick<ProfilesDialogProps, 'profiles' | 'keys' | 'services'> {
  readonly onEdit: (profile: Profile) => void;
}

function ProfileList({ profiles, keys, services, onEdit }: ProfileListProps) {
  const texts = useTexts(keyDialogsTexts);
  const remove = useCommand('profiles.delete');
  return (
    <>
      <ul className={styles.list} aria-label={texts.profiles.title}>
        {profiles.map((profile) => (
          <li key={profile.id} className={styles.row}>
            <div className={styles.main}>
              <p className={styles.name}>
                <span dir="auto">{profile.name}</span>
                {profile.isActive && <Tag tone="accent">{texts.profiles.active}</Tag>}
              </p>
              <p className={styles.keys} dir="auto">
                {summaryOf(profile, { keys, services }, texts)}
              </p>
            </div>
            <IconButton
              label={texts.profiles.editNamed(profile.name)}
              icon={<PenLine />}
              size="small"
              onPress={() => {
                onEdit(profile);
              }}
            />
            <IconButton
              label={texts.profiles.deleteNamed(profile.name)}
              tooltip={texts.profiles.deleteHint}
              icon={<Trash2 />}
              size="small"
              onPress={() => void remove.run({ id: profile.id })}
            />
          </li>
        ))}
      </ul>
      {remove.error !== null && <ErrorNote error={remove.error} />}
    </>
  );
}

function summaryOf(
  { defaults }: Profile,
  { keys, services }: Pick<ProfilesDialogProps, 'keys' | 'services'>,
  texts: KeyDialogsTexts,
): string {
  if (defaults.length === 0) return texts.profiles.keysDeleted;
  return defaults
    .map(({ serviceId, apiKeyId }) => {
      const service = services.find(({ id }) => id === serviceId)?.name ?? texts.profiles.unknownService;
      return `${service}: ${keys.find(({ id }) => id === apiKeyId)?.name ?? texts.profiles.unknownKey}`;
    })
    .join(', ');
}
