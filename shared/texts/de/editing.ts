import { assertNever } from '../../domain/assert-never.ts';
import type { ShapeOf } from '../define-texts.ts';
import { MADE_VALUE_NAMES } from '../../domain/made-values.ts';
import type { editingTexts } from '../en/editing.ts';
import type { Formats } from '../formats.ts';

export function editing(f: Formats): ShapeOf<typeof editingTexts> {
  const noun = (word: string, added: string, one: string) => ({
    one: (position: number) => `${word} ${f.number(position)}`,
    new: added,
    add: `${word} hinzufügen`,
    asLines: `${one} je Zeile, als Name: Wert. Mit // davor bleibt eine Zeile stehen und wird nicht gesendet.`,
  });
  return {
    rows: {
      enabled: 'Aktiv',
      delete: 'Löschen',
      actions: 'Aktionen',
      name: 'Name',
      value: 'Wert',
      deleteRow: (which) => `${which} löschen`,
      verbs: {
        send: (which) => `${which} senden`,
        use: (which) => `${which} verwenden`,
        keep: (which) => `${which} nehmen`,
      },
      of: (what, which) => `${which}: ${what}`,
      suggestionsFor: (what, which) => `Vorschläge für ${which}: ${what}`,
      nouns: {
        parameter: noun('Parameter', 'Neuer Parameter', 'Ein Parameter'),
        header: noun('Header', 'Neuer Header', 'Ein Header'),
        field: noun('Feld', 'Neues Feld', 'Ein Feld'),
        part: noun('Teil', 'Neuer Teil', 'Ein Teil'),
        variable: noun('Variable', 'Neue Variable', 'Eine Variable'),
        pathVariable: noun('Pfadvariable', 'Neue Pfadvariable', 'Eine Pfadvariable'),
        keptValue: noun('Behaltener Wert', 'Neuer behaltener Wert', 'Ein behaltener Wert'),
      },
    },
    variables: {
      title: 'Variablen',
      suggestions: 'Vorschläge',
      unknown: 'Keine Variable heißt so.',
      inHeaderOnly: 'Ein Schlüssel; nur in einem Header',
      isSecret: 'Geheim; nur in Headern und im Body',
      empty: 'Leer',
      unknownMade: `Für diesen Namen wird kein Wert erzeugt. Es gibt: ${MADE_VALUE_NAMES.join(', ')}.`,
      made: {
        $guid: 'Eine zufällige UUID (Version 4)',
        $isoTimestamp: 'Die Zeit jetzt, ISO 8601 in UTC',
        $randomAlphaNumeric: 'Ein Kleinbuchstabe oder eine Ziffer',
        $randomBoolean: 'true oder false',
        $randomEmail: 'Eine Adresse bei example.com',
        $randomExampleEmail: 'Eine Adresse bei example.com',
        $randomHexColor: 'Eine Farbe wie #1fa3c8',
        $randomInt: 'Eine ganze Zahl von 0 bis 1000',
        $randomIP: 'Eine IPv4-Adresse',
        $randomIPV6: 'Eine IPv6-Adresse',
        $randomLatitude: 'Eine geografische Breite, −90 bis 90',
        $randomLongitude: 'Eine geografische Länge, −180 bis 180',
        $randomMACAddress: 'Eine MAC-Adresse',
        $randomPassword: '15 Buchstaben und Ziffern',
        $randomPhoneNumber: 'Eine Telefonnummer mit 10 Ziffern',
        $randomPrice: 'Ein Preis von 0.00 bis 1000.00',
        $randomSemver: 'Eine Version wie 4.0.7',
        $randomUUID: 'Eine zufällige UUID (Version 4)',
        $timestamp: 'Die Zeit jetzt, in Sekunden seit 1970',
      },
      source: (source) => {
        switch (source.kind) {
          case 'request':
            return 'Diese Anfrage';
          case 'folder':
            return `Ordner ${source.name}`;
          case 'collection':
            return source.name === '' ? 'Sammlung' : `Sammlung ${source.name}`;
          case 'service':
            return `Dienst ${source.name}`;
          case 'environment':
            return `Umgebung ${source.name}`;
          case 'key':
            return source.name === '' ? 'Standardschlüssel' : 'API-Schlüssel';
          case 'made':
            return 'Mit jeder Anfrage neu erzeugt';
          case 'answer':
            return `Antwort von ${source.request === '' ? 'einer Anfrage ohne Namen' : source.request}${source.origin === '' ? '' : `, ${source.origin}`}, ${f.time(source.takenAt)}`;
          default:
            return assertNever(source);
        }
      },
    },
    code: {
      fold: 'Einklappen',
      unfold: 'Ausklappen',
      find: 'Suchen',
      matchCase: 'Groß- und Kleinschreibung beachten',
      previous: 'Voriger Treffer',
      next: 'Nächster Treffer',
      closeSearch: 'Suche schließen',
      noMatches: 'Kein Treffer',
      found: (total) => `${f.number(total)} Treffer`,
      place: (at, total) => `${f.number(at)} von ${f.number(total)}`,
      phrases: {
        'folded code': 'eingeklappter Text',
        unfold: 'ausklappen',
        'Control character': 'Steuerzeichen',
        'Selection deleted': 'Auswahl gelöscht',
        Completions: 'Vorschläge',
      },
    },
    notJson: {
      value: 'hier fehlt ein Wert',
      'value-or-end': 'hier fehlt ein Wert oder ]',
      name: 'hier fehlt ein Name in doppelten Anführungszeichen',
      'name-or-end': 'hier fehlt ein Name in doppelten Anführungszeichen oder }',
      colon: 'hier fehlt ein Doppelpunkt',
      'comma-or-end': 'hier fehlt ein Komma oder eine schließende Klammer',
      nothing: 'nach dem Ende darf nichts folgen',
      'open-text': 'diesem Text fehlt das schließende Anführungszeichen',
      unescaped: 'dieses Zeichen muss maskiert werden',
      'no-value': 'das ist kein JSON-Wert',
    },
  };
}
