import type { ShapeOf } from '../define-texts.ts';
import type { settingsTexts } from '../en/settings.ts';
import type { Formats } from '../formats.ts';

export function settings(f: Formats): ShapeOf<typeof settingsTexts> {
  const baseUrl = 'Als Basis-URL in anderen Programmen auf diesem Computer verwenden.';
  return {
    title: 'Einstellungen',
    appearance: {
      title: 'Darstellung',
      theme: 'Design',
      themeDescription: '„System“ folgt der Einstellung des Desktops.',
      themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
      language: 'Sprache',
      languageDescription: 'Für Fenster, Symbol in der Taskleiste und Menüs.',
      languages: { system: 'Wie das System', en: 'English', de: 'Deutsch' },
    },
    behaviour: {
      title: 'Allgemein',
      clears: 'Kopierten Schlüssel aus der Zwischenablage entfernen',
      clearsDescription:
        'Nur wenn er noch darin ist. Außerdem werden Zwischenablageverläufe gebeten, ihn nicht zu behalten.',
      closeToTray: 'Beim Schließen in der Taskleiste bleiben',
      closeToTrayDescription:
        'Nach dem Schließen des Fensters laufen Menü und Local API weiter. „Keyfob beenden“ beendet alles.',
      openAtLogin: 'Bei der Anmeldung öffnen',
      openAtLoginDescription: 'Startet ohne Fenster in der Taskleiste, sobald man sich am Computer anmeldet.',
      quickCopy: 'Schnellkopie',
      quickCopyDescription:
        'Ein Tastenkürzel, das in jedem Programm wirkt, öffnet ein kleines Fenster: Namen tippen, Eingabetaste drücken, und der Schlüssel ist in der Zwischenablage.',
      shortcut: 'Kürzel der Schnellkopie',
      shortcutDescription: 'Solange die Schnellkopie an ist, bekommt kein anderes Programm diese Tasten.',
      shortcutTaken: 'Ein anderes Programm oder das System hat diese Tasten. Andere wählen.',
      shortcutOnWayland:
        'Unter Wayland entscheidet der Desktop, ob ein Programm Tasten bekommt, und fragt vielleicht nach. Geschieht nichts, ein Kürzel des Desktops „keyfob --quick-copy“ ausführen lassen.',
      changeShortcut: (keys) => `Kürzel ändern, jetzt ${keys}`,
      pressKeys: 'Tasten drücken, oder Esc',
      unusableKeys:
        'Zwei von Strg, Cmd, Alt und Umschalt mit einer Taste: Den Rest brauchen andere Programme.',
    },
    history: {
      title: 'Verlauf',
      kept: 'Aufbewahrte Anfragen',
      keptDescription:
        'Die neuesten, jeweils mit ihrer Antwort. Angeheftete bleiben zusätzlich. Schlüssel stehen nie im Verlauf.',
      forHowLong: 'Aufbewahrungsdauer',
      forHowLongDescription: 'Älteres wird gelöscht, sofern es nicht angeheftet ist.',
      anyAge: 'Unbegrenzt',
      days: (count) => f.plural(count, { one: '1 Tag', other: `${f.number(count)} Tage` }),
      deleteTitle: 'Ältere Anfragen löschen?',
      deleteAction: (count) => `${f.number(count)} löschen`,
      deleteExplanation: (count) =>
        `${f.plural(count, {
          one: 'Eine gesendete Anfrage liegt darüber und wird jetzt gelöscht.',
          other: `${f.number(count)} gesendete Anfragen liegen darüber und werden jetzt gelöscht.`,
        })} Das lässt sich nicht rückgängig machen. Angeheftete Anfragen bleiben.`,
    },
    localApi: {
      title: 'Local API',
      server: 'Server',
      states: { running: 'Läuft', stopped: 'Angehalten', failed: 'Läuft nicht' },
      start: 'Starten',
      stop: 'Anhalten',
      served: (count, since) =>
        `${f.plural(count, { one: '1 Anfrage', other: `${f.number(count)} Anfragen` })} beantwortet seit ${f.dateTime(since)}. Nur von diesem Computer aus erreichbar.`,
      whatItDoes:
        'Stellt Schlüssel aus und prüft sie wie die Postman API, nur auf diesem Computer. Solange sie angehalten ist, funktioniert keiner ihrer Schlüssel.',
      couldNotStart: 'Der Start ist fehlgeschlagen.',
      address: 'Adresse',
      noAddress: 'Eine Adresse hat sie nur, solange sie läuft.',
      copyAddress: 'Adresse kopieren',
      baseUrl,
      otherPort: (wanted, port, refusal) =>
        `Port ${String(wanted)} ${refusal === 'in-use' ? 'wird von einem anderen Programm belegt' : 'ist laut System nicht erlaubt'}, daher Port ${String(port)}. ${baseUrl}`,
      startsWithKeyfob: 'Mit Keyfob starten',
      startsDescription:
        'Andernfalls startet sie, sobald eine Anfrage oder eine geteilte Sammlung sie braucht.',
      document: 'OpenAPI-Dokument',
      documentDescription: 'Alle Routen mit Ein- und Ausgaben. Zum Lesen ist kein Schlüssel nötig.',
      copyLink: 'Link kopieren',
      copyLinkLabel: 'Link zum OpenAPI-Dokument kopieren',
      open: 'Öffnen',
      openLabel: 'OpenAPI-Dokument im Browser öffnen',
    },
    lock: {
      title: 'Sperre',
      lock: 'Keyfob sperren',
      now: 'Jetzt sperren',
      whenAway: 'Bei Abwesenheit',
      whenAwayLabel: 'Bei Abwesenheit sperren',
      whenAwayDescription: 'Gezählt ab der letzten Berührung von Tastatur oder Maus.',
      never: 'Nie',
      after: (minutes) =>
        minutes % 60 === 0
          ? f.plural(minutes / 60, { one: 'Nach 1 Stunde', other: `Nach ${f.number(minutes / 60)} Stunden` })
          : f.plural(minutes, { one: 'Nach 1 Minute', other: `Nach ${f.number(minutes)} Minuten` }),
      withScreen: 'Mit dem Bildschirm',
      withScreenLabel: 'Mit dem Bildschirm sperren',
      withScreenDescription:
        'Sperrt, wenn der Bildschirm gesperrt wird (macOS, Windows) oder der Computer schläft.',
      touchId: {
        title: 'Mit Touch ID entsperren',
        description:
          'Bei jedem Start und nach jeder Sperre, bevor der Schlüsselbund den Hauptschlüssel herausgibt. Wo kein Finger gelesen werden kann, genügt das Passwort dieses Macs.',
        passphrase:
          'Nicht mit einer Passphrase: Nur sie öffnet den Hauptschlüssel, und eine Kopie, die Touch ID öffnen könnte, würde sie schwächen.',
        noKeychain: 'Möglich, sobald der Schlüsselbund den Hauptschlüssel enthält.',
      },
      meaning: {
        memory:
          'Zurzeit nicht möglich: Der Hauptschlüssel liegt nur im Arbeitsspeicher und ginge dabei verloren.',
        passphrase:
          'Entfernt den Hauptschlüssel aus dem Arbeitsspeicher, bis die Passphrase eingegeben wird. Auch mit Strg oder Cmd+L und über die Taskleiste.',
        touchId:
          'Entfernt den Hauptschlüssel aus dem Arbeitsspeicher, bis Touch ID ihn wieder aus dem Schlüsselbund holt. Auch mit Strg oder Cmd+L und über die Taskleiste.',
        other:
          'Entfernt den Hauptschlüssel aus dem Arbeitsspeicher. Ohne Passphrase holt ihn ein Klick wieder aus dem Schlüsselbund. Auch mit Strg oder Cmd+L und über die Taskleiste.',
      },
    },
    collections: {
      title: 'Sammlungen',
      folder: 'Ordner',
      looking: 'Wird gesucht …',
      useOwn: 'Ordner von Keyfob verwenden',
      choose: 'Ordner auswählen …',
      changed: 'Sammlungen werden jetzt von dort gelesen. Keine Datei wurde verschoben.',
    },
    sentFiles: {
      title: 'Dateien, die Anfragen senden',
      chosen: 'Gewählte Dateien',
      description: 'Diese senden Anfragen und keine anderen. Eine zurückgenommene muss neu gewählt werden.',
      none: 'Noch dürfen Anfragen keine Datei senden. Gewählt wird eine im Body einer Anfrage.',
      of: (collection) => `Für „${collection}“.`,
      unsaved: 'Für Anfragen, die nirgends gespeichert sind.',
      gone: 'Für eine Sammlung, die es nicht mehr gibt.',
      unreadable: 'Nicht mehr da oder nicht lesbar',
      goesTo: (origins) => `Geht ohne Nachfrage an ${origins}`,
      nowhere: 'Geht ohne Nachfrage nirgendwohin',
      takeBack: 'Zurücknehmen',
      takeBackOf: (path) => `${path} zurücknehmen`,
      takeBackAll: 'Alle zurücknehmen …',
      takeAllBack: 'Alle zurücknehmen',
      allTitle: 'Alle Dateien zurücknehmen, die Anfragen senden dürfen?',
      allNote:
        'Keine Anfrage sendet eine Datei, bis sie neu gewählt ist. Die Dateien selbst bleiben, wie sie sind.',
      more: (count) =>
        f.plural(count, { one: 'Eine weitere Datei', other: `${f.number(count)} weitere Dateien` }),
      showAll: 'Alle zeigen',
    },
    storage: {
      title: 'Speicherung',
      masterKey: 'Hauptschlüssel',
      useKeychain: 'Schlüsselbund verwenden',
      keychainHolds: 'Der Hauptschlüssel liegt jetzt im Schlüsselbund.',
      changePassphrase: 'Passphrase ändern …',
      usePassphrase: 'Passphrase verwenden …',
      holders: {
        keychain: {
          label: 'Im Schlüsselbund',
          text: 'Der Schlüsselbund des Systems bewahrt den Schlüssel auf, der alle anderen versiegelt.',
        },
        passphrase: {
          label: 'Passphrase',
          text: 'Der Schlüssel, der alle anderen versiegelt, ist mit der Passphrase verschlüsselt. Keyfob kennt sie nicht.',
        },
        memory: {
          label: 'Im Arbeitsspeicher',
          text: 'Er liegt nur im Arbeitsspeicher. Damit erzeugte Schlüssel sind nach dem Beenden verloren.',
        },
      },
      opening: { label: 'Wird geöffnet', text: 'Der Schlüsselbund wird nach dem Hauptschlüssel gefragt.' },
      empty: {
        label: 'Noch nicht erzeugt',
        text: 'Er entsteht mit dem ersten Schlüssel und kommt in den Schlüsselbund des Systems.',
      },
      locked: { label: 'Gesperrt', text: 'Keyfob ist gesperrt.' },
      noHolder: 'Ohne Ablageort',
      unreadable: 'Nicht lesbar',
      kit: 'Wiederherstellungsdatei',
      kitDescription:
        'Eine kleine Datei, die die Schlüssel mit eigener Passphrase öffnet, wenn der Schlüsselbund verloren ist. Jederzeit neu speicherbar; ältere bleiben gültig.',
      openKit: 'Datei öffnen …',
      saveKit: 'Datei speichern …',
      ledger: 'Datenbank',
      ledgerDescription:
        'Alles über die Schlüssel; ihre Werte sind mit AES-256-GCM unter dem Hauptschlüssel versiegelt.',
      ledgerOpen: 'Offen',
      ledgerClosed: 'Geschlossen',
    },
    about: {
      title: 'Über Keyfob',
      description:
        'Ein Schlüssel geht nie dorthin, wo er nicht hingehört. Freie Software unter der MIT-Lizenz.',
    },
  };
}
