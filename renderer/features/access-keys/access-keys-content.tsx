import type { AccessKey } from '../../../shared/domain/access-key.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './access-keys-content.module.css';
import { AccessKeysTable } from './access-keys-table.tsx';
import { LoadProgress } from './load-progress.tsx';
import type { AccessKeysState } from './use-access-keys.ts';
import { accessKeysTexts } from '../../../shared/texts/en/access-keys.ts';
import { uiTexts } from '../../../shared/texts/en/ui.ts';
import { useErrorWords, useFormats, useTexts } from '../../language/speech-context.ts';

interface AccessKeysContentProps {
  readonly accessKeys: AccessKeysState;
  /** `null` while the services load. */
  readonly service: Service | null;
  readonly onDelete: (accessKey: AccessKey) => void;
}

/** The table, or why there is none. */
export function AccessKeysContent({ accessKeys, service, onDelete }: AccessKeysContentProps) {
  const texts = useTexts(accessKeysTexts);
  const { tryAgain } = useTexts(uiTexts);
  const formats = useFormats();
  const wordsOf = useErrorWords();
  const now = useNow();
  const { list, isLoading, progress, error, retry, cancel } = accessKeys;
  const namesError = list?.namesError ?? null;
  const isRemote = service !== null && service.kind !== 'local';
  const hasKeys = list !== null && list.keys.length > 0;
  return (
    <div className={styles.content}>
      {error !== null && <ErrorNote error={error} actions={<Button onPress={retry}>{tryAgain}</Button>} />}
      {isRemote && isLoading && <LoadProgress service={service} progress={progress} onCancel={cancel} />}
      {namesError !== null && (
        <ErrorNote error={{ ...namesError, message: texts.namesMissing(wordsOf(namesError).message) }} />
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
        <p className={styles.loadedAt}>{texts.askedAt(service.name, formats.relative(list.loadedAt, now))}</p>
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
  const texts = useTexts(accessKeysTexts);
  if (service === null || service.kind === 'local') {
    return <p>{texts.noneShared}</p>;
  }
  if (list.loadedAt !== null) {
    return <p>{texts.noneKnown(service.name)}</p>;
  }
  return (
    <>
      <p>{texts.notAsked(service.name)}</p>
      <Button size="small" onPress={onLoad}>
        {texts.load}
      </Button>
    </>
  );
}
