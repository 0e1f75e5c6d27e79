import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { FileAuth } from '../../../../shared/domain/collection.ts';
import type { CollectionsTexts } from '../../../../shared/texts/en/collections.ts';

/** What an authorization of a file comes to, as a part of a sentence. */
export function authText(auth: FileAuth, texts: CollectionsTexts): string {
  switch (auth.kind) {
    case 'inherit':
      return texts.auth.automatic;
    case 'none':
      return texts.auth.noKey;
    case 'key':
      return texts.auth.named(auth.name);
    case 'header':
      return texts.auth.header(auth.name, auth.value);
    case 'kept':
      return texts.auth.kept(auth.type);
    default:
      return assertNever(auth);
  }
}
