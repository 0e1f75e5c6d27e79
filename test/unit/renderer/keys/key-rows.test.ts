import { expect, test } from 'vitest';
import {
  keyRows,
  searchRows,
  sortRows,
  type KeyColumn,
} from '../../../../renderer/features/keys/key-rows.ts';
import { DAY_MS } from '../../../../shared/domain/expiry.ts';
import { anApiKey, aService, START } from '../../../support/builders.ts';

const services = [aService({ id: 'local', name: 'Local API' }), aService({ id: 'w', name: 'Weather' })];

const keys = [
  anApiKey({ id: '1', name: 'Zebra 10', createdAt: START, expiresAt: null, lastUsed: null }),
  anApiKey({
    id: '2',
    name: 'zebra 9',
    serviceId: 'w',
    mask: '••••••••7f3a',
    createdAt: START - DAY_MS,
    expiresAt: START + DAY_MS,
    lastUsed: { at: START - 5, origin: 'https://api.weather.example' },
  }),
  anApiKey({ id: '3', name: 'Éclair', createdAt: START + DAY_MS, expiresAt: START - 1 }),
  anApiKey({ id: '4', name: 'Middle', isDisabled: true, createdAt: START + 2 * DAY_MS }),
];
const rows = keyRows(keys, services, START);
const idsBy = (column: KeyColumn, direction: 'ascending' | 'descending' = 'ascending') =>
  sortRows(rows, { column, direction })
    .map(({ apiKey }) => apiKey.id)
    .join('');
const found = (search: string) => searchRows(rows, search).map(({ apiKey }) => apiKey.id);

test('joins each key with its service and its status', () => {
  expect(rows.map(({ serviceName, status }) => `${serviceName}: ${status}`)).toEqual([
    'Local API: active',
    'Weather: expiring',
    'Local API: expired',
    'Local API: disabled',
  ]);
});

test('sorts names as a person would: accents and case aside, numbers by their value', () => {
  expect(idsBy('name')).toBe('3421');
});

test('sorts keys that never expire after all dates', () => {
  expect(idsBy('expires')).toBe('3241');
});

test('sorts by time, by status, and the other way round', () => {
  expect(idsBy('created')).toBe('2134');
  expect(idsBy('created', 'descending')).toBe('4312');
  expect(idsBy('status')).toBe('1243');
  expect(idsBy('lastUsed', 'descending')[0]).toBe('2');
});

test('finds by name, service and last four characters, in any case and order', () => {
  expect(found('ZEBRA')).toEqual(['1', '2']);
  expect(found('weather zebra')).toEqual(['2']);
  expect(found('7f3a')).toEqual(['2']);
  expect(found('  ')).toHaveLength(4);
  expect(found('nothing')).toEqual([]);
});
