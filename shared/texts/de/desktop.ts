import type { ShapeOf } from '../define-texts.ts';
import type { desktopTexts } from '../en/desktop.ts';
import type { Formats } from '../formats.ts';

export function desktop(f: Formats): ShapeOf<typeof desktopTexts> {
  return {
    tray: {
      moreKeys: 'Weitere Schlüssel …',
      generateKey: 'API-Schlüssel erzeugen …',
      newRequest: 'Neue Anfrage …',
      open: 'Keyfob öffnen',
      lock: 'Keyfob sperren',
      quit: 'Keyfob beenden',
      unlock: 'Keyfob entsperren …',
      isLocked: 'Keyfob ist gesperrt',
      profile: 'Profil',
      noKeys: 'Noch keine API-Schlüssel',
      unnamed: 'Ohne Namen',
      expired: 'abgelaufen',
      disabled: 'deaktiviert',
      unreadable: 'nicht lesbar',
    },
    notice: {
      locked: 'gesperrt',
      unreadable: 'die Geheimnisse lassen sich nicht öffnen',
      endSoon: (count) =>
        f.plural(count, {
          one: '1 API-Schlüssel läuft bald ab',
          other: `${f.number(count)} API-Schlüssel laufen bald ab`,
        }),
    },
    touchId: {
      unlock: 'die Schlüssel zu entsperren',
      turnOn: 'die Schlüssel nur noch mit Touch ID zu entsperren',
      turnOff: 'die Schlüssel künftig ohne Touch ID zu entsperren',
    },
    menu: {
      file: '&Datei',
      view: '&Ansicht',
      help: '&Hilfe',
      shortcuts: 'Tastenkürzel',
      settings: 'Einstellungen …',
      resetZoom: 'Tatsächliche Größe',
      zoomIn: 'Vergrößern',
      zoomOut: 'Verkleinern',
      newRequest: 'Neue Anfrage',
      generateKey: 'API-Schlüssel erzeugen …',
      apiKeys: 'API-Schlüssel',
      lock: 'Keyfob sperren',
      quit: 'Keyfob beenden',
    },
    stillHere: {
      title: 'Keyfob läuft weiter',
      body: 'Schlüssel lassen sich über das Symbol in der Taskleiste kopieren. Dort lässt sich Keyfob auch beenden; das Verhalten ist in den Einstellungen änderbar.',
    },
    runEnded: {
      title: (name) => `Der Lauf von „${name}“ ist zu Ende`,
      lockedTitle: 'Ein Lauf wurde angehalten, weil Keyfob gesperrt ist',
      stoppedTitle: (name) => `Der Lauf von „${name}“ wurde angehalten`,
      body: (done, failed) =>
        `${f.plural(done, { one: '1 Anfrage', other: `${f.number(done)} Anfragen` })}, ${failed === 0 ? 'keine fehlgeschlagen' : `${f.number(failed)} fehlgeschlagen`}.`,
    },
    reminder: { open: 'Öffnen', regenerate: 'Erneuern …', snooze: 'Morgen erinnern' },
    notCopied: 'Der Schlüssel wurde nicht kopiert',
    notLocked: 'Keyfob ist nicht gesperrt',
    openToSeeWhy: 'Keyfob öffnen, um den Grund zu sehen.',
    profileSwitched: {
      title: (name) => `Profil „${name}“`,
      body: 'Seine Schlüssel sind jetzt die Standardschlüssel.',
    },
    profileNotSwitched: 'Das Profil wurde nicht gewechselt',
  };
}
