import type { ShapeOf } from '../define-texts.ts';
import type { importingTexts } from '../en/importing.ts';
import type { Formats } from '../formats.ts';

export function importing(f: Formats): ShapeOf<typeof importingTexts> {
  return {
    common: {
      import: 'Importieren',
      cancel: 'Abbrechen',
    },
    from: {
      file: 'Eine Datei …',
      fileNote: 'Postman, Insomnia, Bruno, OpenAPI, HAR, .env',
      folder: 'Ein Ordner …',
      folderNote: 'Von Bruno oder mit mehreren Dateien',
      clipboard: 'Die Zwischenablage',
      clipboardNote: 'Ein curl-Befehl oder der Text einer Datei',
    },
    formats: {
      'postman-collection': 'Postman-Sammlung',
      'postman-environment': 'Postman-Umgebung',
      'postman-dump': 'Postman-Datenexport',
      curl: 'cURL',
      openapi: 'OpenAPI',
      insomnia: 'Insomnia',
      bruno: 'Bruno',
      har: 'HAR',
      'dot-env': '.env-Datei',
    },
    problems: {
      name: 'Dem Schlüssel einen Namen geben',
      origin: 'Einen Ursprung eingeben',
      tooMany: 'Höchstens 20 Ursprünge',
      noOrigin: 'kein Ursprung',
    },
    counts: {
      collection: (requests) =>
        `Sammlung, ${f.plural(requests, { one: '1 Anfrage', other: `${f.number(requests)} Anfragen` })}`,
      folders: (count) => f.plural(count, { one: '1 Ordner', other: `${f.number(count)} Ordner` }),
      environment: (variables) =>
        `Umgebung, ${f.plural(variables, { one: '1 Variable', other: `${f.number(variables)} Variablen` })}`,
      collections: (count) => f.plural(count, { one: '1 Sammlung', other: `${f.number(count)} Sammlungen` }),
      environments: (count) => f.plural(count, { one: '1 Umgebung', other: `${f.number(count)} Umgebungen` }),
      keys: (count) => `${f.number(count)} Schlüssel`,
      variables: (count) =>
        f.plural(count, { one: '1 geheime Variable', other: `${f.number(count)} geheime Variablen` }),
    },
    done: {
      title: 'Importiert',
      undo: 'Rückgängig',
    },
    preview: {
      lead: (formats) => `${formats}. Nichts wird behalten, bevor „Importieren“ gedrückt wird.`,
      found: 'Gefundene Geheimnisse',
      foundNote:
        'Sie werden aus dem Importierten herausgenommen. Ein Schlüssel oder eine geheime Variable wird versiegelt behalten und geht nur dorthin, wo es erlaubt wird.',
      contents: 'Was hereinkommt',
    },
    format: {
      question: 'Was ist es?',
      continue: 'Weiter',
      label: 'Format',
      note: 'Der Inhalt lässt sich als jedes davon lesen.',
    },
    notes: {
      kinds: { kept: 'Behalten, nicht ausgeführt', changed: 'Geändert', dropped: 'Weggelassen' },
      title: 'Gut zu wissen',
      more: (count) => `Und ${f.number(count)} weitere.`,
    },
    found: {
      inText: 'Text',
      unknown: 'wohin es geht, ist nicht bekannt',
      sentTo: (origins) => `geht an ${origins}`,
      keepAs: 'Behalten als',
      mayGoTo: 'Darf an',
      mayGoToNote: 'Ursprünge, durch Leerzeichen getrennt; leer: noch nirgendwohin.',
      keyName: 'Name des Schlüssels',
      origin: 'Ursprung',
      leaveOut: 'Weglassen',
      variable: (names) => `Geheime Variable ${names}`,
      keyOf: (service) => `Schlüssel von ${service}`,
      keyOfNew: 'Schlüssel eines neuen Dienstes',
      asVariable: 'Auf diesem Computer versiegelt; die Datei enthält keinen Wert.',
      asNothing: 'Die Stelle in den Dateien bleibt leer.',
      toOrigin: 'Er wird nur an diesen Ursprung gesendet.',
      toOrigins: (origins) => `Er wird nur an ${origins} gesendet.`,
    },
    undone: {
      reason: (what, name, why) => {
        const things = {
          collection: 'Sammlung',
          environment: 'Umgebung',
          key: 'Schlüssel',
          service: 'Dienst',
        };
        const reasons = {
          changed: 'seitdem geändert',
          used: 'seitdem verwendet',
          gone: 'nicht mehr vorhanden',
        };
        return `${things[what]} „${name}“: ${reasons[why]}.`;
      },
      more: (count) => `${f.number(count)} weitere.`,
      done: 'Der Import wurde rückgängig gemacht',
      stays: 'Alles Importierte bleibt',
      byHand: 'Was nicht gebraucht wird, von Hand löschen.',
    },
  };
}
