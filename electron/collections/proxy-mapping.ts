import { requestProxySchema, type RequestSettings } from '../../shared/domain/http-request.ts';
import { isJsonObject, textAt, withKeys, type JsonObject, type JsonValue } from './json-value.ts';

export type ProxyOfRequest = Pick<RequestSettings, 'proxy' | 'proxyAddress'>;

const AS_SETTINGS: ProxyOfRequest = { proxy: 'app', proxyAddress: '' };
const ALL_ADDRESSES = 'http+https://*/*';
/** What a file leaves out is 8080 (https://schema.postman.com, proxy-config). */
const USUAL_PORT = 8080;
/** Postman has http proxies alone. */
const SCHEME_KEY = 'keyfobScheme';

/** The proxy that a request of a file names, for all addresses. It is used once the person agreed to it. */
export function readProxy(value: JsonValue | undefined): ProxyOfRequest {
  if (!isJsonObject(value) || value.disabled === true) return AS_SETTINGS;
  const match = textAt(value, 'match').trim();
  if (match !== '' && match !== ALL_ADDRESSES) return AS_SETTINGS;
  const host = textAt(value, 'host').trim().toLowerCase();
  const scheme = textAt(value, SCHEME_KEY) === '' ? 'http' : textAt(value, SCHEME_KEY);
  const port = value.port ?? USUAL_PORT;
  const address = `${scheme}://${host}:${typeof port === 'number' ? String(port) : String(Number(port))}`;
  return requestProxySchema.safeParse(address).success
    ? { proxy: 'other', proxyAddress: address }
    : AS_SETTINGS;
}

/** Whether the file names a proxy that is not used: for some addresses alone, or in a way that Keyfob does not read. */
export function isProxyKept(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && value.disabled !== true && readProxy(value).proxy === 'app';
}

/** That a request takes no proxy is chosen for its tab alone. */
export function isSameProxy(one: ProxyOfRequest, other: ProxyOfRequest): boolean {
  return addressIn(one) === addressIn(other);
}

export function writeProxy(value: JsonValue | undefined, proxy: ProxyOfRequest): JsonObject | undefined {
  const parts = /^(\w+):\/\/(.*):(\d+)$/.exec(addressIn(proxy));
  if (parts === null) return undefined;
  const [, scheme = '', host = '', port = ''] = parts;
  return withKeys(isJsonObject(value) ? value : {}, {
    match: ALL_ADDRESSES,
    host,
    port: Number(port),
    disabled: undefined,
    [SCHEME_KEY]: scheme === 'http' ? undefined : scheme,
  });
}

function addressIn({ proxy, proxyAddress }: ProxyOfRequest): string {
  return proxy === 'other' ? proxyAddress : '';
}
