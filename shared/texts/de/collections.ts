import type { ShapeOf } from '../define-texts.ts';
import type { collectionsTexts } from '../en/collections.ts';
import type { Formats } from '../formats.ts';

export function collections(f: Formats): ShapeOf<typeof collectionsTexts> {
  return {
    auth: {
      label: 'Autorisierung',
      key: 'Schlüssel',
      keyGone: 'Diesen Schlüssel gibt es nicht mehr',
      from: (name, what) => `Von „${name}“: ${what}.`,
      asInFile: 'Wie in der Datei',
      inherited: 'Geerbt',
      certain: 'Ein bestimmter Schlüssel',
      certainNote:
        'Die Datei nennt nur seinen Namen, nie seinen Wert. Er geht nur an die Ursprünge seines Dienstes.',
      none: 'Kein Schlüssel',
      noneNote: 'Keyfob fügt nichts hinzu.',
      automatic: 'der Standardschlüssel des Dienstes, zu dessen Ursprüngen die Adresse gehört',
      noKey: 'kein Schlüssel',
      named: (name) => `der Schlüssel „${name}“`,
      header: (name, value) => `der Header ${name}: ${value}`,
      kept: (type) =>
        `Autorisierung vom Typ „${type}“; sie bleibt in der Datei und wird von Keyfob nicht verwendet`,
    },
    common: {
      close: 'Schließen',
      cancel: 'Abbrechen',
      save: 'Speichern',
      saveAs: 'Speichern unter …',
      name: 'Name',
      collection: 'Sammlung',
      unnamedFolder: 'Ordner ohne Namen',
      newRequest: 'Neue Anfrage',
      showFile: 'Im Dateimanager zeigen',
    },
    details: {
      of: (name) => `Details von ${name}`,
      description: 'Beschreibung',
      variables: 'Variablen',
      ofCollection: 'Variablen der Sammlung',
      auth: 'Auth',
    },
    exporting: {
      collection: (name) => `${name} exportieren`,
      short: 'Exportieren',
      saved: (fileName) => `${fileName} gespeichert.`,
    },
    snippet: {
      title: 'Als Code kopieren',
      language: 'Sprache',
      code: 'Code',
      noHidden: 'Der Code enthält keinen Schlüssel und keine geheime Variable.',
      placeholders: (names) =>
        `${names} dort setzen, wo der Code läuft. Der Wert eines Schlüssels oder einer geheimen Variable steht nie darin.`,
    },
    parts: {
      name: 'Name',
      method: 'Methode',
      url: 'URL',
      params: 'Parameter',
      pathVariables: 'Pfadvariablen',
      headers: 'Header',
      body: 'Body',
      keyChoice: 'Auth',
      settings: 'Einstellungen',
    },
    onDisk: {
      copyOf: (name) => `${name} Kopie`,
      differences: (parts) => `Unterschiede zur Datei: ${parts}.`,
      title: 'Die Anfrage wurde in ihrer Datei geändert',
      load: 'Datei laden',
      keepCopy: 'Als Kopie behalten',
      text: (title) =>
        `„${title}“ wurde seit dem Öffnen in der Datei und auch hier geändert. Es wurde nichts geschrieben.`,
      gone: 'Diese Anfrage ist nicht mehr in ihrer Sammlung',
      changed: 'Diese Anfrage wurde in ihrer Datei geändert',
      choose: 'Auswählen …',
    },
    closing: {
      question: (title) => `Änderungen an „${title}“ speichern?`,
      discard: 'Nicht speichern',
      text: 'Was geändert wurde, geht verloren, wenn ohne Speichern geschlossen wird.',
      more: (count) =>
        `${f.plural(count, { one: 'Eine weitere Anfrage ist', other: `${f.number(count)} weitere Anfragen sind` })} nicht gespeichert.`,
    },
    saveAs: {
      title: 'Anfrage speichern',
      nameMissing: 'Der Anfrage einen Namen geben.',
      newCollection: 'Neue Sammlung …',
      collectionName: 'Name der neuen Sammlung',
      collectionNameMissing: 'Der Sammlung einen Namen geben.',
      explanations: {
        chosen: null,
        new: null,
        'built-in':
          'Die Sammlung der Postman-API ist Teil von Keyfob und bleibt, wie sie ist. Gespeichert wird eine Kopie.',
        gone: 'Die Anfrage ist nicht mehr in ihrer Sammlung. Einen Ort für sie wählen.',
      },
      folder: 'Ordner',
      noFolder: 'Kein Ordner',
      newFolder: 'Neuer Ordner …',
      folderName: 'Name des neuen Ordners',
      folderNameMissing: 'Dem Ordner einen Namen geben.',
    },
    typed: {
      environment: 'Geheimnisse',
      title: 'Ein Geheimnis in der Datei speichern?',
      plain: 'Als Klartext',
      text: (of, places) =>
        `Die Datei der ${of === 'request' ? 'Anfrage' : 'Sammlung'} ist Klartext für alle, die den Ordner oder sein Repository lesen. Was wie ein Geheimnis aussieht, steht hier: ${f.list(places)}.`,
      places: {
        header: (name) => `Header ${name}`,
        parameter: (name) => `Parameter ${name}`,
        'path variable': (name) => `Pfadvariable ${name}`,
        field: (name) => `Feld ${name}`,
        body: (name) => `Feld ${name} im Body`,
        query: (name) => `Argument ${name} der Abfrage`,
        address: (name) => `Adresse (${name})`,
        variable: (name) => `Variable ${name}`,
      },
      keep: (count) => f.plural(count, { one: 'Als geheime Variable', other: 'Als geheime Variablen' }),
      sealed: (environment, { isInUse }) =>
        environment === null
          ? 'Als geheime Variable wird es in einer neuen Umgebung „Geheimnisse“ versiegelt, die Anfragen dann verwenden, und die Datei nennt nur ihren Namen.'
          : `Als geheime Variable wird es in der Umgebung „${environment}“ versiegelt${isInUse ? '' : ', die Anfragen dann verwenden'}, und die Datei nennt nur ihren Namen.`,
      goesTo: (origins) =>
        origins === ''
          ? 'Es steht dann nicht mehr in der Sammlung. In der Umgebung steht, wohin es darf: Solange dort nichts steht, sendet es keine Anfrage.'
          : `Es steht dann nicht mehr in der Sammlung und darf zu ${origins}. Das steht in der Umgebung und lässt sich dort ändern.`,
      noAddress:
        'Nichts in einer Adresse kann eine geheime Variable sein: Server und Proxys schreiben Adressen mit. Ein Header kann es.',
    },
    tabs: {
      label: 'Offene Anfragen',
      more: 'Weitere Aktionen für offene Anfragen',
      closeOthers: 'Alle anderen schließen',
      closeAll: 'Alle schließen',
      reopen: 'Zuletzt Geschlossenes wieder öffnen',
      unopened: (count) =>
        `${f.plural(count, { one: '1 Tab', other: `${f.number(count)} Tabs` })} vom letzten Mal ${f.plural(count, { one: 'lässt', other: 'lassen' })} sich jetzt nicht öffnen`,
      unkept: 'Diese Anfrage ist zu groß, um bis zum nächsten Start behalten zu werden',
      unkeptNote: 'Vor dem Beenden von Keyfob speichern: Was hier steht, steht sonst nirgends.',
      unopenedNote: 'Nichts davon ist verloren: Mit dem Hauptschlüssel kommt alles wieder.',
    },
    tree: {
      label: 'Sammlungen',
      none: 'Keine Sammlungen.',
      nothing: 'Kein Treffer.',
      unnamed: 'Ohne Namen',
      edited: 'Bearbeitet',
      newName: (name) => `Neuer Name von ${name}`,
      unnamedRequest: 'Anfrage ohne Namen',
      deleted: (name) => `„${name}“ gelöscht`,
      moved: (name) => `„${name}“ verschoben`,
      undo: 'Rückgängig',
      sample: 'Beispiel',
      noneOwn: 'Noch keine eigenen Sammlungen.',
      addSample: 'Beispiel hinzufügen',
    },
    move: {
      title: (name) => `„${name}“ verschieben`,
      action: 'Verschieben',
      to: 'Nach',
      noFolder: 'In keinen Ordner',
      hint: 'Es kommt ans Ende.',
    },
    newCollection: {
      title: 'Neue Sammlung',
      create: 'Anlegen',
      hint: 'Eine Postman-Datei dieses Namens im Ordner der Sammlungen.',
    },
    menu: {
      more: (name) => `Weitere Aktionen für ${name}`,
      newFolder: 'Neuer Ordner',
      run: 'Ausführen …',
      details: 'Details …',
      detailsNote: 'Beschreibung, Variablen, Autorisierung',
      rename: 'Umbenennen',
      duplicate: 'Duplizieren',
      up: 'Nach oben',
      down: 'Nach unten',
      move: 'Verschieben …',
      delete: 'Löschen',
      removeSample: 'Beispiel entfernen',
    },
    unreadable: {
      title: (name) => `„${name}“ lässt sich nicht lesen`,
      text: 'bleibt, wie sie ist. Nach der Berichtigung wird sie von selbst wieder gelesen.',
    },
  };
}
