import { type ApiKey, apiKeyStatus } from '../../../shared/domain/api-key.ts';
import type { PartAuth } from '../../../shared/domain/collection.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { KeyChoice } from '../../../shared/domain/http-request.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useChoosableKeys } from '../../bridge/use-choosable-keys.ts';
import { useCommandQuery } from '../../bridge/use-command-query.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SigningNote } from '../../ui/exchange/signing-note.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { useNow } from '../../ui/use-now.ts';
import { authText } from './details/auth-text.ts';
import styles from './panel.module.css';
import type { Preview } from './use-preview.ts';
import { collectionsTexts, type CollectionsTexts } from '../../../shared/texts/en/collections.ts';
import { useTexts } from '../../language/speech-context.ts';

interface AuthPanelProps {
  readonly keyChoice: KeyChoice;
  /** What the request’s file says, and what its folders and its collection hand down; `null` for one in no file. */
  readonly auth: PartAuth | null;
  readonly preview: Preview | null;
  readonly onChange: (keyChoice: KeyChoice) => void;
}

const CHOICES = [
  {
    id: 'automatic',
    label: 'Automatic',
    description: 'The default key of the service whose origins hold the address.',
  },
  { id: 'key', label: 'A certain key', description: 'It still goes only to the origins of its service.' },
  { id: 'none', label: 'No key', description: 'Keyfob adds nothing.' },
] as const satisfies readonly {
  readonly id: KeyChoice['kind'];
  readonly label: string;
  readonly description: string;
}[];

/** Where a folder or the collection says something, that is what is automatic. */
function choicesOf(auth: PartAuth | null, collections: CollectionsTexts) {
  if (auth === null || auth.inheritedFrom === null) return CHOICES;
  const description = `From “${auth.inheritedFrom}”: ${authText(auth.inherited, collections)}.`;
  return CHOICES.map((choice) =>
    choice.id === 'automatic' ? { ...choice, label: 'Inherited', description } : choice,
  );
}

/** Which key signs the request, and what would become of it. */
export function AuthPanel({ keyChoice, auth, preview, onChange }: AuthPanelProps) {
  const collections = useTexts(collectionsTexts);
  const keys = useChoosableKeys(keyChoice.kind === 'key' ? keyChoice.apiKeyId : null);
  const services = useCommandQuery('services.list', {});
  const now = useNow();
  const signing = preview?.signing ?? null;
  const apiKeys = keys.kind === 'loaded' ? keys.value : [];
  const choose = (kind: KeyChoice['kind']) => {
    if (kind === 'automatic' || kind === 'none') onChange({ kind });
    else if (kind === 'key') {
      const first = apiKeys.find(({ isDefault }) => isDefault) ?? apiKeys[0];
      if (first !== undefined) onChange({ kind: 'key', apiKeyId: first.id });
    }
  };
  const options = optionsOf(apiKeys, services.kind === 'loaded' ? services.value : [], now);
  return (
    <div className={styles.columns}>
      <RadioGroup
        label="API key"
        options={choicesOf(auth, collections).filter(({ id }) => id !== 'key' || apiKeys.length > 0)}
        value={keyChoice.kind}
        onChange={choose}
      />
      <div className={styles.column}>
        {keys.kind === 'failed' && <ErrorNote error={keys.error} />}
        {auth !== null && (auth.own.kind === 'header' || auth.own.kind === 'kept') && (
          <p>
            The file asks for {authText(auth.own, collections)}. Another choice here takes its place when it
            is saved.
          </p>
        )}
        {keyChoice.kind === 'named' && (
          <p>
            The collection asks for the key “{keyChoice.name}”. Keyfob has none, or several, of this name:
            choose one before you send.
          </p>
        )}
        {keyChoice.kind === 'key' && (
          <Select
            label="Key"
            options={options}
            value={keyChoice.apiKeyId}
            placeholder="This key no longer exists"
            onChange={(apiKeyId) => {
              onChange({ kind: 'key', apiKeyId });
            }}
          />
        )}
        {signing !== null && <SigningNote decision={signing} tense="future" />}
      </div>
    </div>
  );
}

function optionsOf(
  apiKeys: readonly ApiKey[],
  services: readonly Service[],
  now: number,
): readonly SelectOption<string>[] {
  return apiKeys.map((apiKey) => {
    const service = services.find(({ id }) => id === apiKey.serviceId)?.name ?? '';
    const parts = [apiKey.mask, service, stateOf(apiKey, now)].filter((part) => part !== '');
    return { id: apiKey.id, label: apiKey.name, description: parts.join(' · ') };
  });
}

function stateOf(apiKey: ApiKey, now: number): string {
  const status = apiKeyStatus(apiKey, now);
  switch (status) {
    case 'active':
      return '';
    case 'expiring':
      return 'Expires soon';
    case 'expired':
      return 'Expired';
    case 'disabled':
      return 'Disabled';
    default:
      return assertNever(status);
  }
}
