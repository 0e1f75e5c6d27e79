import { expect, test } from 'vitest';
import {
  draftOf,
  emptyServiceForm,
  originsText,
  serviceFormErrors,
} from '../../../../renderer/features/keys/service-form.ts';

const form = { ...emptyServiceForm(), name: 'Weather', baseUrl: 'https://API.Weather.example:443/v1' };

test('starts with the X-API-Key header', () => {
  expect(emptyServiceForm().headerName).toBe('X-API-Key');
});

test('fills the origins from the base URL until they are typed', () => {
  expect(originsText(form)).toBe('https://api.weather.example');
  expect(originsText({ ...form, origins: 'https://other.example' })).toBe('https://other.example');
  expect(originsText({ ...form, baseUrl: 'not a url' })).toBe('');
});

test('takes origins apart at lines, spaces and commas', () => {
  const origins = 'https://a.example\nhttps://b.example, https://c.example\n\n';
  expect(draftOf({ ...form, origins }).origins).toEqual([
    'https://a.example',
    'https://b.example',
    'https://c.example',
  ]);
});

test('says what is wrong beside its field', () => {
  expect(serviceFormErrors(form)).toEqual({});
  expect(Object.keys(serviceFormErrors(emptyServiceForm())).sort()).toEqual(['baseUrl', 'name', 'origins']);
  expect(serviceFormErrors({ ...form, headerName: 'X Key' })).toHaveProperty('headerName');
});

test('refuses plain http off this computer, and an origin with a path', () => {
  expect(serviceFormErrors({ ...form, baseUrl: 'http://api.weather.example' }).origins).toContain('https');
  expect(serviceFormErrors({ ...form, origins: 'https://api.weather.example/v1' })).toHaveProperty('origins');
  expect(serviceFormErrors({ ...form, baseUrl: 'http://localhost:9000' })).toEqual({});
});

test('takes empty optional fields for none, and says what is wrong with the others', () => {
  expect(draftOf(form)).toMatchObject({ checkUrl: null, keyPrefix: null });
  expect(draftOf({ ...form, checkUrl: ' ', keyPrefix: 'wx_' })).toMatchObject({
    checkUrl: null,
    keyPrefix: 'wx_',
  });
  expect(serviceFormErrors({ ...form, checkUrl: 'me' })).toHaveProperty('checkUrl');
  expect(serviceFormErrors({ ...form, keyPrefix: 'two words' })).toHaveProperty('keyPrefix');
  expect(serviceFormErrors({ ...form, keyPrefix: 'x'.repeat(13) })).toHaveProperty('keyPrefix');
});
