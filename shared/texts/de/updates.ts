import type { ShapeOf } from '../define-texts.ts';
import type { updatesTexts } from '../en/updates.ts';

export function updates(): ShapeOf<typeof updatesTexts> {
  return {
    title: 'Aktualisierung',
    agree: 'Nach neueren Versionen sehen',
    agreeDescription:
      'Einmal am Tag, dort, wo diese Kopie veröffentlicht wurde. Der Server erfährt die Netzwerkadresse, wie bei jedem Herunterladen, und nichts über Personen oder Schlüssel. Ohne Zustimmung wird er nie gefragt.',
    unavailable: {
      title: 'Diese Kopie aktualisiert sich nicht selbst',
      'self-built':
        'Sie wurde aus den Quellen gebaut; niemand veröffentlicht neuere Versionen für sie. Neu bauen.',
      'by-hand':
        'Sie wurde aus einem Archiv entpackt. Ein neueres an ihrer Stelle entpacken; die Schlüssel liegen anderswo.',
    },
    notLooked: 'Seit dem Start wurde noch nicht nachgesehen',
    looking: 'Eine neuere Version wird gesucht',
    upToDate: (version) => `Keyfob ${version} ist die neueste Version`,
    lookedAt: (time) => `Nachgesehen am ${time}.`,
    onceADay: 'Nachgesehen wird einmal am Tag.',
    available: (version) => `Keyfob ${version} ist da`,
    notes: (version) => `Neu in Keyfob ${version}`,
    noNotes: 'Was neu ist, wurde nicht beschrieben.',
    downloading: (version) => `Keyfob ${version} wird heruntergeladen`,
    ready: (version) => `Keyfob ${version} ist bereit`,
    readyDescription: 'Installiert wird beim Beenden von Keyfob. Nicht gespeicherte Tabs bleiben erhalten.',
    failed: 'Die Aktualisierung ist nicht gelungen',
    check: 'Jetzt nachsehen',
    download: 'Herunterladen',
    cancel: 'Abbrechen',
    restart: 'Jetzt neu starten',
    tryAgain: 'Erneut versuchen',
  };
}
