import * as undici from 'undici';
import { expect, it } from 'vitest';
import { Client, errors } from '../../../electron/requests/undici-client.ts';

it('the client and the errors are those of the index', () => {
  expect(Client).toBe(undici.Client);
  expect(errors).toBe(undici.errors);
});
