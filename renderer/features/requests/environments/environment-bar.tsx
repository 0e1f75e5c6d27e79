import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useEnvironmentChoice } from '../../../bridge/use-environment-choice.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import styles from './environment-bar.module.css';
import { EnvironmentsDialog } from './environments-dialog.tsx';

/** Which environment requests use, and the way to edit them. */
export function EnvironmentBar() {
  const choice = useEnvironmentChoice();
  const toast = useToast();
  const [isEditing, setIsEditing] = useState(false);
  return (
    <div className={styles.bar}>
      <div className={styles.select}>
        <Select
          label="Environment"
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
        label="Edit environments"
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
