import { describe, expect, it } from 'vitest';
import { isSameDraft, previewDraft, splitQuery } from '../../../../renderer/features/requests/draft.ts';
import { collectionIdOf, draftWithKey } from '../../../../renderer/features/requests/request-place.ts';
import { withheldRemedies } from '../../../../renderer/features/requests/withheld-remedy.ts';
import { emptyRequestDraft } from '../../../../shared/domain/http-request.ts';
import type { WithheldReason } from '../../../../shared/domain/signing-decision.ts';
import { aService } from '../../../support/builders.ts';
import { createFakeState } from '../../../support/fake-bridge-state.ts';
import { requestsTexts } from '../../../../shared/texts/en/requests.ts';
import { speakEnglish } from '../../../../shared/texts/speech.ts';

const texts = speakEnglish('en-GB').textsOf(requestsTexts);

const draft = emptyRequestDraft();
const { collections, services } = createFakeState({});

describe('splitQuery', () => {
  it('takes the query out of a URL, decoded, and leaves the rest', () => {
    expect(splitQuery('https://a.example/p?q=a%20b&empty=&flag&v={{x}}#part')).toEqual({
      url: 'https://a.example/p#part',
      query: 'q=a%20b&empty=&flag&v={{x}}',
      params: [
        { name: 'q', value: 'a b', isEnabled: true },
        { name: 'empty', value: '', isEnabled: true },
        { name: 'flag', value: '', isEnabled: true },
        { name: 'v', value: '{{x}}', isEnabled: true },
      ],
    });
  });

  it('finds none where there is none', () => {
    expect(splitQuery('https://a.example/p')).toBeNull();
  });
});

describe('drafts', () => {
  it('are the same only when they would send the same', () => {
    const rows = [{ name: 'a', value: '1', isEnabled: true }];
    expect(isSameDraft({ ...draft, params: rows }, { ...draft, params: [...rows] })).toBe(true);
    expect(
      isSameDraft(
        { ...draft, params: rows },
        { ...draft, params: [{ name: 'a', value: '1', isEnabled: false }] },
      ),
    ).toBe(false);
    expect(isSameDraft(draft, { ...draft, body: { kind: 'json', text: '' } })).toBe(false);
    expect(isSameDraft(draft, { ...draft, keyChoice: { kind: 'none' } })).toBe(false);
    expect(isSameDraft(draft, { ...draft, settings: { ...draft.settings, timeoutMs: 1 } })).toBe(false);
  });

  it('are previewed with no more of a text body than its variables', () => {
    const body = {
      kind: 'json',
      text: `{"a":"{{x}}","b":"${'long'.repeat(1000)}","c":"{{x}} {{y}}"}`,
    } as const;
    expect(previewDraft({ ...draft, body }).body).toEqual({ kind: 'text', text: '{{x}} {{y}}' });
  });

  it('that are saved nowhere use the variables of the built-in collection, before the collections have loaded too', () => {
    expect(collectionIdOf({ kind: 'scratch' })).toBe(collections[0]?.id);
  });

  it('with a certain key call who it belongs to, or the service’s address', () => {
    const keyChoice = { kind: 'key', apiKeyId: 'key-1' } as const;
    const [local, postman] = services;
    expect(draftWithKey(keyChoice, local, collections)).toMatchObject({ keyChoice, url: '{{baseUrl}}/me' });
    expect(draftWithKey(keyChoice, postman, collections).url).toBe('https://api.getpostman.com/me');
    expect(draftWithKey(keyChoice, aService(), collections).url).toBe('https://api.weather.example/v1');
  });
});

describe('withheldRemedies', () => {
  const decision = (reason: WithheldReason) => ({
    kind: 'withheld' as const,
    apiKeyId: 'key-1',
    apiKeyName: 'CI key',
    mask: '••••',
    headerName: 'X-API-Key',
    origin: 'http://a.example',
    reason,
    message: '',
    remedy: '',
  });

  it('removes the typed header that stands where the key goes, whatever its case', () => {
    const headers = [
      { name: 'x-api-key', value: 'typed', isEnabled: true },
      { name: 'Accept', value: '*/*', isEnabled: true },
    ];
    expect(withheldRemedies(decision('header-conflict'), { ...draft, headers }, texts)).toEqual([
      { kind: 'change', label: 'Remove the typed X-API-Key', change: { headers: [headers[1]] } },
    ]);
  });

  it('offers https where plain http was typed', () => {
    const [remedy] = withheldRemedies(
      decision('insecure-transport'),
      {
        ...draft,
        url: 'HTTP://a.example/x',
      },
      texts,
    );
    expect(remedy).toMatchObject({ kind: 'change', change: { url: 'https://a.example/x' } });
  });

  it('tries the keychain again when the vault cannot be read', () => {
    expect(withheldRemedies(decision('vault-unreadable'), draft, texts).map(({ kind }) => kind)).toEqual([
      'retry-vault',
    ]);
  });

  it('leads to the key when the key itself is the reason', () => {
    expect(withheldRemedies(decision('key-expired'), draft, texts).map(({ kind }) => kind)).toEqual([
      'open-keys',
      'choose-key',
    ]);
  });
});
