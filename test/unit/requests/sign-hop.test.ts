import { describe, expect, it } from 'vitest';
import { signingDecisionSchema, withheldReasonSchema } from '../../../shared/domain/signing-decision.ts';
import { german } from '../../../shared/texts/de/german.ts';
import { speakEnglish, speakGerman } from '../../../shared/texts/speech.ts';
import {
  reasonOfOpeningFailure,
  continueChain,
  decideSigning,
  type HopToSign,
  type SigningChain,
} from '../../../electron/requests/sign-hop.ts';
import { withheldText } from '../../../electron/requests/withheld-text.ts';
import { addKey, aService, fakeSigningKeys, type FakeSigningKeys } from '../../support/fake-signing-keys.ts';

const english = speakEnglish('en');
const deutsch = speakGerman('de', german);
const A = 'https://a.test';
const B = 'https://b.test';

/** Service `one` names A, `two` names A and B; each has a default key. */
function twoServices(): FakeSigningKeys {
  const keys = fakeSigningKeys();
  keys.directory = [aService({ id: 'one', origins: [A] }), aService({ id: 'two', origins: [A, B] })];
  addKey(keys, 'secret-one-1234', { id: 'k1', serviceId: 'one' });
  addKey(keys, 'secret-two-1234', { id: 'k2', serviceId: 'two' });
  return keys;
}

function hop(origin: string, extra: Partial<HopToSign> = {}): HopToSign {
  return { method: 'GET', origin, headers: [], isServerUnproven: false, ...extra };
}

function start(collectionServiceId: string | null = null): SigningChain {
  return { kind: 'start', keyChoice: { kind: 'automatic' }, collectionServiceId };
}

describe('the key that signs', () => {
  it('is the request’s own choice first', () => {
    const chain: SigningChain = {
      kind: 'start',
      keyChoice: { kind: 'key', apiKeyId: 'k2' },
      collectionServiceId: 'one',
    };

    expect(decideSigning(hop(A), chain, twoServices())).toMatchObject({
      kind: 'sent',
      apiKeyId: 'k2',
      origin: A,
    });
  });

  it('is else that of the collection’s service, where the origin is its', () => {
    expect(decideSigning(hop(A), start('two'), twoServices())).toMatchObject({ apiKeyId: 'k2' });
    expect(decideSigning(hop(B), start('one'), twoServices())).toMatchObject({ apiKeyId: 'k2' });
  });

  it('is else that of the first service that names the origin', () => {
    expect(decideSigning(hop(A), start(), twoServices())).toMatchObject({ apiKeyId: 'k1' });
  });

  it('is none when none was chosen, no service names the origin, or its service has no default', () => {
    const keys = twoServices();
    const none: SigningChain = { kind: 'start', keyChoice: { kind: 'none' }, collectionServiceId: 'one' };

    const decision = decideSigning(hop(A), none, keys);
    expect(decision).toMatchObject({
      ...{ kind: 'unsigned', reason: 'no-key-chosen', message: 'No key was chosen for this request.' },
      told: { name: 'noKeyChosen', values: {} },
    });
    expect(signingDecisionSchema.parse(decision)).toEqual(decision);
    expect(decideSigning(hop('https://c.test'), start('one'), keys)).toMatchObject({
      kind: 'unsigned',
      reason: 'no-service-for-origin',
    });
    keys.keys = keys.keys.map((apiKey) => ({ ...apiKey, isDefault: false }));
    expect(decideSigning(hop(A), start('two'), keys)).toMatchObject({
      kind: 'unsigned',
      reason: 'service-without-default-key',
    });
    keys.directory = keys.directory.map((service) => ({ ...service, keyCount: 0 }));
    expect(decideSigning(hop(A), start('two'), keys)).toMatchObject({
      kind: 'unsigned',
      reason: 'service-without-keys',
    });
  });
});

