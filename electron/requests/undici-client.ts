import type * as undici from 'undici';
import clientClass from 'undici/lib/dispatcher/client.js';
import errorClasses from 'undici/lib/core/errors.js';

/**
 * undici's client and its errors, without its index: that loads fetch, caches, proxies and web sockets too, which takes longer than all
 * else at the start of a run.
 */
export const Client: typeof undici.Client = clientClass;
export type Client = undici.Client;
export const errors: typeof undici.errors = errorClasses;
