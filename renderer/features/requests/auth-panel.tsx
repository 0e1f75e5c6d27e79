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
import { requestsTexts, type RequestsTexts } from '../../../shared/texts/en/requests.ts';

interface AuthPanelProps {
  readonly keyChoice: KeyChoice;
  /** What the request’s file says, and what its folders and its collection hand down; `null` for one in no file. */
  readonly auth: PartAuth | null;
  readonly preview: Preview | null;
  readonly onChange: (keyChoice: KeyChoice) => void;
}

const CHOICES = ['automatic', 'key', 'none'] as const satisfies readonly KeyChoice['kind'][];

/** Where a folder or the collection says something, that is what is automatic. */
function choicesOf(auth: PartAuth | null, collections: CollectionsTexts, texts: RequestsTexts) {
  return CHOICES.map((id) =>
    id === 'automatic' && auth !== null && auth.inheritedFrom !== null
      ? {
          id,
          label: texts.auth.inherited,
          description: collections.auth.from(auth.inheritedFrom, authText(auth.inherited, collections)),
        }
      : { id, ...texts.auth.choices[id] },
  );
}

/** Which key signs the request, and what would become of it. */
export function AuthPanel({ keyChoice, auth, preview, onChange }: AuthPanelProps) {
  const texts = useTexts(requestsTexts);
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
  const options = optionsOf(
    { apiKeys, services: services.kind === 'loaded' ? services.value : [], now },
    texts,
  );
  return (
    <div className={styles.columns}>
      <RadioGroup
        label={texts.auth.label}
        options={choicesOf(auth, collections, texts).filter(({ id }) => id !== 'key' || apiKeys.length > 0)}
        value={keyChoice.kind}
        onChange={choose}
      />
      <div className={styles.column}>
        {keys.kind === 'failed' && <ErrorNote error={keys.error} />}
        {auth !== null && (auth.own.kind === 'header' || auth.own.kind === 'kept') && (
          <p>{texts.auth.fileAsks(authText(auth.own, collections))}</p>
        )}
        {keyChoice.kind === 'named' && <p>{texts.auth.named(keyChoice.name)}</p>}
        {keyChoice.kind === 'key' && (
          <Select
            label={texts.common.key}
            options={options}
            value={keyChoice.apiKeyId}
            placeholder={texts.auth.keyGone}
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

interface Known {
  readonly apiKeys: readonly ApiKey[];
  readonly services: readonly Service[];
  readonly now: number;
}

function optionsOf({ apiKeys, services, now }: Known, texts: RequestsTexts): readonly SelectOption<string>[] {
  return apiKeys.map((apiKey) => {
    const service = services.find(({ id }) => id === apiKey.serviceId)?.name ?? '';
    const parts = [apiKey.mask, service, stateOf(apiKey, now, texts)].filter((part) => part !== '');
    return { id: apiKey.id, label: apiKey.name, description: parts.join(' · ') };
  });
}

function stateOf(apiKey: ApiKey, now: number, texts: RequestsTexts): string {
  const status = apiKeyStatus(apiKey, now);
  switch (status) {
    case 'active':
      return '';
    case 'expiring':
      return texts.auth.expiring;
    case 'expired':
      return texts.auth.expired;
    case 'disabled':
      return texts.auth.disabled;
    default:
      return assertNever(status);
  }
}
