import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { FileAuth } from '../../../../shared/domain/collection.ts';

/** What an authorization of a file comes to, as a part of a sentence. */
export function authText(auth: FileAuth): string {
  switch (auth.kind) {
    case 'inherit':
      return 'the default key of the service whose origins hold the address';
    case 'none':
      return 'no key';
    case 'key':
      return `the key “${auth.name}”`;
    case 'header':
      return `the header ${auth.name}: ${auth.value}`;
    case 'kept':
      return `authorization of the type “${auth.type}”, which is kept in the file and not used by Keyfob`;
    default:
      return assertNever(auth);
  }
}
