import type { notesTold } from '../../en/told/notes.ts';
import type { SameTold } from '../../told-text.ts';

export function notes(): SameTold<typeof notesTold> {
  return {
    methodUnsendable: ({ method }) => [
      `Die Methode ${method} bleibt in der Datei; Keyfob kann sie nicht senden.`,
      'Eine andere Methode wählen und speichern.',
    ],
    authKept: ({ type }) => [
      `Die Autorisierung vom Typ „${type}“ bleibt in der Datei; Keyfob verwendet sie nicht.`,
      '',
    ],
    proxyKept: () => ['Ein Proxy, den die Datei nennt, bleibt dort; Keyfob verwendet ihn nicht.', ''],
    scriptsKept: () => ['Skripte bleiben in der Datei; Keyfob führt sie nicht aus.', ''],
    responsesKept: () => ['Gespeicherte Antworten bleiben in der Datei.', ''],
    variableInFile: () => ['Ihr Wert steht in der Datei: Ihn zuerst versiegeln.', ''],
    variableNotSetHere: () => ['Sie hat auf diesem Computer noch keinen Wert.', ''],
    variableLost: () => ['Ihr Wert wurde mit einem Hauptschlüssel versiegelt, den es nicht mehr gibt.', ''],
    variableOfMissing: ({ names }) => [`Ohne Wert: ${names}.`, ''],
  };
}
