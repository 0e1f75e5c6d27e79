import type { runsTold } from '../../en/told/runs.ts';
import type { Formats } from '../../formats.ts';
import type { SameTold } from '../../told-text.ts';

export function runs(f: Formats): SameTold<typeof runsTold> {
  return {
    lookInNames: () => [null, 'Den Wert eines Schlüssels in den Namen und Adressen der Anfragen suchen.'],
    dataTooLong: () => [
      'Die Datendatei kann nicht verwendet werden. Sie enthält mehr als 5 Millionen Zeichen.',
      'Eine CSV-Datei oder ein JSON-Array aus Objekten wählen.',
    ],
    dataEmpty: () => [
      'Die Datendatei kann nicht verwendet werden. Sie hat keine Zeilen.',
      'Eine CSV-Datei oder ein JSON-Array aus Objekten wählen.',
    ],
    dataTooManyRows: ({ limit }) => [
      `Die Datendatei kann nicht verwendet werden. Sie hat mehr als ${f.number(limit)} Zeilen.`,
      'Eine CSV-Datei oder ein JSON-Array aus Objekten wählen.',
    ],
    dataNoJson: () => [
      'Die Datendatei kann nicht verwendet werden. Sie ist kein gültiges JSON.',
      'Eine CSV-Datei oder ein JSON-Array aus Objekten wählen.',
    ],
    dataNoArray: () => [
      'Die Datendatei kann nicht verwendet werden. Sie muss ein JSON-Array aus Objekten sein.',
      'Eine CSV-Datei oder ein JSON-Array aus Objekten wählen.',
    ],
    dataItemNoObject: ({ item }) => [
      `Die Datendatei kann nicht verwendet werden. Sie muss ein JSON-Array aus Objekten sein, und Element ${f.number(item)} ist keines.`,
      'Eine CSV-Datei oder ein JSON-Array aus Objekten wählen.',
    ],
    dataColumnWithoutName: () => [
      'Die Datendatei kann nicht verwendet werden. Eine Spalte hat keinen Namen.',
      'Eine CSV-Datei oder ein JSON-Array aus Objekten wählen.',
    ],
    dataColumnTwice: () => [
      'Die Datendatei kann nicht verwendet werden. Zwei Spalten haben denselben Namen.',
      'Eine CSV-Datei oder ein JSON-Array aus Objekten wählen.',
    ],
    runTooLarge: ({ count, limit }) => [
      `Dieser Durchlauf würde ${f.number(count)} Anfragen senden; höchstens ${f.number(limit)} gehen auf einmal.`,
      'Weniger Wiederholungen, eine kürzere Datendatei oder einen Ordner wählen.',
    ],
    runNotEnded: () => ['Dieser Durchlauf ist noch nicht zu Ende.', 'Ihn zuerst abbrechen.'],
    expectationHoldsKey: () => [
      'Eine Erwartung enthält den Wert eines Schlüssels, deshalb wurde sie nicht aufbewahrt.',
      'Etwas anderes von der Antwort erwarten: Der Wert eines Schlüssels gehört in keine Datei.',
    ],
    noKeyForUsage: () => ['Kein Schlüssel dieses Dienstes kann gefragt werden.'],
    dataNoCsv: () => [
      'Die Datendatei kann nicht verwendet werden. Sie ist kein gültiges CSV.',
      'Eine CSV-Datei oder ein JSON-Array aus Objekten wählen.',
    ],
    dataNoCsvNear: ({ line }) => [
      `Die Datendatei kann nicht verwendet werden. Sie ist nahe Zeile ${String(line)} kein gültiges CSV.`,
      'Eine CSV-Datei oder ein JSON-Array aus Objekten wählen.',
    ],
    environmentGone: () => [
      'Die für diesen Durchlauf gewählte Umgebung ist nicht zu finden.',
      'Eine andere wählen oder die verwendete.',
    ],
    nothingToRun: () => [
      'Es gibt keine Anfrage für einen Durchlauf.',
      'Eine Sammlung oder einen Ordner mit Anfragen wählen.',
    ],
    monthUsedUp: ({ service, endsAt }) => [
      `${service === '' ? 'Der Dienst' : service} sagte, dass die Aufrufe dieses Monats verbraucht sind, deshalb wurde dies nicht gesendet. ${endsAt === 0 ? 'Wann das endet, ist nicht bekannt.' : `Es endet wohl am ${f.utcDate(endsAt)}, wenn der nächste Monat beginnt (UTC).`}`,
      'Warten, die Verwaltung des Teams fragen oder dennoch senden.',
    ],
  };
}
