import { useMemo } from 'react';
import type { ApiKey } from '../../../../shared/domain/api-key.ts';
import type { FileAuth, PartAuth } from '../../../../shared/domain/collection.ts';
import type { KeyChoice } from '../../../../shared/domain/http-request.ts';
import { useChoosableKeys } from '../../../bridge/use-choosable-keys.ts';
import { useCommandQuery } from '../../../bridge/use-command-query.ts';
import { RadioGroup, type RadioOption } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { authText } from './auth-text.ts';
import { collectionsTexts, type CollectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

/** `null`: as the file has it. */
export type AuthChoice = KeyChoice | null;

interface AuthFieldsProps {
  readonly auth: PartAuth;
  readonly choice: AuthChoice;
  readonly onChange: (choice: AuthChoice) => void;
}

/** A file names one key; more than one of the name are none that can be told. */
const MOST_NAMED = 50;
const MOST_SEARCHED = 100;

type OptionId = 'file' | 'automatic' | 'none' | 'key';

/** Which key the requests of a collection or a folder are signed with, unless they say otherwise themselves. */
export function AuthFields({ auth, choice, onChange }: AuthFieldsProps) {
  const texts = useTexts(collectionsTexts);
  const apiKeys = useOfferedKeys(auth.own, choice);
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
        label={texts.auth.label}
        options={optionsOf(
          { auth, isOther: choiceOf(auth.own, apiKeys) === null, hasKeys: apiKeys.length > 0 },
          texts,
        )}
        value={id}
        onChange={choose}
      />
      {now?.kind === 'key' && (
        <Select
          label={texts.auth.key}
          options={apiKeys.map((key) => ({ id: key.id, label: key.name, description: key.mask }))}
          value={now.apiKeyId}
          placeholder={texts.auth.keyGone}
          onChange={(apiKeyId) => {
            onChange({ kind: 'key', apiKeyId });
          }}
        />
      )}
    </>
  );
}

/** Those that the list offers, with the one that is chosen and those of the name that the file has. */
function useOfferedKeys(own: FileAuth, choice: AuthChoice): readonly ApiKey[] {
  const inFile = own.kind === 'key' ? own : null;
  const offered = useChoosableKeys(choice?.kind === 'key' ? choice.apiKeyId : (inFile?.apiKeyId ?? null));
  const search = inFile?.name.slice(0, MOST_SEARCHED) ?? '';
  const named = useCommandQuery(
    'keys.find',
    { search, besides: '', limit: MOST_NAMED },
    { isEnabled: search !== '' },
  );
  return useMemo(() => {
    const isLoading = offered.kind === 'loading' || (search !== '' && named.kind === 'loading');
    if (isLoading || offered.kind === 'failed') return [];
    const more = search !== '' && named.kind === 'loaded' ? named.value : [];
    const known = new Set(offered.value.map(({ id }) => id));
    return [...offered.value, ...more.filter(({ id, name }) => name === inFile?.name && !known.has(id))];
  }, [offered, named, search, inFile?.name]);
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

interface Options {
  readonly auth: PartAuth;
  readonly isOther: boolean;
  readonly hasKeys: boolean;
}

function optionsOf(
  { auth, isOther, hasKeys }: Options,
  texts: CollectionsTexts,
): readonly RadioOption<OptionId>[] {
  const inherited =
    auth.inheritedFrom === null
      ? `${capitalised(authText({ kind: 'inherit' }, texts))}.`
      : texts.auth.from(auth.inheritedFrom, authText(auth.inherited, texts));
  return [
    ...(isOther
      ? [
          {
            id: 'file' as const,
            label: texts.auth.asInFile,
            description: `${capitalised(authText(auth.own, texts))}.`,
          },
        ]
      : []),
    { id: 'automatic', label: texts.auth.inherited, description: inherited },
    ...(hasKeys
      ? [
          {
            id: 'key' as const,
            label: texts.auth.certain,
            description: texts.auth.certainNote,
          },
        ]
      : []),
    { id: 'none', label: texts.auth.none, description: texts.auth.noneNote },
  ];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
