import type { ShapeOf } from '../define-texts.ts';
import type { shortcutTexts } from '../en/shortcuts.ts';

export function shortcuts(): ShapeOf<typeof shortcutTexts> {
  return {
    title: 'Tastenkürzel',
    groups: {
      everywhere: 'Überall',
      requests: 'Anfragen',
      collections: 'Baum der Sammlungen',
      lists: 'Tabellen und Listen',
    },
    names: {
      palette: 'Keyfob durchsuchen',
      screens: 'Einen Bereich öffnen, in der Reihenfolge der Leiste',
      newRequest: 'Neue Anfrage',
      generateKey: 'API-Schlüssel erzeugen',
      apiKeys: 'API-Schlüssel',
      settings: 'Einstellungen',
      lock: 'Keyfob sperren',
      zoomIn: 'Größer',
      zoomOut: 'Kleiner',
      resetZoom: 'Originalgröße',
      sheet: 'Diese Tastenkürzel anzeigen',
      quit: 'Keyfob beenden',
      send: 'Anfrage senden, Durchlauf starten',
      cancel: 'Senden abbrechen',
      save: 'Speichern',
      saveAs: 'Als weitere Anfrage speichern',
      closeTab: 'Anfrage schließen',
      reopenTab: 'Zuletzt Geschlossenes wieder öffnen',
      nextTab: 'Nächste offene Anfrage',
      previousTab: 'Vorige offene Anfrage',
      importFile: 'Datei importieren',
      rename: 'Umbenennen',
      duplicate: 'Duplizieren',
      remove: 'Löschen',
      undo: 'Letzte Änderung am Baum rückgängig machen',
      moveUp: 'Nach oben verschieben',
      moveDown: 'Nach unten verschieben',
      nextRow: 'Nächste Zeile, vorige Zeile',
      lastRow: 'Letzte Zeile, erste Zeile',
    },
    or: 'oder',
    to: 'bis',
  };
}
