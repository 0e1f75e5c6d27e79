import type { Collection } from '../../../shared/domain/collection.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Select } from '../../ui/select.tsx';
import { useToast } from '../../ui/use-toast.ts';
import styles from './collection-service-select.module.css';
import { ExportCollectionButton } from './exports/export-collection-button.tsx';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';
import { useTexts } from '../../language/speech-context.ts';

/** Which service `{{baseUrl}}` of a collection stands for. */
interface CollectionServiceSelectProps {
  readonly collection: Collection;
  readonly isLabelShown?: boolean;
}

export function CollectionServiceSelect({ collection, isLabelShown = false }: CollectionServiceSelectProps) {
  const texts = useTexts(requestsTexts);
  const services = useCommandQuery('services.list', {});
  const setService = useCommand('collections.setService');
  const toast = useToast();
  const all = services.kind === 'loaded' ? services.value : [];
  // The built-in collection is the Postman API: only what speaks it can stand behind it.
  const fitting = collection.isBuiltIn ? all.filter(({ kind }) => kind !== 'custom') : all;
  return (
    <div className={styles.row}>
      <Select
        label={texts.pane.serviceOf(collection.name)}
        isLabelHidden={!isLabelShown}
        size={isLabelShown ? 'medium' : 'small'}
        options={fitting.map(({ id, name, baseUrl }) => ({ id, label: name, description: baseUrl }))}
        value={collection.serviceId}
        isDisabled={services.kind !== 'loaded' || setService.isPending}
        placeholder={services.kind === 'loading' ? '' : texts.pane.chooseService}
        onChange={(serviceId) => {
          void setService.run({ id: collection.id, serviceId }).then((result) => {
            if (!result.ok) toast.showError(result.error);
          });
        }}
      />
      {!collection.isBuiltIn && <ExportCollectionButton id={collection.id} name={collection.name} />}
    </div>
  );
}
