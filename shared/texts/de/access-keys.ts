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
  };
}
