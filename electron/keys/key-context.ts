import type { Issuer } from '../local-api/issuer.ts';
import type { Clipboard } from '../ports/clipboard.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Random } from '../ports/random.ts';
import type { Vault } from '../vault/vault.ts';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { CheckMemo } from './check-memo.ts';
import type { KeyVerifier } from './key-verifier.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { Publish } from './publish.ts';
import type { SecretShelf } from './secret-shelf.ts';
import type { ServiceDirectory } from './service-directory.ts';

/** What the commands on keys work with. */
export interface KeyContext {
  readonly ledger: Ledger;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly random: Random;
  readonly issuer: Issuer;
  readonly clipboard: Pick<Clipboard, 'readText'>;
  /** Whether Keyfob itself put this text on the clipboard. */
  readonly isCopiedHere: (text: string) => boolean;
  readonly logger: Logger;
  /** The variables that Keyfob was started with. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly services: Pick<ServiceDirectory, 'find' | 'list' | 'names'>;
  readonly publish: Publish;
  /** Values of keys that were generated just now and not shown yet, by key id. */
  readonly reveals: SecretShelf;
  /** Values of keys that were issued to other members, while they are handed over, by key id. */
  readonly handovers: SecretShelf;
  /** Pasted keys that are not kept yet, by token. */
  readonly staged: SecretShelf;
  /** What was last found out about a pasted key. */
  readonly checks: CheckMemo;
  /** Asks services whether they accept a key. */
  readonly verifier: KeyVerifier;
  /** Asks the person, outside the window, whether this key may also go to `origin`. */
  readonly confirmOrigin: (apiKey: ApiKey, service: Service, origin: string) => Promise<boolean>;
}
