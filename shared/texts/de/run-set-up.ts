import type { ExpectationProblem } from '../../domain/expectation-problem.ts';
import type { PatternProblem } from '../../domain/pattern-problem.ts';
import type { ShapeOf } from '../define-texts.ts';
import type { runSetUpTexts } from '../en/run-set-up.ts';
import type { Formats } from '../formats.ts';

function patternText(problem: PatternProblem): string {
  switch (problem.kind) {
    case 'not-closed':
      return `Kein regulärer Ausdruck: „${problem.character}“ an Zeichen ${String(problem.at)} ist nicht geschlossen.`;
    case 'not-read':
      return `Kein regulärer Ausdruck: Er ist ab Zeichen ${String(problem.at)}, „${problem.character}“, nicht lesbar.`;
    case 'too-long':
      return 'Ein regulärer Ausdruck hat höchstens 1.000 Zeichen.';
  }
}

export function runSetUp(f: Formats): ShapeOf<typeof runSetUpTexts> {
  const wholeNumber = (least: number, most: number) =>
    `Eine ganze Zahl von ${f.number(least)} bis ${f.number(most)}.`;
  return {
    title: 'Durchlauf einrichten',
    how: 'Ablauf',
    requests: (count) => f.plural(count, { one: '1 Anfrage', other: `${f.number(count)} Anfragen` }),
    iterations: (count) =>
      f.plural(count, { one: '1 Wiederholung', other: `${f.number(count)} Wiederholungen` }),
    dataRows: (count) => f.plural(count, { one: '1 Datenzeile', other: `${f.number(count)} Datenzeilen` }),
    wholeNumber,
    place: {
      collection: 'Sammlung',
      folder: 'Ordner',
      whole: 'Die ganze Sammlung',
      environment: 'Umgebung',
      environmentHint: 'Dieselbe, die „Anfragen“ verwendet.',
      environmentOfRun: 'Nur für diesen Durchlauf. „Anfragen“ behält die eigene.',
      inUse: (name) => `Die verwendete: ${name ?? 'keine'}`,
      environmentGone: 'Eine, die nicht mehr da ist',
    },
    selection: {
      title: 'Anfragen',
      all: (count, isReordered) =>
        `${f.plural(count, { one: 'Die eine Anfrage', other: `Alle ${f.number(count)} Anfragen` })}, ${isReordered ? 'in eigener Reihenfolge' : 'in der Reihenfolge der Sammlung'}.`,
      some: (chosen, count, isReordered) =>
        `${f.number(chosen)} von ${f.number(count)} Anfragen, ${isReordered ? 'in eigener Reihenfolge' : 'in der Reihenfolge der Sammlung'}.`,
      open: 'Auswählen und ordnen',
      list: 'Zu sendende Anfragen',
      everything: 'Alle Anfragen',
      reset: 'Alle, in der Reihenfolge der Sammlung',
      howTo:
        'Ziehen oder mit Alt+↑ und Alt+↓ verschieben. Was später in die Sammlung kommt, wird auch gesendet.',
      send: (name) => `${name} senden`,
      more: (name) => `Weitere Aktionen für ${name}`,
      unnamed: 'Ohne Namen',
      up: 'Nach oben',
      down: 'Nach unten',
      toStart: 'An den Anfang',
      toEnd: 'Ans Ende',
      only: 'Nur dies senden',
    },
    start: {
      noneChosen: 'Alle Anfragen sind ausgelassen. Mindestens eine wählen.',
      start: 'Durchlauf starten',
      sends: 'Sendet',
      requestWord: (count) => f.plural(count, { one: 'Anfrage', other: 'Anfragen' }),
      folderGone: 'Dieser Ordner ist nicht mehr in seiner Sammlung. Einen anderen wählen.',
      nothing: 'Darin ist keine Anfrage. Unter „Anfragen“ welche hinzufügen oder etwas anderes wählen.',
      number: 'Eine der Zahlen ist nicht möglich.',
      environmentGone: 'Die Umgebung ist nicht mehr da. Eine andere wählen.',
      expectation: 'Eine der Erwartungen ist nicht fertig.',
      dataAgain: (name) => `${name} erneut wählen oder ohne diese Datei starten.`,
      tooMany: (most) => `Mehr als ${f.number(most)} Anfragen sendet ein Durchlauf nicht.`,
    },
    data: {
      title: 'Datendatei',
      description:
        'Ihre Zeilen geben Variablen ihre Werte: Für jede Zeile werden alle Anfragen einmal gesendet.',
      choose: 'Datei wählen …',
      chooseOther: 'Andere Datei wählen …',
      hint: 'oder eine CSV-Datei oder ein JSON-Array aus Objekten hier ablegen.',
      lastTime: (name) => `Zuletzt wurde ${name} verwendet: erneut wählen`,
      runWithout: 'Ohne Datendatei starten',
      notKept:
        'Ihre Zeilen werden nirgends aufbewahrt, da sie enthalten können, was niemand sonst lesen soll.',
      remove: 'Datendatei entfernen',
      firstRows: 'Erste Zeilen der Datendatei',
      counts: (rows, columns) =>
        `${f.plural(rows, { one: '1 Zeile', other: `${f.number(rows)} Zeilen` })}, ${f.plural(columns, { one: '1 Spalte', other: `${f.number(columns)} Spalten` })}`,
      moreRows: (count) =>
        f.plural(count, { one: '1 weitere Zeile. ', other: `${f.number(count)} weitere Zeilen. ` }),
      usage: (column) => `Ein Wert wird als Variable verwendet: {{${column}}}.`,
      cannotBeUsed: (why) => `Die Datendatei kann nicht verwendet werden. ${why}`,
      remedy: 'Eine CSV-Datei oder ein JSON-Array aus Objekten wählen.',
      notReadable: 'Die Datei konnte nicht gelesen werden.',
      tooLarge: 'Sie enthält mehr als 5 Millionen Zeichen.',
      at: (line, column, problem) => `Zeile ${String(line)}, Spalte ${String(column)}: ${problem}.`,
    },
    expectations: {
      title: 'Erwartungen',
      description:
        'Daran werden Antworten gemessen. Ohne Erwartung besteht jede Antwort, gleich welcher Status.',
      every: 'Jede Anfrage',
      gone: 'Eine Anfrage, die nicht dabei ist',
      request: (number) => `Anfrage der Erwartung ${f.number(number)}`,
      kind: (number) => `Art der Erwartung ${f.number(number)}`,
      remove: (number) => `Erwartung ${f.number(number)} löschen`,
      field: (label, number) => `${label} der Erwartung ${f.number(number)}`,
      problem: (problem: ExpectationProblem) => {
        switch (problem.kind) {
          case 'header-name':
            return 'So heißt kein Header.';
          case 'json-path':
            return 'Ein JSONPath beginnt mit $.';
          case 'no-pattern':
            return 'Ein regulärer Ausdruck fehlt.';
          case 'pattern':
            return patternText(problem.problem);
          case 'any-number':
            return 'Eine Zahl, etwa 7 oder -0.5.';
          case 'number':
            return wholeNumber(problem.least, problem.most);
        }
      },
      kinds: {
        status: { label: 'Status ist', first: { label: 'Status', placeholder: '200' } },
        'status-class': {
          label: 'Status ist von der Klasse',
          first: { label: 'Klasse', placeholder: '2 für 200 bis 299' },
        },
        'header-exists': { label: 'Header ist da', first: { label: 'Header', placeholder: 'ETag' } },
        'header-equals': {
          label: 'Header ist',
          first: { label: 'Header', placeholder: 'Content-Type' },
          second: { label: 'Wert', placeholder: 'application/json' },
        },
        'header-matches': {
          label: 'Header passt zu',
          first: { label: 'Header', placeholder: 'Content-Type' },
          second: { label: 'Muster', placeholder: 'application/*' },
        },
        'header-regex': {
          label: 'Header passt zu Regex',
          first: { label: 'Header', placeholder: 'Content-Type' },
          second: { label: 'Regulärer Ausdruck', placeholder: '^application/(json|xml)' },
        },
        'body-contains': { label: 'Body enthält', first: { label: 'Text', placeholder: 'Ada' } },
        'body-lacks': { label: 'Body enthält nicht', first: { label: 'Text', placeholder: 'error' } },
        'body-regex': {
          label: 'Body passt zu Regex',
          first: { label: 'Regulärer Ausdruck', placeholder: 'order-\\d+, oder (?i:ok) für groß und klein' },
        },
        'json-path-equals': {
          label: 'JSONPath ist',
          first: { label: 'JSONPath', placeholder: '$.items[0].id' },
          second: { label: 'Wert', placeholder: '7 oder ein Text' },
        },
        'json-path-exists': {
          label: 'JSONPath ist da',
          first: { label: 'JSONPath', placeholder: '$.items[0].id' },
        },
        'json-path-not-equals': {
          label: 'JSONPath ist nicht',
          first: { label: 'JSONPath', placeholder: '$.items[0].id' },
          second: { label: 'Wert', placeholder: '7 oder ein Text' },
        },
        'json-path-contains': {
          label: 'JSONPath enthält',
          first: { label: 'JSONPath', placeholder: '$.items[0].id' },
          second: { label: 'Wert', placeholder: 'Teil eines Textes oder Element einer Liste' },
        },
        'json-path-matches': {
          label: 'JSONPath passt zu',
          first: { label: 'JSONPath', placeholder: '$.items[0].id' },
          second: { label: 'Muster', placeholder: 'order-*, mit ? für ein Zeichen' },
        },
        'json-path-regex': {
          label: 'JSONPath passt zu Regex',
          first: { label: 'JSONPath', placeholder: '$.items[0].id' },
          second: { label: 'Regulärer Ausdruck', placeholder: '^order-\\d+$' },
        },
        'json-path-less': {
          label: 'JSONPath ist kleiner als',
          first: { label: 'JSONPath', placeholder: '$.items[0].id' },
          second: { label: 'Zahl', placeholder: '7' },
        },
        'json-path-greater': {
          label: 'JSONPath ist größer als',
          first: { label: 'JSONPath', placeholder: '$.items[0].id' },
          second: { label: 'Zahl', placeholder: '7' },
        },
        'time-under': {
          label: 'Dauer unter (ms)',
          first: { label: 'Millisekunden', placeholder: '500' },
        },
      },
    },
  };
}
