import type { ShapeOf } from '../define-texts.ts';
import type { accessKeysTexts } from '../en/access-keys.ts';
import type { Formats } from '../formats.ts';

export function accessKeys(f: Formats): ShapeOf<typeof accessKeysTexts> {
  return {
    title: 'Zugriffsschlüssel für Sammlungen',
    description: 'Ein Schlüssel, der eine Sammlung liest. Er endet 60 Tage nach der letzten Nutzung.',
    serviceLabel: 'Dienst der Zugriffsschlüssel',
    share: 'Sammlung teilen',
    refresh: 'Aktualisieren',
    load: 'Zugriffsschlüssel laden',
    namesMissing: (message) => `Einige Namen fehlen. ${message}`,
    askedAt: (service, when) => `${service} zuletzt abgefragt: ${when}.`,
    noneShared:
      'Keine Sammlung ist geteilt. Jede Freigabe erzeugt einen neuen Schlüssel, der nur diese Sammlung liest: für newman, eine Pipeline oder ein Teammitglied.',
    noneKnown: (service) =>
      `${service} kennt keinen sichtbaren Zugriffsschlüssel. Sie entstehen dort, wenn eine Sammlung geteilt wird.`,
    notAsked: (service) =>
      `${service} wurde noch nicht abgefragt. Die Abfrage verwendet den Standardschlüssel und zählt zu den Aufrufen des Monats.`,
    progress: {
      waiting: (service, seconds) =>
        `${service} begrenzt die Zahl der Abfragen. Weiter in ${f.plural(seconds, { one: '1 Sekunde', other: `${f.number(seconds)} Sekunden` })}.`,
      asking: (service) => `${service} wird abgefragt …`,
      keys: (service, count) =>
        `Zugriffsschlüssel von ${service} werden abgefragt: bisher ${f.number(count)} …`,
      collections: (count) => `Namen der Sammlungen werden abgefragt: bisher ${f.number(count)} …`,
      people: 'Wer sie erstellt hat, wird abgefragt …',
    },
    columns: {
      collection: 'Sammlung',
      creator: 'Erstellt von',
      created: 'Erstellt',
      lastUsed: 'Zuletzt genutzt',
      expires: 'Läuft ab',
      status: 'Status',
      actions: 'Aktionen',
    },
    delete: 'Löschen',
    never: 'Nie',
    unknown: 'Unbekannt',
    unknownCollection: 'Unbekannte Sammlung',
    you: 'Eigener',
    ended: 'Beendet',
    daysLeft: (days) => f.plural(days, { one: 'noch 1 Tag', other: `noch ${f.number(days)} Tage` }),
    inactive: 'Inaktiv',
    expiring: 'Läuft ab',
    active: 'Aktiv',
    sharing: {
      action: 'Teilen',
      collection: 'Sammlung',
      none: 'Es gibt noch keine Sammlung',
      hint: 'Erzeugt wird ein neuer Schlüssel, der diese Sammlung lesen kann, sonst nichts. Ändern kann er nichts.',
    },
    shared: {
      title: 'Zugriffs-URL kopieren',
      url: 'Zugriffs-URL',
      copy: 'URL kopieren',
      key: 'Zugriffsschlüssel',
      warning: 'Wer diese URL hat, kann die Sammlung lesen',
      warningHint:
        'Nicht öffentlich einfügen: nicht in eine README-Datei, ein Issue, einen Chat oder das Protokoll einer Pipeline.',
      reads: {
        before: 'Sie wird nur dieses eine Mal angezeigt. Auf diesem Computer liest sie „',
        after:
          '“, solange die Local API läuft: bis 60 Tage nach der letzten Nutzung oder bis der Schlüssel gelöscht wird.',
      },
      holdsAddress: (address) =>
        `Die URL enthält ${address}, wo die Local API derzeit erreichbar ist. Ist dieser Port beim Start von Keyfob belegt, nimmt sie einen anderen: Der Schlüssel gilt weiter, in einer URL mit dem neuen Port, den die Einstellungen zeigen.`,
      copied: 'Zugriffs-URL kopiert.',
      copiedHint: 'Wer sie hat, kann die Sammlung lesen. Nicht öffentlich einfügen.',
    },
    deleting: {
      question: (name) => `Zugriffsschlüssel für „${name}“ löschen?`,
      consequence: (mask, service) =>
        `${mask} wird bei ${service ?? 'seinem Dienst'} sofort widerrufen: Jede URL mit ihm funktioniert nicht mehr. Die Sammlung bleibt. Das lässt sich nicht rückgängig machen.`,
      done: (name) => `Der Zugriffsschlüssel für „${name}“ wurde gelöscht.`,
    },
    madeWith: {
      alsoDelete: (count) =>
        f.plural(count, {
          one: 'Auch den damit erzeugten Zugriffsschlüssel löschen',
          other: `Auch die ${f.number(count)} damit erzeugten Zugriffsschlüssel löschen`,
        }),
      explanation: (collections, more) =>
        `Ein Programm hat sie über die Local API erzeugt, und sie funktionieren ohne ihn weiter: ${f.list([...collections, ...(more > 0 ? [`${f.number(more)} weitere`] : [])])}.`,
    },
  };
}
