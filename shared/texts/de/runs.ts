import type { ShapeOf } from '../define-texts.ts';
import type { runsTexts } from '../en/runs.ts';
import type { Formats } from '../formats.ts';

export function runs(f: Formats): ShapeOf<typeof runsTexts> {
  return {
    common: {
      expectations: 'Erwartungen',
      all: 'Alle',
      passed: 'Bestanden',
      failed: 'Fehlgeschlagen',
      noAnswer: 'Keine Antwort',
      withheld: 'Schlüssel zurückgehalten',
      tryAgain: 'Erneut versuchen',
      request: 'Anfrage',
      iteration: (iteration) => `Wiederholung ${f.number(iteration)}`,
      time: 'Zeit',
      title: 'Durchläufe',
    },
    setUp: {
      addExpectation: 'Erwartung hinzufügen',
      iterations: 'Wiederholungen',
      iterationsHint: 'Wie oft alle Anfragen gesendet werden.',
      rowsHint: 'Eine je Zeile der Datendatei.',
      inFlight: 'Gleichzeitig',
      inFlightHint: 'Anfragen zur selben Zeit, bis zu 64.',
      delay: 'Pause (ms)',
      delayHint: 'Vor jeder weiteren Anfrage.',
      stop: 'Bei der ersten Anfrage anhalten, die fehlschlägt oder keine Antwort hat',
      retryAfter: 'Warten und erneut fragen, wenn ein Server Retry-After sagt',
      history: 'Jede Anfrage auch im Verlauf behalten',
    },
    results: {
      shown: 'Gezeigte Ergebnisse',
      none: 'Keine davon',
      noneHint: 'Keine Anfrage dieses Durchlaufs endete so.',
      waiting: 'Warten auf die erste Antwort',
      waitingHint: 'Jede Anfrage erscheint hier, sobald sie beantwortet ist.',
      nothing: 'Nichts wurde gesendet',
      nothingHint: 'Der Durchlauf endete vor der ersten Antwort.',
    },
    row: {
      previous: 'Zurück',
      next: 'Weiter',
      close: 'Schließen',
      attempts: (attempts) => `${f.number(attempts)}-mal gesendet, wie Retry-After es verlangte`,
      response: 'Antwort',
      met: 'Erfüllt',
      notMet: 'Nicht erfüllt',
      found: 'Gefunden:',
    },
    table: {
      title: 'Anfragen des Durchlaufs',
      result: 'Ergebnis',
      status: 'Status',
      none: 'Keiner',
      key: 'Schlüssel',
      keyWithheld: (name) => `${name}: bei mindestens einem Sprung zurückgehalten`,
      keySent: (name) => `${name}: gesendet`,
      withheld: 'Zurückgehalten',
    },
    facts: {
      run: 'Durchlauf',
      numbers: 'Zahlen des Durchlaufs',
      requests: 'Anfragen',
      of: (planned) => `von ${f.number(planned)}`,
      remaining: 'Verbleibend',
      received: 'Empfangen',
      rate: 'Rate',
      median: 'Median',
    },
    list: {
      empty: 'Gestartete Durchläufe erscheinen hier. Die neuesten 30 bleiben mit allen Ergebnissen erhalten.',
      doneOf: (done, planned) => `${f.number(done)} von ${f.number(planned)}`,
      newRun: 'Neuer Durchlauf',
    },
    none: {
      title: 'Es gibt keine Sammlung zum Durchlaufen',
      toRequests: 'Zu Anfragen',
      explanation:
        'Unter „Anfragen“ eine Sammlung anlegen oder importieren: Dann lassen sich hier alle ihre Anfragen in einem Zug senden.',
    },
    times: {
      asTable: 'Zeiten, als Tabelle',
      title: 'Zeiten im Verlauf des Durchlaufs',
      from: 'Von',
      to: 'Bis',
      slowest: 'Langsamste',
    },
  };
}
