import type { Result } from '../../shared/domain/app-error.ts';
import type { RunSigningKeysOptions } from '../keys/run-signing-keys.ts';
import type { SecretScan } from '../keys/secret-scan.ts';
import type { FileDialog } from '../ports/file-dialog.ts';
import type { FileWriter } from '../ports/file-writer.ts';
import type { ChosenEnvironment } from '../environments/active-environment.ts';
import type { Random } from '../ports/random.ts';
import type { ExpectationChecks } from './expectation-checks.ts';
import type { RequestPlaces } from '../requests/request-place.ts';
import type { KeyNames } from '../collections/auth-mapping.ts';
import type { CollectionLibrary } from '../collections/collection-library.ts';
import type { History } from '../requests/history.ts';
import type { MadeValues } from '../requests/made-values.ts';
import type { SecretRegistry } from '../requests/secret-registry.ts';
import type { Usage } from '../usage/usage.ts';
import type { SenderParts } from '../requests/send-request.ts';

/** What runs are carried out with: the parts of the sender itself, and where their rows go. */
export interface RunServiceOptions extends RunSigningKeysOptions {
  /** The editor's own: its connections are shared. */
  readonly sender: SenderParts;
  readonly registry: SecretRegistry;
  readonly collections: Pick<CollectionLibrary, 'get' | 'getDrafts'>;
  /** With the environment that is in use. */
  readonly places: RequestPlaces;
  readonly chosenEnvironment: ChosenEnvironment;
  readonly keyNames: KeyNames;
  readonly history: Pick<History, 'add'>;
  /** Such as `Keyfob/1.0.0`. */
  readonly userAgent: string;
  readonly startLocalApi: () => Promise<Result<unknown>>;
  readonly madeValues: MadeValues;
  readonly random: Pick<Random, 'bytes'>;
  /** Counts what was sent, and says why nothing is to be sent to a service at present. */
  readonly usage: Pick<Usage, 'read' | 'noteAll' | 'refusal'>;
  /** For one run. */
  readonly createChecks: () => ExpectationChecks;
  readonly fileDialog: FileDialog;
  readonly fileWriter: FileWriter;
  readonly secretScan: SecretScan;
}
