import { expect, test } from 'vitest';
import { createRowOf } from '../../../../renderer/features/keys/key-rows.ts';
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
const rows = keys.map(createRowOf(services, START, 'Unknown service'));

test('joins each key with its service and its status', () => {
  expect(rows.map(({ serviceName, status }) => `${serviceName}: ${status}`)).toEqual([
    'Local API: active',
    'Weather: expiring',
    'Local API: expired',
    'Local API: disabled',
  ]);
});