describe('the rules', () => {
  it('come in order: origin, transport, expiry, disabled, read-only, header conflict', () => {
    const keys = twoServices();
    const plain = 'http://a.test';
    keys.directory = [aService({ id: 'one', origins: [] })];
    keys.keys = [
      {
        ...keys.keys[0],
        id: 'k1',
        expiresAt: 1,
        isDisabled: true,
        isReadOnly: true,
      } as (typeof keys.keys)[number],
    ];
    const chain: SigningChain = {
      kind: 'start',
      keyChoice: { kind: 'key', apiKeyId: 'k1' },
      collectionServiceId: null,
    };
    const bad = hop(plain, { method: 'POST', headers: [{ name: 'x-API-key', value: '' }] });
    const reason = (): string => {
      const decision = decideSigning(bad, chain, keys);
      return decision.kind === 'withheld' ? decision.reason : decision.kind;
    };
    const seen = [reason()];
    keys.directory = [aService({ id: 'one', origins: [plain] })];
    seen.push(reason());
    const https = { ...bad, origin: A };
    keys.directory = [aService({ id: 'one', origins: [A] })];
    for (const fix of [{}, { expiresAt: null }, { isDisabled: false }, { isReadOnly: false }]) {
      keys.keys = keys.keys.map((apiKey) => ({ ...apiKey, ...fix }));
      const decision = decideSigning(https, chain, keys);
      seen.push(decision.kind === 'withheld' ? decision.reason : decision.kind);
    }

    expect(seen).toEqual([
      'origin-not-bound',
      'insecure-transport',
      'key-expired',
      'key-disabled',
      'key-read-only',
      'header-conflict',
    ]);
  });

  it('open no secret', () => {
    const keys = twoServices();

    decideSigning(hop(A), start(), keys);

    expect(keys.opened).toEqual([]);
  });

  it.each(['http://localhost:1', 'http://127.9.9.9', 'http://x.localhost', 'http://[::1]:3'])(
    'let plain http through to %s',
    (origin) => {
      const keys = twoServices();
      keys.directory = [aService({ id: 'one', origins: [origin] })];

      expect(decideSigning(hop(origin), start(), keys).kind).toBe('sent');
    },
  );

  it('end for a key at the instant of its expiry', () => {
    const keys = twoServices();
    keys.keys = keys.keys.map((apiKey) => ({ ...apiKey, expiresAt: keys.now }));

    expect(decideSigning(hop(A), start(), keys)).toMatchObject({ reason: 'key-expired' });
  });
});

describe('after a redirect', () => {
  it('a chain that was signed stays signed within the service and never after leaving it', () => {
    const keys = twoServices();
    let chain = start('two');
    const kinds: string[] = [];
    for (const origin of [A, B, A, 'https://c.test', A, B]) {
      const decision = decideSigning(hop(origin), chain, keys);
      kinds.push(decision.kind);
      chain = continueChain(chain, decision);
    }

    expect(kinds).toEqual(['sent', 'sent', 'sent', 'withheld', 'withheld', 'withheld']);
  });

  it('a chain that began unsigned stays unsigned', () => {
    const keys = twoServices();
    const first = decideSigning(hop('https://c.test'), start(), keys);

    expect(decideSigning(hop(A), continueChain(start(), first), keys)).toMatchObject({
      kind: 'unsigned',
      origin: A,
    });
  });

  it('a key that was deleted meanwhile is missing', () => {
    const keys = twoServices();
    const first = decideSigning(hop(A), start(), keys);
    keys.keys = [];

    expect(decideSigning(hop(A), continueChain(start(), first), keys)).toMatchObject({
      kind: 'withheld',
      reason: 'key-missing',
    });
  });
});

describe('a withheld key', () => {
  it.each(withheldReasonSchema.options)('(%s) is explained to a person', (reason) => {
    const situation = {
      keyName: 'CI key',
      serviceName: 'Acme',
      headerName: 'X-Acme',
      origin: A,
      method: 'POST',
      isBackAtOwnOrigin: false,
    };

    const { message, remedy, told } = withheldText(reason, situation);
    expect(message).toMatch(/CI key/);
    // The window says the same by its name, and shows the English of a decision that was kept before it had one.
    expect(english.wordsOf({ message, remedy, told })).toEqual({ message, remedy });
    expect(deutsch.wordsOf({ message, remedy, told }).message).toMatch(/Schlüssel.* „CI key“/);
    expect(deutsch.wordsOf({ message, remedy })).toEqual({ message, remedy });
  });

  it('says which it was: the way out of the service’s origins, or the way back', () => {
    const situation = {
      keyName: 'CI key',
      serviceName: 'Acme',
      headerName: 'X-Acme',
      origin: A,
      method: 'GET',
    };
    const out = withheldText('redirected-to-other-origin', { ...situation, isBackAtOwnOrigin: false });
    const back = withheldText('redirected-to-other-origin', { ...situation, isBackAtOwnOrigin: true });
    expect(out.message).toContain(`redirected to ${A}, which Acme does not name`);
    expect(back.message).toContain('came through an origin that Acme does not name');
    const nameless = withheldText('origin-not-bound', {
      ...situation,
      serviceName: '',
      isBackAtOwnOrigin: false,
    });
    expect(nameless.message).toContain('its service does not name this origin');
    expect(deutsch.wordsOf(nameless).message).toContain('sein Dienst nennt diesen Ursprung nicht');
  });

  it('has a reason for every way in which its secret may not open', () => {
    expect(reasonOfOpeningFailure('vault-unreadable')).toBe('vault-unreadable');
    expect(reasonOfOpeningFailure('ledger-unavailable')).toBe('vault-unreadable');
    expect(reasonOfOpeningFailure('key-without-secret')).toBe('key-missing');
    expect(reasonOfOpeningFailure('secret-damaged')).toBe('secret-damaged');
  });
});
