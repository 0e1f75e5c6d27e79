import type { Collection } from '../../../shared/domain/collection.ts';
import { requestsIn } from '../../../shared/domain/collection.ts';
import type { RunPlace } from '../../../shared/domain/run.ts';
import { useEnvironmentChoice } from '../../bridge/use-environment-choice.ts';
import { Select } from '../../ui/select.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { foldersOf } from './run-places.ts';
import { plural } from './setup-form.ts';
import styles from './setup-pane.module.css';

interface PlaceFieldsProps {
  readonly collections: readonly Collection[];
  readonly collection: Collection;
  readonly place: RunPlace;
  readonly onChange: (place: RunPlace) => void;
}

const WHOLE = 'whole';

/** What is run, a collection or one of its folders, and in which environment. */
export function PlaceFields({ collections, collection, place, onChange }: PlaceFieldsProps) {
  const folders = foldersOf(collection.items);
  const environment = useEnvironmentChoice();
  const toast = useToast();
  return (
    <div className={styles.places}>
      <Select
        label="Collection"
        options={collections.map(({ id, name, items }) => ({
          id,
          label: name,
          description: plural(requestsIn(items).length, 'request'),
        }))}
        value={place.collectionId}
        onChange={(collectionId) => {
          onChange({ collectionId, folderId: null });
        }}
      />
      <Select
        label="Folder"
        options={[
          { id: WHOLE, label: 'The whole collection' },
          ...folders.map(({ id, path, requestCount }) => ({
            id: `folder ${id}`,
            label: path,
            description: plural(requestCount, 'request'),
          })),
        ]}
        value={place.folderId === null ? WHOLE : `folder ${place.folderId}`}
        onChange={(id) => {
          const folder = folders.find((each) => `folder ${each.id}` === id);
          onChange({ collectionId: collection.id, folderId: folder?.id ?? null });
        }}
      />
      <Select
        label="Environment"
        options={environment.options}
        value={environment.value}
        description="The one that Requests uses too."
        isDisabled={!environment.isLoaded}
        onChange={(id) => {
          void environment.choose(id).then((error) => {
            if (error !== null) toast.showError(error);
          });
        }}
      />
    </div>
  );
}
