import type { ReactNode } from 'react';
import { apiKeyStatus, type ApiKey } from '../../../shared/domain/api-key.ts';
import type { FoundGroup, FoundKey } from '../../../shared/domain/exposed-scan.ts';
import { useNavigation } from '../../app/navigation-context.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './group-row.module.css';
import { isUsable, valueText } from './scan-text.ts';
import { exposedTexts, type ExposedTexts } from '../../../shared/texts/en/exposed.ts';
import { useTexts } from '../../language/speech-context.ts';

interface GroupRowProps {
  readonly group: FoundGroup;
  readonly onReplace: (apiKey: ApiKey) => void;
}

/** One value that was found: whose it is, whether it works, and what to do about it. */
export function GroupRow({ group, onReplace }: GroupRowProps) {
  const texts = useTexts(exposedTexts);
  const { key, value, count, fileCount } = group;
  const apiKey = useOwnKey(key);
  const { word, tone, advice } = valueText(group, texts);
  const stopped = useStopped(apiKey);
  return (
    <div className={styles.group}>
      <div className={styles.text}>
        <p className={styles.line}>
          <bdi className={styles.name} dir="auto" title={nameOf(key, texts)}>
            {nameOf(key, texts)}
          </bdi>
          <span className={styles.mask}>{maskOfGroup(group)}</span>
          {stopped !== null && value === 'present' ? (
            <Tag tone="neutral" hasDot>
              {stopped}
            </Tag>
          ) : (
            <Tag tone={tone} hasDot>
              {word}
            </Tag>
          )}
        </p>
        <p className={styles.detail} title={advice}>
          {[texts.group.places(count, fileCount), ...ownerTexts(key, texts), advice]
            .filter((text) => text !== '')
            .join(' · ')}
        </p>
      </div>
      {isUsable(value) && <GroupAction groupKey={key} apiKey={apiKey} onReplace={onReplace} />}
    </div>
  );
}

/** One's own key as it is now, asked for by the rows that are drawn: a list of ten thousand is not read for a few. */
function useOwnKey(key: FoundKey): ApiKey | undefined {
  const id = key.kind === 'api-key' && key.creatorName === null ? key.apiKeyId : null;
  const found = useCommandQuery('keys.get', { id: id ?? '' }, { isEnabled: id !== null });
  return id !== null && found.kind === 'loaded' ? found.value : undefined;
}

/** A key that is disabled or has expired is refused, whatever its value. */
function useStopped(apiKey: ApiKey | undefined): string | null {
  const texts = useTexts(exposedTexts);
  const now = useNow();
  if (apiKey === undefined) return null;
  const status = apiKeyStatus(apiKey, now);
  if (status === 'disabled') return texts.value.disabled;
  return status === 'expired' ? texts.value.expired : null;
}

function nameOf(key: FoundKey, texts: ExposedTexts): string {
  return key.kind === 'access-key' ? (key.collectionName ?? texts.group.deletedCollection) : key.name;
}

/** An old value's mask is not known any more. */
function maskOfGroup({ key, value }: FoundGroup): string {
  return key.kind === 'revoked-key' || (key.kind === 'api-key' && value !== 'present') ? '' : key.mask;
}

function ownerTexts(key: FoundKey, texts: ExposedTexts): readonly string[] {
  switch (key.kind) {
    case 'access-key':
      return [texts.group.accessKey, ...(key.creatorName === null ? [] : [key.creatorName])];
    case 'revoked-key':
      return [texts.group.deletedKey];
    case 'api-key':
      return [key.serviceName, ...(key.creatorName === null ? [] : [key.creatorName])];
  }
}

interface GroupActionProps {
  readonly groupKey: FoundKey;
  readonly apiKey: ApiKey | undefined;
  readonly onReplace: (apiKey: ApiKey) => void;
}

function GroupAction({ groupKey, apiKey, onReplace }: GroupActionProps): ReactNode {
  const texts = useTexts(exposedTexts);
  const { go } = useNavigation();
  if (groupKey.kind === 'access-key') {
    return (
      <Button
        onPress={() => {
          go('api-keys');
        }}
      >
        {texts.group.toKeys}
      </Button>
    );
  }
  if (apiKey !== undefined) {
    return (
      <Button
        variant="danger"
        aria-label={texts.group.regenerateNamed(apiKey.name)}
        onPress={() => {
          onReplace(apiKey);
        }}
      >
        {texts.group.regenerate}
      </Button>
    );
  }
  if (groupKey.kind === 'api-key' && groupKey.creatorName !== null) {
    return (
      <Button
        onPress={() => {
          go('team-keys');
        }}
      >
        {texts.group.toTeam}
      </Button>
    );
  }
  return null;
}
