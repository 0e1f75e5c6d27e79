import type { ShapeOf } from '../define-texts.ts';
import type { environmentsTexts } from '../en/environments.ts';

export function environments(): ShapeOf<typeof environmentsTexts> {
  return {
    bar: {
      label: 'Umgebung',
      edit: 'Umgebungen bearbeiten',
    },
    common: {
      tryAgain: 'Erneut versuchen',
      save: 'Speichern',
      rename: 'Umbenennen',
      delete: 'Löschen',
      cancel: 'Abbrechen',
      name: 'Name',
      typeName: 'Einen Namen eingeben.',
      close: 'Schließen',
    },
    editor: {
      addHidden: 'Geheime Variable hinzufügen',
      use: 'Verwenden',
      revert: 'Verwerfen',
      outdated: 'Die Datei wurde seit dem Öffnen geändert',
      loadFile: 'Datei laden',
      keepCopy: 'Als Kopie behalten',
      nothingLost: 'Es wurde nichts überschrieben.',
    },
    menu: {
      more: (name) => `Weitere Aktionen für ${name}`,
      duplicate: 'Duplizieren',
      export: 'Exportieren …',
      exportNote: 'Ohne die Werte geheimer Variablen.',
      saved: (fileName) => `${fileName} gespeichert.`,
    },
    name: {
      new: 'Neue Umgebung',
      rename: (name) => `„${name}“ umbenennen`,
      create: 'Anlegen',
      example: 'Staging',
    },
    rows: {
      label: 'Variablen',
      more: (which) => `Weitere Aktionen für ${which}`,
      keptNowhere: 'Versiegelt; darf noch nirgendwohin',
      kept: (hosts) => `Versiegelt; an ${hosts}`,
      inFile: 'Der Wert steht in der Datei und wird so nicht verwendet',
      absent: 'Noch kein Wert auf diesem Computer',
      lost: 'Der Wert ist mit dem Hauptschlüssel verloren',
      sealRow: (which) => `${which} versiegeln`,
      setRow: (which) => `${which} festlegen`,
      seal: 'Versiegeln …',
      set: 'Festlegen …',
      setValue: 'Wert und Ursprünge festlegen …',
      makePlain: 'In einfache Variable umwandeln',
      makePlainNote: 'Beim Speichern wird der versiegelte Wert vergessen.',
      makeHidden: 'Geheim machen …',
      nameFirst: 'Zuerst einen Namen geben.',
      makeHiddenNote: 'Versiegelt den Wert und nimmt ihn aus der Datei.',
    },
    dialog: {
      title: 'Umgebungen',
      deleted: (name) => `„${name}“ wurde gelöscht`,
      undo: 'Rückgängig',
      dismiss: 'Schließen',
      deletedNote: 'Die Datei liegt im Ordner .trash; die versiegelten Werte sind gelöscht.',
      none: 'Noch keine Umgebungen',
      explanation:
        'Eine Umgebung ist ein Satz von Variablen: die Adresse eines Servers, ein Konto, ein Token. Anfragen verwenden die gewählte; wo ein Wert hingehört, {{name}} schreiben. Jede ist eine Postman-Datei im Ordner Environments.',
      inUse: 'Aktiv',
    },
    leave: {
      title: 'Änderungen verwerfen?',
      drop: 'Änderungen verwerfen',
      text: 'Diese Umgebung hat ungespeicherte Änderungen.',
    },
    valueHints: {
      absent:
        'Wird mit dem Hauptschlüssel versiegelt, nicht noch einmal angezeigt und steht in keiner Datei.',
      lost: 'Wird mit dem Hauptschlüssel versiegelt, nicht noch einmal angezeigt und steht in keiner Datei.',
      kept: 'Leer lassen, um den versiegelten Wert zu behalten.',
      'in-file': 'Leer lassen, um den Wert zu versiegeln, der in der Datei steht; er verlässt die Datei.',
    },
    hidden: {
      sealed: (name) => `{{${name}}} ist versiegelt.`,
      title: (name) => `Geheime Variable „${name}“`,
      seal: 'Versiegeln',
      nameExample: 'token',
      value: 'Wert',
      typeValue: 'Den Wert eingeben.',
      mayGoTo: 'Darf an',
      originsHint:
        'Ein Ursprung je Zeile. Der Wert geht nur in Headern und Bodys von Anfragen dorthin, über https oder an diesen Computer.',
      noOrigin: 'Das ist kein Ursprung',
    },
  };
}
