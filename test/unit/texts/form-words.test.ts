import { expect, test } from 'vitest';
import type { z } from 'zod';
import { apiKeyNameSchema } from '../../../shared/domain/api-key.ts';
import { proxyAddressSchema, secureOriginSchema } from '../../../shared/domain/network-settings.ts';
import { bindableOriginSchema } from '../../../shared/domain/origin.ts';
import { profileDraftSchema } from '../../../shared/domain/profile.ts';
import { serviceDraftSchema } from '../../../shared/domain/service.ts';
import { memberDraftSchema } from '../../../shared/domain/team.ts';
import { fieldTexts } from '../../../shared/texts/en/fields.ts';
import { aServiceDraft } from '../../support/builders.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';

/** What a person may type or paste into a field. */
const TYPED = [
  ...HOSTILE_TEXTS,
  ...[
    '',
    ' ',
    '\n',
    'x',
    'a b',
    'a,b',
    '\ud800',
    'é',
    'http://',
    'https://',
    'https:// a',
    '://',
    '@',
    'a@b@c',
    '*',
  ],
  ...[
    'https://a.example/path',
    'https://*.example',
    'http://a.example',
    'https://a:b@c',
    'HTTPS://A.EXAMPLE:99999',
  ],
  ...[
    'file:///etc/passwd',
    'javascript:1',
    'ftp://a.example',
    'socks4://a:1',
    'https://[::1',
    'https://xn--',
  ],
  ...['https://a.example#b', 'https://a.example?b', 'localhost:5362', '127.0.0.1', 'null', '0'],
  ...[61, 101, 255, 301, 2_001, 100_000].flatMap((length) => [
    'x'.repeat(length),
    `https://${'a'.repeat(length)}.example`,
    `https://a.example/${'b'.repeat(length)}`,
    `${'a'.repeat(length)}@b.example`,
  ]),
];
const member = { name: 'Ada', email: 'ada@example.com', role: 'member' };
const aDefault = { serviceId: 'local', apiKeyId: 'key-1' };
const profile = { id: null, name: 'Work', defaults: [aDefault] };

/** Every form whose fields are read by a schema, and what it gives that schema of one typed text. */
const forms: readonly [string, z.ZodType, (typed: string) => readonly unknown[]][] = [
  ['the name of a key', apiKeyNameSchema, (typed) => [typed]],
  ['an origin', bindableOriginSchema, (typed) => [typed]],
  ['the origin of a client certificate', secureOriginSchema, (typed) => [typed]],
  ['the address of a proxy', proxyAddressSchema, (typed) => [typed]],
  [
    'a member',
    memberDraftSchema,
    (typed) => [
      { ...member, name: typed },
      { ...member, email: typed },
    ],
  ],
  [
    'a profile',
    profileDraftSchema,
    (typed) => [
      { ...profile, name: typed },
      { ...profile, defaults: [] },
    ],
  ],
  [
    'a service',
    serviceDraftSchema,
    (typed) => [
      ...(['name', 'baseUrl', 'headerName', 'checkUrl', 'keyPrefix'] as const).map((field) =>
        aServiceDraft({ [field]: typed }),
      ),
      ...[[], [typed], Array.from({ length: 30 }, () => typed)].map((origins) => aServiceDraft({ origins })),
    ],
  ],
];

test.each(forms)('%s is refused in words of the catalogue, whatever was typed', (_, schema, given) => {
  const words = new Set<string>(Object.values(fieldTexts));
  const said = TYPED.flatMap(given).flatMap((value) => schema.safeParse(value).error?.issues ?? []);
  expect(said.length).toBeGreaterThan(0);
  expect(said.map(({ message }) => message).filter((message) => !words.has(message))).toEqual([]);
});
