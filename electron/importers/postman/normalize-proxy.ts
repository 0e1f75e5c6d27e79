import type { ImportNote } from '../importer.ts';
import { compact, fieldOf, isJsonObject, textOf, type JsonObject } from '../json-value.ts';
import { worded } from '../../told.ts';

/** A request without the login of the proxy that it names: one is typed in Settings, and stands in no file. */
export function normalizeProxy(request: JsonObject, where: string, notes: ImportNote[]): JsonObject {
  const proxy = fieldOf(request, 'proxy');
  if (!isJsonObject(proxy)) return request;
  const host = textOf(proxy, 'host');
  const place = host.slice(host.lastIndexOf('@') + 1);
  const hasLogin =
    place !== host ||
    ['username', 'password', 'authenticate'].some((name) => fieldOf(proxy, name) !== undefined);
  if (hasLogin) notes.push({ kind: 'dropped', what: worded('importProxyLoginLeft'), where });
  notes.push({ kind: 'kept', what: worded('importProxyKept', { proxy: place.slice(0, 200) }), where });
  if (!hasLogin) return request;
  const without = {
    ...proxy,
    host: place,
    username: undefined,
    password: undefined,
    authenticate: undefined,
  };
  return { ...request, proxy: compact(without) };
}
