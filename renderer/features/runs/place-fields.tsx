import type { Collection } from '../../../shared/domain/collection.ts';
import { requestsIn } from '../../../shared/domain/collection.ts';
import type { RunEnvironment, RunPlace } from '../../../shared/domain/run.ts';
import { Select } from '../../ui/select.tsx';
import { foldersOf } from './run-places.ts';
import { runSetUpTexts } from '../../../shared/texts/en/run-set-up.ts';
import { useTexts } from '../../language/speech-context.ts';
import styles from './setup-pane.module.css';
import type { RunEnvironmentChoice } from './use-run-environment.ts';

interface PlaceFieldsProps {
  readonly collections: readonly Collection[];
  readonly collection: Collection;
  readonly place: RunPlace;
  readonly environment: RunEnvironmentChoice;
  readonly onChange: (place: RunPlace) => void;
  readonly onEnvironmentChange: (environment: RunEnvironment) => void;
}

const WHOLE = 'whole';

/** What is run, a collection or one of its folders, and in which environment. */
export function PlaceFields(props: PlaceFieldsProps) {
  const { collections, collection, place, environment, onChange, onEnvironmentChange } = props;
  const texts = useTexts(runSetUpTexts);
  const folders = foldersOf(collection.items);
  return (
    <div className={styles.places}>
      <Select
        label={texts.place.collection}
        options={collections.map(({ id, name, items }) => ({
          id,
          label: name,
          description: texts.requests(requestsIn(items).length),
        }))}
        value={place.collectionId}
        onChange={(collectionId) => {
          onChange({ collectionId, folderId: null });
        }}
      />
      <Select
        label={texts.place.folder}
        options={[
          { id: WHOLE, label: texts.place.whole },
          ...folders.map(({ id, path, requestCount }) => ({
            id: `folder ${id}`,
            label: path,
            description: texts.requests(requestCount),
          })),
        ]}
        value={place.folderId === null ? WHOLE : `folder ${place.folderId}`}
        onChange={(id) => {
          const folder = folders.find((each) => `folder ${each.id}` === id);
          onChange({ collectionId: collection.id, folderId: folder?.id ?? null });
        }}
      />
      <Select
        label={texts.place.environment}
        options={environment.options}
        value={environment.value}
        description={
          environment.value === 'in-use' ? texts.place.environmentHint : texts.place.environmentOfRun
        }
        isDisabled={!environment.isLoaded}
        onChange={(id) => {
          onEnvironmentChange(environment.read(id));
        }}
      />
    </div>
  );
}
