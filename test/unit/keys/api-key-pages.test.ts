import { expect, test } from 'vitest';
import { createApiKeyPages } from '../../../electron/keys/api-key-pages.ts';
import { ensureFirstMember, firstMember } from '../../../electron/keys/member-rows.ts';
import {
  insertApiKey,
  renameApiKey,
  setDefault,
  setDisabled,
  setLastUsed,
} from '../../../electron/keys/api-key-rows.ts';
import { setRevoked } from '../../../electron/keys/revocation-rows.ts';
import { ensureBuiltInServices } from '../../../electron/keys/service-rows.ts';
import { DAY_MS } from '../../../shared/domain/expiry.ts';
import type { KeyPageRequest } from '../../../shared/domain/key-list.ts';
import { aService } from '../../support/builders.ts';
import { manualClock, seededRandom } from '../../support/in-memory-ports.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';

const services = [aService({ id: 'local', name: 'Local API' }), aService({ id: 'postman', name: 'Weather' })];

const names = new Map(services.map(({ id, name }) => [id, name]));

const asked = (request: Partial<KeyPageRequest>): KeyPageRequest => ({
  search: '',
  sort: { column: 'created', direction: 'descending' },
  offset: 0,
  limit: 100,
  placeOf: null,
  ...request,
});

interface NewRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly expiresAt?: number | null;
  readonly serviceId?: string;
  readonly mask?: string;
}

function arrange() {
  const ledger = memoryLedger();
  const clock = manualClock();
  const now = clock.now();
  ensureFirstMember(ledger, { userName: 'taylor', random: seededRandom(), now });
  ensureBuiltInServices(ledger, clock.now());
  const creatorId = firstMember(ledger)?.id ?? '';
  const add = ({ serviceId = 'local', mask = 'kfak_••••••••wxyz', expiresAt = null, ...row }: NewRow) => {
    insertApiKey(ledger, {
      ...{ serviceId, mask, expiresAt, creatorId, isDefault: false, isIssuedHere: true },
      ...row,
    });
  };
  add({ id: '1', name: 'Zebra 10', createdAt: now });
  add({
    id: '2',
    name: 'zebra 9',
    createdAt: now - DAY_MS,
    expiresAt: now + DAY_MS,
    serviceId: 'postman',
    mask: '••••••••7f3a',
  });
  setLastUsed(ledger, '2', { at: now - 5, origin: 'https://api.weather.example' });
  add({ id: '3', name: 'Éclair', createdAt: now + DAY_MS, expiresAt: now - 1 });
  add({ id: '4', name: 'Middle', createdAt: now + 2 * DAY_MS });
  setDisabled(ledger, '4', true);
  const pages = createApiKeyPages({ ledger, clock, services: { names: () => names } });
  const idsOf = (request: Partial<KeyPageRequest>) =>
    pages
      .page(asked(request))
      .keys.map(({ id }) => id)
      .join('');
  const idsBy = (
    column: KeyPageRequest['sort']['column'],
    direction: KeyPageRequest['sort']['direction'] = 'ascending',
  ) => idsOf({ sort: { column, direction } });
  return { ledger, clock, pages, add, idsOf, idsBy, now };
}

test('sorts names as a person would: accents and case aside, numbers by their value', () => {
  const { idsBy } = arrange();
  expect(idsBy('name')).toBe('3421');
  expect(idsBy('name', 'descending')).toBe('1243');
});

test('sorts keys that never expire after all dates, and equal ones by name', () => {
  const { idsBy } = arrange();
  expect(idsBy('expires')).toBe('3241');
  expect(idsBy('service')).toBe('3412');
});

test('sorts by time, by status, and the other way round', () => {
  const { idsBy } = arrange();
  expect(idsBy('created')).toBe('2134');
  expect(idsBy('created', 'descending')).toBe('4312');
  expect(idsBy('status')).toBe('1243');
  expect(idsBy('lastUsed', 'descending')[0]).toBe('2');
});

