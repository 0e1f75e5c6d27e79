import { assertNever } from '../../domain/assert-never.ts';
import type { Expectation } from '../../domain/run.ts';
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
      withheld: 'Zurückgehalten',
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
    state: {
      running: 'Läuft',
      finished: 'Beendet',
      stopped: 'Bei einem Fehlschlag angehalten',
      cancelled: 'Abgebrochen',
      failed: 'Fehlgeschlagen',
      interrupted: 'Unterbrochen',
      locked: 'Durch die Sperre beendet',
      failedNote:
        'Die Ergebnisse konnten nicht geschrieben werden. Platz auf dem Datenträger schaffen, dann erneut starten.',
      interruptedNote: 'Keyfob wurde währenddessen beendet. Was bis dahin geantwortet hatte, ist erhalten.',
      lockedNote:
        'Keyfob wurde währenddessen gesperrt und sendet dann nichts. Was bis dahin geantwortet hatte, ist erhalten.',
      stoppedNote:
        'Er sollte bei der ersten Anfrage anhalten, die fehlschlägt oder keine Antwort hat; bereits gesendete liefen noch zu Ende.',
      notPassed: (count) => `${f.number(count)} nicht bestanden`,
      lessThanASecond: 'weniger als 1 s',
      about: (duration) => `etwa ${duration}`,
    },
    header: {
      run: (name) => `Durchlauf von ${name}`,
      views: 'Ansichten des Durchlaufs',
      results: 'Ergebnisse',
      times: 'Zeiten',
      cancel: 'Abbrechen',
      again: 'Erneut durchlaufen',
      iterations: (count) =>
        f.plural(count, { one: '1 Wiederholung', other: `${f.number(count)} Wiederholungen` }),
      share: (requests, all) => `${f.number(requests)} von ${f.number(all)} Anfragen`,
      environment: (name) => `Umgebung ${name}`,
      inFlight: (count) => `${f.number(count)}\u00a0gleichzeitig`,
      between: (milliseconds) => `${f.number(milliseconds)} ms Pause`,
      stops: 'hält bei einem Fehlschlag an',
      retryAfter: 'beachtet Retry-After',
      export: 'Exportieren',
      junit: 'JUnit-XML …',
      junitHint: 'Für die kontinuierliche Integration.',
      json: 'JSON …',
      jsonHint: 'Für ein Programm.',
      html: 'HTML …',
      htmlHint: 'Eine Seite zum Lesen.',
      more: 'Weitere Aktionen für diesen Durchlauf',
      moreShort: 'Weitere Aktionen',
      setUp: 'Einrichtung ändern',
      compare: 'Vergleichen …',
      noOther: 'Es gibt noch keinen anderen Durchlauf.',
      delete: 'Löschen …',
      saved: (fileName) => `Als ${fileName} gespeichert`,
      savedHint: (rows) =>
        `${f.plural(rows, { one: '1 Anfrage', other: `${f.number(rows)} Anfragen` })}, ohne Bodys und Header.`,
    },
    deletion: {
      title: 'Diesen Durchlauf löschen?',
      delete: 'Löschen',
      before: 'Der Durchlauf von',
      after: (at, requests) =>
        `vom ${f.dateTime(at)} und die Ergebnisse von ${f.plural(requests, { one: '1 Anfrage', other: `${f.number(requests)} Anfragen` })} werden gelöscht. Dies lässt sich nicht rückgängig machen. Die Einrichtung bleibt.`,
    },
    compare: {
      title: 'Zwei Durchläufe vergleichen',
      close: 'Schließen',
      with: 'Vergleichen mit',
      table: 'Vergleich',
      what: 'Was',
      mine: 'Dieser Durchlauf',
      other: 'Der andere',
      difference: 'Unterschied',
      inFlight: (mine, other) =>
        `Dieser Durchlauf hatte ${f.number(mine)} gleichzeitig, der andere ${f.number(other)}: Dann sagen ihre Zeiten weniger über den Server.`,
      environments: (mine, other) =>
        `Dieser Durchlauf verwendete ${mine ?? 'keine Umgebung'}, der andere ${other ?? 'keine'}.`,
      about: (at, duration) => `Der andere Durchlauf begann am ${f.dateTime(at)} und dauerte ${duration}.`,
      same: 'gleich',
      percent: (percent) => `${f.number(percent)} %`,
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
      findings: {
        noAnswer: 'keine Antwort',
        noHeader: 'kein solcher Header',
        anotherValue: 'ein anderer Wert',
        noBody: 'kein Inhalt',
        binaryBody: 'ein Inhalt, der kein Text ist',
        inBody: 'im Inhalt',
        notInBody: 'nicht im Inhalt',
        notInPart: 'nicht im gelesenen Teil des Inhalts',
        noJson: 'kein JSON',
        bodyTooLarge: 'ein zu großer Inhalt',
        noJsonPath: 'der Pfad ist kein JSONPath',
        nothingAtPath: 'nichts an dieser Stelle',
        noSinglePath: 'der Pfad führt nicht an eine einzige Stelle',
        notOneValue: 'ein Objekt, eine Liste oder null',
        tooLong: 'ein Wert, der zu lang ist, um behalten zu werden',
        notOneLine: 'ein Wert mit Zeilenumbruch oder Steuerzeichen',
        holdsTemplate: 'ein Wert mit {{ oder }}',
        masked: 'ein Geheimnis, das maskiert ist',
        noPattern: 'das Muster ist kein brauchbarer regulärer Ausdruck',
        tookTooLong: 'die Suche danach dauerte zu lange',
        notChecked: 'danach konnte nicht gesucht werden',
      },
      expectation: expectationInGerman,
    },
    table: {
      title: 'Anfragen des Durchlaufs',
      result: 'Ergebnis',
      status: 'Status',
      none: 'Keiner',
      key: 'Schlüssel',
      keyWithheld: (name) => `${name}: bei mindestens einer Station zurückgehalten`,
      keySent: (name) => `${name}: gesendet`,
      withheld: 'Zurückgehalten',
    },
    facts: {
      run: 'Durchlauf',
      numbers: 'Zahlen des Durchlaufs',
      requests: 'Anfragen',
      of: (planned) => ` von ${f.number(planned)}`,
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
      showAsTable: 'Als Tabelle zeigen',
      nothing: 'Noch kam keine Antwort.',
      chart: (slowest) =>
        `Wie lange Antworten im Verlauf des Durchlaufs dauerten; die langsamste ${slowest}. „Als Tabelle zeigen“ nennt die Zahlen.`,
      after: (time) => `Nach ${time}`,
      pointed: (after, median, slowest) => `${after}: Median ${median}, langsamste ${slowest}`,
      each: 'Jede Anfrage',
      drawn: 'Was gezeichnet ist',
      asTable: 'Zeiten, als Tabelle',
      title: 'Zeiten im Verlauf des Durchlaufs',
      from: 'Von',
      to: 'Bis',
      slowest: 'Langsamste',
    },
  };
}

