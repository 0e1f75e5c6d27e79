import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useEnvironmentChoice } from '../../../bridge/use-environment-choice.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import styles from './environment-bar.module.css';
import { EnvironmentsDialog } from './environments-dialog.tsx';
import { environmentsTexts } from '../../../../shared/texts/en/environments.ts';
import { useTexts } from '../../../language/speech-context.ts';

/** Which environment requests use, and the way to edit them. */
export function EnvironmentBar() {
  const texts = useTexts(environmentsTexts);
  const choice = useEnvironmentChoice();
  const toast = useToast();
  const [isEditing, setIsEditing] = useState(false);
  return (
    <div className={styles.bar}>
      <div className={styles.select}>
        <Select
          label={texts.bar.label}
          isLabelHidden
          size="small"
          options={choice.options}
          value={choice.value}
          isDisabled={!choice.isLoaded}
          onChange={(id) => {
            void choice.choose(id).then((error) => {
              if (error !== null) toast.showError(error);
            });
          }}
        />
      </div>
      <IconButton
        label={texts.bar.edit}
        icon={<SlidersHorizontal />}
        size="small"
        onPress={() => {
          setIsEditing(true);
        }}
      />
      {isEditing && (
        <EnvironmentsDialog
          onClose={() => {
            setIsEditing(false);
          }}
        />
      )}
    </div>
  );
}
