import type { AccessKey } from '../../../shared/domain/access-key.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { formatRelative } from '../../ui/format-time.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './access-keys-content.module.css';
import { AccessKeysTable } from './access-keys-table.tsx';
import { LoadProgress } from './load-progress.tsx';
import type { AccessKeysState } from './use-access-keys.ts';

interface AccessKeysContentProps {
  readonly accessKeys: AccessKeysState;
  /** `null` while the services load. */
  readonly service: Service | null;
  readonly onDelete: (accessKey: AccessKey) => void;
}

/** The table, or why there is none. */
export function AccessKeysContent({ accessKeys, service, onDelete }: AccessKeysContentProps) {
  const now = useNow();
  const { list, isLoading, progress, error, retry, cancel } = accessKeys;
  const namesError = list?.namesError ?? null;
  const isRemote = service !== null && service.kind !== 'local';
  const hasKeys = list !== null && list.keys.length > 0;
  return (
    <div className={styles.content}>
      {error !== null && <ErrorNote error={error} actions={<Button onPress={retry}>Try again</Button>} />}
      {isRemote && isLoading && <LoadProgress service={service} progress={progress} onCancel={cancel} />}
      {namesError !== null && (
        <ErrorNote error={{ ...namesError, message: `Some names are missing. ${namesError.message}` }} />
      )}
      {hasKeys && <AccessKeysTable keys={list.keys} now={now} onDelete={onDelete} />}
      {!hasKeys && !isLoading && error === null && (
        <div className={styles.nothing}>
          {list === null ? (
            <Skeleton width="60%" />
          ) : (
            <Nothing service={service} list={list} onLoad={retry} />
          )}
        </div>
      )}
      {isRemote && hasKeys && list.loadedAt !== null && !isLoading && (
        <p className={styles.loadedAt}>
          Asked {service.name} {formatRelative(list.loadedAt, now)}.
        </p>
      )}
    </div>
  );
}

interface NothingProps {
  readonly service: Service | null;
  readonly list: NonNullable<AccessKeysState['list']>;
  readonly onLoad: () => void;
}

/** A small empty state: the page's own prompt is the one for the first API key. */
function Nothing({ service, list, onLoad }: NothingProps) {
  if (service === null || service.kind === 'local') {
    return (
      <p>
        No collection is shared. Each share makes a new key that reads this one collection: for newman, a
        pipeline or a colleague.
      </p>
    );
  }
  if (list.loadedAt !== null) {
    return (
      <p>
        {service.name} knows of no access key that you may see. They are made there, when a collection is
        shared.
      </p>
    );
  }
  return (
    <>
      <p>
        {service.name} was not asked yet. It is asked with its default key, and that counts towards the calls
        of the month.
      </p>
      <Button size="small" onPress={onLoad}>
        Load access keys
      </Button>
    </>
  );
}