function expectationInGerman(expectation: Expectation): string {
  switch (expectation.kind) {
    case 'status':
      return `Status ist ${String(expectation.status)}`;
    case 'status-class':
      return `Status ist ${String(expectation.statusClass)}xx`;
    case 'header-exists':
      return `Header ${expectation.name} ist da`;
    case 'header-equals':
      return `Header ${expectation.name} ist ${expectation.value}`;
    case 'body-contains':
      return `Body enthält ${expectation.text}`;
    case 'header-matches':
      return `Header ${expectation.name} passt zu ${expectation.value}`;
    case 'header-regex':
      return `Header ${expectation.name} passt zu /${expectation.pattern}/`;
    case 'body-regex':
      return `Body passt zu /${expectation.pattern}/`;
    case 'body-lacks':
      return `Body enthält nicht ${expectation.text}`;
    case 'json-path-exists':
      return `${expectation.path} ist da`;
    case 'json-path-not-equals':
      return `${expectation.path} ist nicht ${expectation.value}`;
    case 'json-path-contains':
      return `${expectation.path} enthält ${expectation.value}`;
    case 'json-path-matches':
      return `${expectation.path} passt zu ${expectation.value}`;
    case 'json-path-regex':
      return `${expectation.path} passt zu /${expectation.pattern}/`;
    case 'json-path-less':
      return `${expectation.path} ist kleiner als ${String(expectation.number)}`;
    case 'json-path-greater':
      return `${expectation.path} ist größer als ${String(expectation.number)}`;
    case 'json-path-equals':
      return `${expectation.path} ist ${expectation.value}`;
    case 'time-under':
      return `Dauer unter ${String(expectation.milliseconds)} ms`;
    default:
      return assertNever(expectation);
  }
}
