import { Layers } from 'lucide-react';
import { useState } from 'react';
import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { ProfilesDialog } from './profiles-dialog.tsx';
import styles from './profile-switcher.module.css';
import { keysTexts } from '../../../shared/texts/en/keys.ts';
import { useTexts } from '../../language/speech-context.ts';

interface ProfileSwitcherProps {
  readonly services: readonly Service[];
}

/** Switches the default keys of several services at once. Without a profile there is only the way to make one. */
export function ProfileSwitcher({ services }: ProfileSwitcherProps) {
  const { profile: texts } = useTexts(keysTexts);
  const profiles = useCommandQuery('profiles.list', {});
  const switchTo = useCommand('profiles.switch');
  const toast = useToast();
  const [isManaging, setIsManaging] = useState(false);
  // Every key, for the form alone.
  const keys = useCommandQuery('keys.list', {}, { isEnabled: isManaging });
  const all = profiles.kind === 'loaded' ? profiles.value : [];
  const choose = (id: string) => {
    void switchTo.run({ id }).then((result) => {
      if (!result.ok) toast.showError(result.error);
      else toast.show({ tone: 'good', title: texts.switched(result.value.name) });
    });
  };
  return (
    <div className={styles.switcher}>
      {all.length > 0 && (
        <Select
          label={texts.label}
          isLabelHidden
          size="small"
          options={all.map(({ id, name, defaults }) => ({
            id,
            label: name,
            description: defaults.length === 0 ? texts.keysDeleted : undefined,
          }))}
          value={all.find(({ isActive }) => isActive)?.id ?? null}
          placeholder={texts.none}
          onChange={choose}
        />
      )}
      <IconButton
        label={texts.manage}
        icon={<Layers />}
        size="small"
        onPress={() => {
          setIsManaging(true);
        }}
      />
      {isManaging && keys.kind !== 'loading' && (
        <ProfilesDialog
          profiles={all}
          keys={keys.kind === 'loaded' ? keys.value : []}
          services={services}
          onClose={() => {
            setIsManaging(false);
          }}
        />
      )}
    </div>
  );
}
