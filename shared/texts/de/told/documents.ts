import type { documentsTold } from '../../en/told/documents.ts';
import type { SameTold } from '../../told-text.ts';

const inBrackets = (reason: string): string => (reason === '' ? '' : ` (${reason})`);

export function documents(): SameTold<typeof documentsTold> {
  return {
    noKeyToAsk: ({ service }) => [
      `Von ${service} ist kein API-Schlüssel da, mit dem gefragt werden könnte.`,
      'Einen hinzufügen oder einen von mehreren zum Standard machen.',
    ],
    accessKeyShown: () => [
      'Dieser Zugriffsschlüssel wurde schon einmal angezeigt und wird nicht erneut angezeigt.',
      'Die Sammlung für einen neuen noch einmal teilen und diesen löschen.',
    ],
    chosenKeyGone: () => [
      'Den Schlüssel, der für die Anfrage gewählt war, gibt es nicht mehr.',
      'Unter Auth einen anderen wählen.',
    ],
    noCollection: () => ['Die Datei ist keine Postman-Sammlung.'],
    partTooLong: ({ name }) => [
      `Ein Teil der Anfrage „${name}“ ist länger, als Keyfob bearbeitet. Er bleibt in der Datei.`,
      '',
    ],
    cannotBeTakenBack: () => ['Dies lässt sich nicht mehr rückgängig machen.', ''],
    documentTooLarge: () => ['Die Datei ist größer als 50 MiB.'],
    folderIntoItself: () => ['Ein Ordner kann nicht in sich selbst verschoben werden.', ''],
    collectionIncomplete: () => [
      'Die Datei ist keine Postman-Sammlung: Ihre Angaben oder die Liste ihrer Elemente fehlt.',
    ],
    collectionOtherVersion: () => [
      'Die Datei ist eine Postman-Sammlung einer anderen Version als v2.1. Beim Importieren macht Keyfob eine v2.1 daraus.',
    ],
    noEnvironment: () => ['Die Datei ist keine Postman-Umgebung.'],
    environmentTooMany: () => ['Die Umgebung hat mehr als 10.000 Variablen.'],
    environmentVariableNoObject: () => ['Eine Variable der Umgebung ist kein Objekt.'],
    environmentVariableTooLong: () => ['Eine Variable der Umgebung ist länger, als Keyfob bearbeitet.'],
    environmentChanged: () => ['Die Umgebung wurde in ihrer Datei geändert, seit sie geöffnet wurde.'],
    variableNotWidened: () => ['Die Variable geht nur dorthin, wohin sie bisher ging.'],
    variableIsKey: () => [
      'Dies ist oder enthält einen API-Schlüssel.',
      'Ihn unter „API-Schlüssel“ aufbewahren und in einem Header mit {{key:NAME}} auf ihn verweisen.',
    ],
    readOnlyExport: () => [null, ''],
    exportWouldHoldSecret: () => [
      'Die Datei enthielte den Wert eines Schlüssels oder einer geheimen Variable, deshalb wurde nichts geschrieben.',
      'Statt des Werts den Namen verwenden.',
    ],
    noCodeForFiles: () => [
      'Eine Anfrage, die Dateien sendet, wird noch nicht als Code geschrieben.',
      'Eine andere Art von Body wählen.',
    ],
    noCodeForNul: () => [
      'Der Body enthält ein NUL-Zeichen, das keine Befehlszeile weitergeben kann.',
      'Eine andere Sprache wählen.',
    ],
    noCodeForSecret: () => [
      'Die Anfrage enthält den Wert eines Schlüssels oder einer geheimen Variable, deshalb wird kein Code daraus gemacht.',
      'Den Schlüssel unter Auth oder die Variable mit ihrem Namen verwenden.',
    ],
    fileNoUtf8: () => ['Die Datei ist kein Text in UTF-8.'],
    fileNoJson: () => ['Die Datei ist kein gültiges JSON.'],
    fileNestedTooDeep: () => ['Die Datei ist mehr als 100 Ebenen tief verschachtelt.'],
    fileKeyTwice: () => [
      'Ein Objekt in der Datei hat denselben Schlüssel zweimal, deshalb ist nicht klar, welcher gilt.',
    ],
    fileWithProto: () => ['Die Datei hat den Schlüssel __proto__, den keine Sammlung braucht.'],
    folderWithoutItems: () => ['Einem Ordner der Sammlung fehlt die Liste seiner Elemente.'],
    collectionTooManyItems: () => ['Die Sammlung hat mehr als 20.000 Ordner und Anfragen.'],
    collectionOddItem: () => ['Die Sammlung hat ein Element, das weder Ordner noch Anfrage ist.'],
    placeUnreadable: ({ reason }) => [
      `Die Datei oder der Ordner lässt sich nicht lesen${inBrackets(reason)}.`,
    ],
    fileNotWritten: ({ reason }) => [
      `Die Datei konnte nicht geschrieben werden${inBrackets(reason)}; sie ist, wie sie war.`,
    ],
    keyInDocument: () => [
      'In dieser Änderung steht der Wert eines Schlüssels, deshalb wurde die Datei nicht geschrieben.',
    ],
    variableWithoutValue: () => ['Die Variable hat noch keinen Wert.', 'Einen eingeben.'],
  };
}
