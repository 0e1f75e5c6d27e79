import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../../bridge/use-command.ts';
import { useCommandQuery } from '../../../bridge/use-command-query.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import styles from './environment-bar.module.css';
import { EnvironmentsDialog } from './environments-dialog.tsx';

const NONE = 'none';

/** Which environment requests use, and the way to edit them. */
export function EnvironmentBar() {
  const list = useCommandQuery('environments.list', {});
  const setActive = useCommand('environments.setActive');
  const toast = useToast();
  const [isEditing, setIsEditing] = useState(false);
  const known = list.kind === 'loaded' ? list.value : { activeId: null, environments: [] };
  const readable = known.environments.filter(({ problem }) => problem === null);
  return (
    <div className={styles.bar}>
      <div className={styles.select}>
        <Select
          label="Environment"
          isLabelHidden
          size="small"
          options={[
            { id: NONE, label: 'No environment' },
            ...readable.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={known.activeId ?? NONE}
          isDisabled={list.kind !== 'loaded'}
          onChange={(id) => {
            void setActive.run({ id: id === NONE ? null : id }).then((result) => {
              if (!result.ok) toast.showError(result.error);
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
