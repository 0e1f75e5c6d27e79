import type { ShapeOf } from '../define-texts.ts';
import type { shellTexts } from '../en/shell.ts';
import type { Formats } from '../formats.ts';

export function shell(f: Formats): ShapeOf<typeof shellTexts> {
  return {
    screens: {
      'api-keys': 'API-Schlüssel',
      requests: 'Anfragen',
      runs: 'Durchläufe',
      history: 'Verlauf',
      usage: 'Nutzung',
      'team-keys': 'Teamschlüssel',
      activity: 'Aktivität',
      'exposed-keys': 'Offengelegt',
      settings: 'Einstellungen',
    },
    screensLabel: 'Bereiche',
    search: 'Suchen',
    showRun: 'Lauf zeigen',
    dropImport: {
      title: 'Zum Importieren hier ablegen',
      hint: 'Dateien und Ordner von Postman, Insomnia, Bruno, OpenAPI, HAR und .env oder der Text eines curl-Befehls',
    },
    whatsNew: {
      updated: (version) => `Keyfob wurde auf ${version} aktualisiert`,
      title: (version) => `Neu in Keyfob ${version}`,
      show: 'Was ist neu',
      dismiss: 'Schließen',
    },
    endSoon: (count) =>
      f.plural(count, { one: '1 läuft bald ab', other: `${f.number(count)} laufen bald ab` }),
    palette: {
      title: 'Keyfob durchsuchen',
      placeholder: 'Bereiche, Schlüssel, Anfragen und Aktionen suchen',
      results: 'Treffer',
      nothing: (query) => `Kein Treffer für „${query}“.`,
      sections: { screens: 'Bereiche', actions: 'Aktionen', keys: 'API-Schlüssel', requests: 'Anfragen' },
      goTo: (screen) => `„${screen}“ öffnen`,
      generateKey: 'API-Schlüssel erzeugen',
      addKey: 'Vorhandenen Schlüssel hinzufügen',
      newRequest: 'Neue Anfrage',
      lock: 'Keyfob sperren',
      shortcuts: 'Tastenkürzel anzeigen',
      scanFolder: 'Ordner nach offengelegten Schlüsseln durchsuchen',
      lightTheme: 'Helles Design verwenden',
      darkTheme: 'Dunkles Design verwenden',
      systemTheme: 'Design des Systems verwenden',
      copy: (keyName) => `${keyName} kopieren`,
      show: (keyName) => `${keyName} anzeigen`,
      run: (collectionName) => `${collectionName} ausführen`,
    },
    copied: (seconds) =>
      `Kopiert. In ${f.plural(seconds, { one: '1 Sekunde', other: `${f.number(seconds)} Sekunden` })} wird die Zwischenablage geleert.`,
    clearsAfter: (seconds) =>
      seconds < 60 || seconds % 60 !== 0
        ? f.plural(seconds, { one: 'Nach 1 Sekunde', other: `Nach ${f.number(seconds)} Sekunden` })
        : f.plural(seconds / 60, { one: 'Nach 1 Minute', other: `Nach ${f.number(seconds / 60)} Minuten` }),
    responseSaved: (fileName) => `Gespeichert als ${fileName}`,
    showInFolder: 'Im Ordner anzeigen',
    responseMasked: 'Ein darin enthaltener Schlüssel wurde mit Sternchen überschrieben.',
    bug: {
      title: 'Auf dieser Seite ist ein Fehler aufgetreten',
      showAgain: 'Erneut anzeigen',
      reload: 'Fenster neu laden',
      explanation:
        'Was gespeichert war, ist nicht verloren: Die Schlüssel liegen außerhalb dieses Fensters. Die Seite erneut anzeigen; tritt der Fehler wieder auf, das Fenster neu laden und melden, was zuvor getan wurde.',
    },
  };
}
