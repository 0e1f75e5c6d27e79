import type { ShapeOf } from '../define-texts.ts';
import type { quickCopyTexts } from '../en/quick-copy.ts';

export function quickCopy(): ShapeOf<typeof quickCopyTexts> {
  return {
    title: 'Schnellkopie',
    search: 'Schlüssel suchen',
    placeholder: 'Welchen Schlüssel kopieren?',
    keys: 'API-Schlüssel',
    copies: 'kopiert',
    closes: 'schließt',
    none: 'Noch keine API-Schlüssel. In Keyfob lässt sich einer erzeugen.',
    nothing: (search) => `Kein Schlüssel heißt „${search}“.`,
    openKeyfob: 'Keyfob öffnen',
    locked: 'Keyfob ist gesperrt',
    lockedDescription: 'Zum Kopieren erst entsperren.',
    unlock: 'Keyfob entsperren …',
    states: { expired: 'abgelaufen', disabled: 'deaktiviert' },
  };
}
