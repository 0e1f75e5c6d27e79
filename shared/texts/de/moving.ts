import type { ShapeOf } from '../define-texts.ts';
import type { movingTexts } from '../en/moving.ts';
import type { Formats } from '../formats.ts';

export function moving(f: Formats): ShapeOf<typeof movingTexts> {
  const keys = (count: number) => `${f.number(count)} Schlüssel`;
  return {
    title: 'Schlüssel und Dienste als Datei',
    description:
      'Für einen anderen Computer oder als eigene Sicherung. Werte von Schlüsseln sind nur unter einer Passphrase enthalten. Sammlungen und Umgebungen liegen bereits als Dateien in ihrem Ordner.',
    restore: 'Wiederherstellen …',
    export: 'Exportieren …',
    passphrase: 'Passphrase der Datei',
    exporting: {
      title: 'Schlüssel und Dienste exportieren',
      what: 'Was exportiert wird',
      with: 'Mit Werten, unter einer Passphrase',
      withHint:
        'Um die Schlüssel auf einem anderen Computer zu verwenden. Ohne die Passphrase kann niemand die Datei öffnen.',
      without: 'Ohne Werte',
      withoutHint:
        'Eine für alle lesbare Liste von Namen, Diensten und Daten. Schlüssel lassen sich daraus nicht wiederherstellen.',
      notInIt:
        'Nicht enthalten: Schlüssel anderer Teammitglieder, Zugriffsschlüssel, Verlauf und Aktivität sowie Ursprünge, die nur für einen Schlüssel erlaubt wurden.',
      done: (count, fileName) => `${keys(count)} nach ${fileName} exportiert.`,
      unopened: (count) =>
        f.plural(count, {
          one: 'Der Wert von 1 Schlüssel ließ sich nicht öffnen und ist nicht enthalten.',
          other: `Die Werte von ${f.number(count)} Schlüsseln ließen sich nicht öffnen und sind nicht enthalten.`,
        }),
    },
    restoring: {
      title: 'Export wiederherstellen',
      choose: 'Datei auswählen …',
      explanation:
        'Zuerst ist zu sehen, was hinzukäme. Vorhandenes bleibt unverändert, und ein hier gelöschter Schlüssel kommt nicht zurück.',
      passphraseHint: 'Bei einem Export ohne Werte leer lassen.',
      restoreServices: 'Dienste wiederherstellen',
      restoreKeys: (count) => `${keys(count)} wiederherstellen`,
      done: (count) => `${keys(count)} wiederhergestellt.`,
      services: 'Dienste des Exports',
      keys: 'Schlüssel des Exports',
      mayGoTo: (origins) => `Schlüssel dürfen gehen an ${origins.join(', ')}`,
      noKey: 'Kein Schlüssel enthalten.',
      columns: { name: 'Name', key: 'Schlüssel', service: 'Dienst', outcome: 'Ergebnis' },
      keyOutcomes: {
        new: 'Kommt hinzu',
        here: 'Vorhanden',
        'deleted-here': 'Hier gelöscht',
        'without-value': 'Ohne Wert',
        'without-service': 'Ohne Dienst',
      },
      serviceOutcomes: {
        new: 'Kommt hinzu',
        here: 'Vorhanden, bleibt unverändert',
        removed: 'Hier entfernt',
      },
    },
  };
}
