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

interface ProfilesDialogProps {
  readonly profiles: readonly Profile[];
  readonly keys: readonly ApiKey[];
  readonly services: readonly Service[];
  readonly onClose: () => void;
}

type Step = { readonly kind: 'list' } | { readonly kind: 'form'; readonly profile: Profile | null };

/** The profiles, and the form for one of them. */
export function ProfilesDialog({ profiles, keys, services, onClose }: ProfilesDialogProps) {
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
      title="Profiles"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Close</Button>
          <Button
            variant="primary"
            icon={<Plus />}
            onPress={() => {
              toForm(null);
            }}
          >
            New profile
          </Button>
        </>
      }
    >
      {profiles.length === 0 ? (
        <EmptyState icon={<Layers />} title="Switch several defaults at once">
          A profile names one key a service, such as “Work” or “Personal”. Choosing it makes them all the
          default keys, here and in the tray.
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
  const remove = useCommand('profiles.delete');
  return (
    <>
      <ul className={styles.list} aria-label="Profiles">
        {profiles.map((profile) => (
          <li key={profile.id} className={styles.row}>
            <div className={styles.main}>
              <p className={styles.name}>
                <span dir="auto">{profile.name}</span>
                {profile.isActive && <Tag tone="accent">Active</Tag>}
              </p>
              <p className={styles.keys} dir="auto">
                {summaryOf(profile, keys, services)}
              </p>
            </div>
            <IconButton
              label={`Edit ${profile.name}`}
              icon={<PenLine />}
              size="small"
              onPress={() => {
                onEdit(profile);
              }}
            />
            <IconButton
              label={`Delete ${profile.name}`}
              tooltip="Delete the profile; its keys stay"
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

function summaryOf({ defaults }: Profile, keys: readonly ApiKey[], services: readonly Service[]): string {
  if (defaults.length === 0) return 'Its keys were deleted';
  return defaults
    .map(({ serviceId, apiKeyId }) => {
      const service = services.find(({ id }) => id === serviceId)?.name ?? 'Unknown service';
      return `${service}: ${keys.find(({ id }) => id === apiKeyId)?.name ?? 'unknown key'}`;
    })
    .join(', ');
}
