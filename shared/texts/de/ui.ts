import type { ShapeOf } from '../define-texts.ts';
import type { uiTexts } from '../en/ui.ts';

export function ui(): ShapeOf<typeof uiTexts> {
  return {
    cancel: 'Abbrechen',
    tryAgain: 'Erneut versuchen',
    messages: 'Meldungen',
    dismissMessage: 'Meldung schließen',
    dismiss: 'Schließen',
    clearSearch: 'Suche leeren',
    copy: 'Kopieren',
    copied: 'Kopiert',
    choose: 'Auswählen …',
    keyNames: {
      Ctrl: 'Strg',
      Shift: 'Umschalt',
      Delete: 'Entf',
      'Page Up': 'Bild auf',
      'Page Down': 'Bild ab',
      Home: 'Pos 1',
      End: 'Ende',
    },
    close: 'Schließen',
    opensBrowser: '(öffnet den Browser)',
    opening: 'Wird geöffnet …',
    apiKey: 'API-Schlüssel',
    answered: (status, time, size) => `Antwort: ${status}, ${time}, ${size}`,
    editedTab: (name) => `${name}, bearbeitet`,
  };
}
