import type { FileAuth, PartAuth } from '../../../../shared/domain/collection.ts';
import type { KeyChoice } from '../../../../shared/domain/http-request.ts';
import { useCommandQuery } from '../../../bridge/use-command-query.ts';
import { RadioGroup, type RadioOption } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { authText } from './auth-text.ts';

/** `null`: as the file has it. */
export type AuthChoice = KeyChoice | null;

interface AuthFieldsProps {
  readonly auth: PartAuth;
  readonly choice: AuthChoice;
  readonly onChange: (choice: AuthChoice) => void;
}

type OptionId = 'file' | 'automatic' | 'none' | 'key';

/** Which key the requests of a collection or a folder are signed with, unless they say otherwise themselves. */
export function AuthFields({ auth, choice, onChange }: AuthFieldsProps) {
  const keys = useCommandQuery('keys.list', {});
  const apiKeys = keys.kind === 'loaded' ? keys.value : [];
  const now: KeyChoice | null = choice ?? choiceOf(auth.own, apiKeys);
  const id: OptionId = now === null || now.kind === 'named' ? 'file' : now.kind;
  const choose = (chosen: OptionId) => {
    const first = apiKeys.find(({ isDefault }) => isDefault) ?? apiKeys[0];
    if (chosen === 'file') onChange(null);
    else if (chosen !== 'key') onChange({ kind: chosen });
    else if (first !== undefined) onChange({ kind: 'key', apiKeyId: first.id });
  };
  return (
    <>
      <RadioGroup<OptionId>
        label="Authorization"
        options={optionsOf(auth, choiceOf(auth.own, apiKeys) === null, apiKeys.length > 0)}
        value={id}
        onChange={choose}
      />
      {now?.kind === 'key' && (
        <Select
          label="Key"
          options={apiKeys.map((key) => ({ id: key.id, label: key.name, description: key.mask }))}
          value={now.apiKeyId}
          placeholder="This key no longer exists"
          onChange={(apiKeyId) => {
            onChange({ kind: 'key', apiKeyId });
          }}
        />
      )}
    </>
  );
}

/** The choice that the file's authorization stands for; `null` for one that Keyfob does not write. */
function choiceOf(
  own: FileAuth,
  keys: readonly { readonly id: string; readonly name: string }[],
): KeyChoice | null {
  if (own.kind === 'inherit') return { kind: 'automatic' };
  if (own.kind === 'none') return { kind: 'none' };
  if (own.kind !== 'key') return null;
  const known = keys.find(({ id }) => id === own.apiKeyId) ?? onlyNamed(own.name, keys);
  return known === undefined ? null : { kind: 'key', apiKeyId: known.id };
}

function onlyNamed<Key extends { readonly name: string }>(
  name: string,
  keys: readonly Key[],
): Key | undefined {
  const [only, ...others] = keys.filter((key) => key.name === name);
  return others.length === 0 ? only : undefined;
}

function optionsOf(auth: PartAuth, isOther: boolean, hasKeys: boolean): readonly RadioOption<OptionId>[] {
  const inherited =
    auth.inheritedFrom === null
      ? `${capitalised(authText({ kind: 'inherit' }))}.`
      : `From “${auth.inheritedFrom}”: ${authText(auth.inherited)}.`;
  return [
    ...(isOther
      ? [
          {
            id: 'file' as const,
            label: 'As the file says',
            description: `${capitalised(authText(auth.own))}.`,
          },
        ]
      : []),
    { id: 'automatic', label: 'Inherited', description: inherited },
    ...(hasKeys
      ? [
          {
            id: 'key' as const,
            label: 'A certain key',
            description:
              'A reference by name in the file, never its value. It goes only to its service’s origins.',
          },
        ]
      : []),
    { id: 'none', label: 'No key', description: 'Keyfob adds nothing.' },
  ];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