test('finds by name, service and last four characters, in any case and order', () => {
  const { idsOf, pages } = arrange();
  const found = (search: string) => idsOf({ search, sort: { column: 'name', direction: 'descending' } });
  expect(found('ZEBRA')).toBe('12');
  expect(found('weather zebra')).toBe('2');
  expect(found('7f3a')).toBe('2');
  expect(found('  ')).toHaveLength(4);
  expect(found('nothing')).toBe('');
  expect(pages.page(asked({ search: 'zebra' }))).toMatchObject({ all: 4, total: 2 });
});

test('answers the part that is asked for, and where a key is', () => {
  const { pages } = arrange();
  const { keys, place } = pages.page(asked({ offset: 1, limit: 2, placeOf: '2' }));
  expect(keys.map(({ id }) => id)).toEqual(['3', '1']);
  expect(place).toBe(3);
  expect(pages.page(asked({ search: 'éclair', placeOf: '2' })).place).toBeNull();
});

test('knows at once of what was written since, and lists no key that was revoked or is another’s', () => {
  const { pages, ledger, add, now, idsOf } = arrange();
  expect(pages.page(asked({})).total).toBe(4);
  add({ id: '5', name: 'New', createdAt: now + 9 * DAY_MS });
  expect(idsOf({})[0]).toBe('5');
  setRevoked(ledger, '5', { at: now, reason: 'by-creator' });
  ledger.run("UPDATE api_keys SET creator_id = 'another' WHERE id = '4'");
  expect(idsOf({})).toBe('312');
});

test('turns a status with time alone', () => {
  const { clock, idsBy } = arrange();
  expect(idsBy('status')).toBe('1243');
  clock.advance(2 * DAY_MS);
  expect(idsBy('status')).toBe('1432');
});

test('shows a change of one key that it was told of, as if all had been read anew', () => {
  const { ledger, pages, idsBy, clock } = arrange();
  expect(idsBy('status')).toBe('1243');
  pages.following('1', () => {
    setDisabled(ledger, '1', true);
  });
  const again = createApiKeyPages({ ledger, clock, services: { names: () => names } });
  const byStatus = asked({ sort: { column: 'status', direction: 'ascending' } });
  expect(pages.page(byStatus)).toEqual(again.page(byStatus));
  expect(pages.page(byStatus).keys.find(({ id }) => id === '1')?.isDisabled).toBe(true);
});

test('keeps the order of one key that changed where it stands, and shows it as it is', () => {
  const { ledger, pages, idsBy } = arrange();
  const before = idsBy('created');
  pages.following('1', () => {
    setDisabled(ledger, '1', true);
  });
  const { keys } = pages.page(asked({ sort: { column: 'created', direction: 'ascending' } }));
  expect(keys.map(({ id }) => id).join('')).toBe(before);
  expect(keys.find(({ id }) => id === '1')?.isDisabled).toBe(true);
});

test('finds a key by its new name, and no more by the old one', () => {
  const { ledger, pages, idsOf } = arrange();
  expect(idsOf({ search: 'zebra 10' })).toBe('1');
  pages.following('1', () => {
    renameApiKey(ledger, '1', 'Quince');
  });
  expect(idsOf({ search: 'zebra 10' })).toBe('');
  expect(idsOf({ search: 'quince' })).toBe('1');
});

test('reads all anew when another key was written in between', () => {
  const { ledger, pages, idsBy, now } = arrange();
  idsBy('status');
  setRevoked(ledger, '2', { at: now, reason: 'by-creator' });
  pages.following('1', () => {
    setDisabled(ledger, '1', true);
  });
  expect(idsBy('created')).not.toContain('2');
});

test('finds keys to choose from: the defaults first, then those used last, then the newest', () => {
  const { ledger, pages } = arrange();
  const find = (search: string, besides = '', limit = 10) =>
    pages
      .find({ search, besides, limit })
      .map(({ id }) => id)
      .join('');
  expect(find('')).toBe('2431');
  setDefault(ledger, '1', 'local');
  expect(find('')).toBe('1243');
  expect(find('', '', 2)).toBe('12');
  expect(find('ECLAIR')).toBe('3');
  expect(find('copy zebra', 'copy show')).toBe('12');
  expect(find('copy zebra')).toBe('');
  expect(find('7f3a')).toBe('2');
});
