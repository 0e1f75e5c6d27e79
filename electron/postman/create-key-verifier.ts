import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { KeyAccount } from '../../shared/domain/key-verification.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { KeyVerifier } from '../keys/key-verifier.ts';
import type { PostmanClient } from './postman-client.ts';
import type { PostmanConnection, PostmanKey } from './postman-connection.ts';
import type { PostmanMe } from './postman-shapes.ts';
import { told } from '../told.ts';

const MAX_TEXT = 200;
const MAX_ROLES = 20;

/** Over the sender: Postman and the Local API tell with `GET /me` whose key it is, a custom service by the status of its check URL. */
export function createKeyVerifier(parts: {
  readonly client: Pick<PostmanClient, 'getMe'>;
  readonly connection: PostmanConnection;
}): KeyVerifier {
  return {
    async verify(service, key) {
      if (service.kind === 'custom') return await askCheckUrl(parts.connection, service, key);
      if (service.baseUrl === '') return failed('local-api-stopped');
      const me = await parts.client.getMe({ service, key });
      return me.ok ? ok(accountOf(me.value)) : me;
    },
  };
}

/** 2xx accepts the key and 401 refuses it (RFC 9110, 15.5.2); 403 can mean either, so it decides nothing. */
async function askCheckUrl(
  connection: PostmanConnection,
  service: Service,
  key: PostmanKey,
): Promise<Result<null>> {
  if (service.checkUrl === null) return failed('service-not-verifiable');
  const url = new URL(service.checkUrl);
  const caller = { service: { ...service, baseUrl: url.origin }, key };
  // Nobody cancels it; the connection has a time limit of its own.
  const { signal } = new AbortController();
  const reply = await connection(caller, { method: 'GET', path: url.pathname + url.search, signal });
  if (!reply.ok) return reply;
  const { status } = reply.value;
  if (status >= 200 && status < 300) return ok(null);
  if (status === 401) return failed('service-refused-key');
  return failed('service-failed', told('checkUrlAnswered', { status }));
}

function accountOf({ user }: PostmanMe): KeyAccount {
  return {
    name: shown(user.fullName),
    username: shown(user.username),
    email: shown(user.email),
    teamName: user.teamId === null ? '' : shown(user.teamName),
    roles: user.roles.slice(0, MAX_ROLES).map(shown),
  };
}

/** One line of bounded length, whatever the server says. */
function shown(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ').trim();
  return [...line].slice(0, MAX_TEXT).join('');
}
