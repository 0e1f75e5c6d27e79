import type { ReactNode } from 'react';
import { apiKeyStatus, type ApiKey } from '../../../shared/domain/api-key.ts';
import type { FoundGroup, FoundKey } from '../../../shared/domain/exposed-scan.ts';
import { useNavigation } from '../../app/navigation-context.ts';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './group-row.module.css';
import { countText, isUsable, valueText } from './scan-text.ts';

interface GroupRowProps {
  readonly group: FoundGroup;
  /** One's own keys, as they are now. */
  readonly keysById: ReadonlyMap<string, ApiKey>;
  readonly onReplace: (apiKey: ApiKey) => void;
}

/** One value that was found: whose it is, whether it works, and what to do about it. */
export function GroupRow({ group, keysById, onReplace }: GroupRowProps) {
  const { key, value, count, fileCount } = group;
  const apiKey = key.kind === 'api-key' ? keysById.get(key.apiKeyId) : undefined;
  const { word, tone, advice } = valueText(group);
  const stopped = useStopped(apiKey);
  return (
    <div className={styles.group}>
      <div className={styles.text}>
        <p className={styles.line}>
          <bdi className={styles.name} dir="auto" title={nameOf(key)}>
            {nameOf(key)}
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
          {[`${countText(count, 'place')} in ${countText(fileCount, 'file')}`, ...ownerTexts(key), advice]
            .filter((text) => text !== '')
            .join(' · ')}
        </p>
      </div>
      {isUsable(value) && <GroupAction groupKey={key} apiKey={apiKey} onReplace={onReplace} />}
    </div>
  );
}

/** A key that is disabled or has expired is refused, whatever its value. */
function useStopped(apiKey: ApiKey | undefined): string | null {
  const now = useNow();
  if (apiKey === undefined) return null;
  const status = apiKeyStatus(apiKey, now);
  if (status === 'disabled') return 'Disabled';
  return status === 'expired' ? 'Expired' : null;
}

function nameOf(key: FoundKey): string {
  return key.kind === 'access-key' ? (key.collectionName ?? 'A deleted collection') : key.name;
}

/** An old value's mask is not known any more. */
function maskOfGroup({ key, value }: FoundGroup): string {
  return key.kind === 'revoked-key' || (key.kind === 'api-key' && value !== 'present') ? '' : key.mask;
}

function ownerTexts(key: FoundKey): readonly string[] {
  switch (key.kind) {
    case 'access-key':
      return ['Collection access key', ...(key.creatorName === null ? [] : [key.creatorName])];
    case 'revoked-key':
      return ['A key that was deleted or revoked'];
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
  const { go } = useNavigation();
  if (groupKey.kind === 'access-key') {
    return (
      <Button
        onPress={() => {
          go('api-keys');
        }}
      >
        Go to API keys
      </Button>
    );
  }
  if (apiKey !== undefined) {
    return (
      <Button
        variant="danger"
        aria-label={`Regenerate as exposed: ${apiKey.name}`}
        onPress={() => {
          onReplace(apiKey);
        }}
      >
        Regenerate as exposed
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
        Go to Team keys
      </Button>
    );
  }
  return null;
}
