import type { ShapeOf } from '../define-texts.ts';
import type { historyTexts } from '../en/history.ts';

export function history(): ShapeOf<typeof historyTexts> {
  return {
    title: 'Verlauf',
    search: 'Verlauf durchsuchen',
    searchHint: 'URL, Methode, Status oder Schlüssel',
    response: 'Antwort',
    sendAgain: 'Erneut senden',
    openInRequests: 'In Anfragen öffnen',
    saveHar: 'Als HAR speichern',
    saved: (fileName) => `${fileName} gespeichert.`,
    pin: 'Anheften',
    pinHint: 'Anheften: bleibt, wenn der Verlauf gelöscht oder zu lang wird',
    unpin: 'Lösen',
    pinned: 'Angeheftet',
    delete: 'Aus dem Verlauf löschen',
    chosenKey: 'Der dafür gewählte Schlüssel',
    filter: {
      label: 'Filter',
      method: 'Methode',
      status: 'Status',
      key: 'Schlüssel',
      service: 'Dienst',
      time: 'Zeit',
      from: 'Von',
      to: 'Bis',
      anyMethod: 'Jede Methode',
      anyStatus: 'Jeder Status',
      anyKey: 'Jeder Schlüssel',
      anyService: 'Jeder Dienst',
      clear: 'Filter entfernen',
    },
    statuses: {
      '2xx': '2xx Erfolg',
      '3xx': '3xx Umleitung',
      '4xx': '4xx Fehler der Anfrage',
      '5xx': '5xx Fehler des Servers',
      failed: 'Keine Antwort',
    },
    times: {
      any: 'Jederzeit',
      today: 'Heute',
      week: 'Letzte 7 Tage',
      month: 'Letzte 30 Tage',
      dates: 'Von – bis …',
    },
    noMatch: {
      title: 'Nichts gefunden',
      showAll: 'Alles anzeigen',
      byFilter: 'Keine gesendete Anfrage passt zum Filter.',
      bySearch: (search) => `Keine gesendete Anfrage passt zu „${search}“.`,
    },
    nothing: {
      title: 'Noch nichts gesendet',
      action: 'Neue Anfrage',
      explanation:
        'Hier steht jede gesendete Anfrage mit jeder Station und dem, was mit ihrem Schlüssel geschah. Schlüssel selbst stehen nie darin.',
    },
    clear: {
      open: 'Verlauf löschen …',
      question: 'Verlauf löschen?',
      action: 'Verlauf löschen',
      consequence:
        'Jede gesendete Anfrage und ihre Antwort wird von diesem Computer gelöscht, außer angehefteten. Das lässt sich nicht rückgängig machen. Schlüssel und Sammlungen bleiben.',
    },
  };
}
