import type { importsTold } from '../../en/told/imports.ts';
import type { Formats } from '../../formats.ts';
import type { SameTold } from '../../told-text.ts';

export function imports(f: Formats): SameTold<typeof importsTold> {
  return {
    noBruno: () => ['Dies ist keine Bruno-Datei.'],
    brunoEmpty: () => ['Die Bruno-Datei enthält keine HTTP-Anfrage.'],
    brunoFolderWithoutManifest: () => ['Im Ordner fehlt bruno.json.'],
    brunoManifestNoJson: () => ['Die Datei bruno.json des Ordners ist kein JSON.'],
    noCurl: () => ['Dort steht kein curl-Befehl.'],
    curlTooLong: () => ['Ein curl-Befehl darf höchstens 4 Millionen Zeichen haben.'],
    curlWithoutUrl: () => ['Der curl-Befehl nennt keine URL.'],
    noDotEnv: () => ['Es gibt keine .env-Datei.'],
    dotEnvTooMany: () => ['Die Datei enthält mehr als 10.000 Variablen.'],
    dotEnvEmpty: () => ['Die Datei enthält keine Variable.'],
    harEmpty: () => ['Die HAR-Datei enthält keine HTTP-Anfrage.'],
    harTooMany: () => ['Die HAR-Datei enthält mehr als 20.000 Anfragen.'],
    clipboardNotRead: () => ['Die Zwischenablage konnte nicht gelesen werden.'],
    copySomething: () => [
      null,
      'Einen curl-Befehl oder den Text einer Datei kopieren und es erneut versuchen.',
    ],
    pastedTooLong: () => ['Ein eingefügter Text darf höchstens 32 MiB haben.'],
    textHoldsNul: () => ['Der Text enthält NUL-Zeichen.'],
    noInsomnia: () => ['Dies ist kein Insomnia-Export.'],
    insomniaOtherVersion: () => [
      'Keyfob liest die Exportformate 4 und 5 von Insomnia. Aus einem neueren Insomnia erneut exportieren.',
    ],
    importWouldHoldKey: () => [
      'Die Dateien enthielten noch einen der eigenen Schlüssel, deshalb wurde nichts importiert.',
      'Den Schlüssel aus der Datei entfernen und sie erneut importieren.',
    ],
    importNotWritten: () => ['Die Dateien konnten nicht geschrieben werden. Nichts wurde importiert.'],
    importedValueNotAllowed: () => ['Nichts wurde importiert: Der Wert geht nur dorthin, wo es erlaubt ist.'],
    importedKeyNotAllowed: () => [
      'Nichts wurde importiert: Der Schlüssel geht nur dorthin, wo es erlaubt ist.',
    ],
    openApiOtherVersion: () => [
      'Keyfob liest OpenAPI 3. Eine ältere Beschreibung zuerst umwandeln, zum Beispiel auf editor.swagger.io.',
    ],
    fileTooDeep: ({ depth }) => [
      `Die Teile der Datei sind mehr als ${f.number(depth)} Ebenen tief verschachtelt.`,
    ],
    fileTooManyValues: () => ['Die Datei enthält mehr als eine Million Werte oder 64 MiB Text.'],
    fileHoldsProto: () => ['Die Datei hat ein Feld namens __proto__, das keine ehrliche Datei hat.'],
    yamlTooLarge: () => ['Eine YAML-Datei darf höchstens 4 MiB haben.'],
    noJsonNorYaml: () => ['Die Datei ist weder lesbares JSON noch lesbares YAML.'],
    noPostmanCollection: () => ['Dies ist keine Postman-Sammlung.'],
    noPostmanDump: () => ['Dies ist kein Datenexport von Postman.'],
    noPostmanEnvironment: () => ['Dies ist keine Postman-Umgebung.'],
    importedEnvironmentTooMany: () => ['Die Umgebung enthält mehr als 10.000 Variablen.'],
    folderNotOpened: () => ['Ein Ordner lässt sich so nicht öffnen: unter „Anfragen“ importieren.'],
    chosenNotRead: ({ reason }) => [`Die Datei oder der Ordner lässt sich nicht lesen (${reason}).`],
    folderTooDeep: () => ['Der Ordner ist mehr als 32 Ebenen tief verschachtelt.'],
    folderTooMany: () => ['Der Ordner enthält mehr als 20.000 Dateien und Ordner.'],
    folderTooManyToImport: () => ['Der Ordner enthält mehr als 5.000 Dateien zum Importieren.'],
    folderWithNothing: () => ['Der Ordner enthält nichts, was sich importieren lässt.'],
    onlyFilesAndFolders: () => ['Nur Dateien und Ordner lassen sich importieren.'],
    filesTooLarge: () => ['Die Dateien haben zusammen mehr als 32 MiB.'],
    fileTooLarge: () => ['Eine Datei darf höchstens 32 MiB haben.'],
    isArchive: () => ['Dies ist ein Archiv. Entpacken und den Inhalt importieren.'],
    noUnicode: () => ['Die Datei ist kein Text in UTF-8 oder UTF-16.'],
    fileHoldsNul: () => ['Die Datei ist kein Text: Sie enthält NUL-Zeichen.'],
    tooManySecretsFound: () => ['Es wurden mehr als 500 Geheimnisse gefunden.'],
    tooManyDocuments: () => ['Dies sind mehr als 200 Sammlungen und Umgebungen.'],
    tooManyItems: () => ['Dies sind mehr als 20.000 Ordner und Anfragen.'],
    tooManyDropped: () => [
      'Höchstens 100 Dateien lassen sich auf einmal ablegen: stattdessen ihren Ordner ablegen.',
    ],
    droppedIsNoFile: () => [
      'Was abgelegt wurde, ist keine Datei auf diesem Computer: es speichern und dann die Datei ablegen.',
    ],
  };
}
