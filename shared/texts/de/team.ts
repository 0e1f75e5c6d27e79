import type { ShapeOf } from '../define-texts.ts';
import type { teamTexts } from '../en/team.ts';
import { endRuleIn } from './keys.ts';
import type { Formats } from '../formats.ts';

export function team(f: Formats): ShapeOf<typeof teamTexts> {
  return {
    found: {
      title: 'Nach Schlüsselwert suchen',
      showAll: 'Alle Schlüssel zeigen',
      dismiss: 'Ausblenden',
      typo: 'In der Zwischenablage liegt etwas wie ein Schlüssel der Local API, aber ein Zeichen darin ist falsch.',
      none: 'In der Zwischenablage liegt kein Schlüssel dieses Teams.',
      whose: (name, creator) => `Es ist der Schlüssel „${name}“ von ${creator}`,
      inGrace: (whose) => `${whose}, aus der Zeit vor dem Erneuern. Er gilt, bis die Übergangsfrist endet.`,
      ended: (whose) => `${whose}. Dieser Wert gilt nicht mehr.`,
    },
    handOver: {
      titleOfOwn: 'API-Schlüssel kopieren',
      title: (creator) => `API-Schlüssel von ${creator} kopieren`,
      once: 'Er wird nur dieses eine Mal angezeigt.',
      actsAs: 'Wer ihn hat, handelt als',
      kept: 'Keyfob bewahrt ihn versiegelt auf. Er steht unter „API-Schlüssel“.',
      notKept:
        'Keyfob behält nur seine Maske und einen Prüfwert. Jetzt auf einem Weg übergeben, dem beide vertrauen; geht er verloren, widerrufen und einen neuen ausstellen.',
    },
    common: {
      save: 'Speichern',
      keys: (count) => f.plural(count, { one: '1 Schlüssel', other: `${f.number(count)} Schlüssel` }),
      endRule: endRuleIn(f),
      close: 'Schließen',
      cancel: 'Abbrechen',
      member: 'Mitglied',
      name: 'Name',
      addMember: 'Mitglied hinzufügen',
      admin: 'Admin',
      you: 'Eigenes Konto',
      moreActionsFor: (name) => `Weitere Aktionen für ${name}`,
      moreActions: 'Weitere Aktionen',
      disable: 'Deaktivieren',
      enable: 'Aktivieren',
    },
    issue: {
      never: 'Nie',
      days: (days) => f.plural(days, { one: '1 Tag', other: `${f.number(days)} Tage` }),
      title: 'API-Schlüssel ausstellen',
      youNamed: (name) => `${name} (eigener)`,
      kept: 'Keyfob bewahrt ihn versiegelt auf; er erscheint unter „API-Schlüssel“.',
      notKept: 'Wird einmal zum Übergeben angezeigt. Keyfob bewahrt seinen Wert nicht auf.',
      purpose: 'Wofür er ist, etwa „CI-Pipeline“',
      expires: 'Läuft ab',
    },
    memberForm: {
      edit: (name) => `${name} bearbeiten`,
      email: 'E-Mail',
      role: 'Rolle',
      memberHint: 'Sieht und ändert die eigenen Schlüssel.',
      adminHint: 'Sieht und widerruft die Schlüssel aller Mitglieder.',
    },
    members: {
      title: 'Mitglieder',
      description:
        'Die Personen des lokalen Arbeitsbereichs. Ihnen lassen sich Schlüssel der Local API ausstellen.',
      youStay: 'Das eigene Konto bleibt im Team',
      revokeFirst: 'Zuerst die Schlüssel widerrufen',
      edit: 'Bearbeiten',
      remove: 'Entfernen',
    },
    removal: {
      title: (name) => `${name} entfernen?`,
      consequence:
        'verlässt das Team des lokalen Arbeitsbereichs. Die ausgegebenen Zugriffsschlüssel für Sammlungen enden, und die widerrufenen Schlüssel bleiben unter diesem Namen im Protokoll.',
    },
    revocation: {
      refused: (count) =>
        `Die Local API lehnt ${f.plural(count, { one: 'ihn', other: 'sie alle' })} ab der nächsten Anfrage ab.`,
      isFinal: 'Dies lässt sich nicht rückgängig machen.',
      stays: (count) =>
        `Was mit ${f.plural(count, { one: 'ihm', other: 'ihnen' })} geschah, bleibt im Protokoll.`,
      title: (count) => `${count} widerrufen?`,
      revoke: (count) => `${count} widerrufen`,
      done: (keys) => `${keys} widerrufen`,
      reason: 'Grund',
      byAdmin: 'Von einem Admin widerrufen',
      byAdminHint: 'Nicht mehr benötigt oder nicht gewünscht.',
      exposed: 'Offengelegt',
      exposedHint: 'Der Wert ist an falscher Stelle aufgetaucht.',
      usedLately: (count) =>
        `${f.plural(count, { one: '1 Schlüssel', other: `${f.number(count)} Schlüssel` })} in den letzten 7 Tagen genutzt.`,
      yours: (count) =>
        `${f.plural(count, { one: '1 eigener', other: `${f.number(count)} eigene` })}: aus „API-Schlüssel“ entfernt, mit dem versiegelten Wert.`,
      accessKeys: (count) =>
        `${f.plural(count, { one: '1 Schlüssel', other: `${f.number(count)} Schlüssel` })} für Sammlungen: gelöscht, die URLs enden.`,
      alsoDelete: (count) =>
        f.plural(count, {
          one: 'Auch den Zugriffsschlüssel löschen, den ein Programm damit erstellt hat',
          other: `Auch die ${f.number(count)} Zugriffsschlüssel löschen, die Programme damit erstellt haben`,
        }),
      elsewhere: (count) =>
        `${f.plural(count, { one: '1 Schlüssel', other: `${f.number(count)} Schlüssel` })} anderer Dienste: nur hier entfernt. Auch beim Dienst widerrufen.`,
    },
    selection: {
      title: 'Ausgewählte Schlüssel',
      countOf: (selected, shown) =>
        `${f.number(selected)} von ${f.plural(shown, { one: '1 Schlüssel', other: `${f.number(shown)} Schlüsseln` })} ausgewählt`,
      revoke: 'Widerrufen …',
      clear: 'Auswahl aufheben',
      all: 'Alle auswählen',
    },
    status: {
      labels: {
        active: 'Aktiv',
        expiring: 'Läuft ab',
        expired: 'Abgelaufen',
        disabled: 'Deaktiviert',
        revoked: 'Widerrufen',
      },
      automatically: 'Automatisch',
      exposed: 'Offengelegt',
      byCreator: 'Von seinem Besitzer',
      byAdmin: 'Von einem Admin',
      byInactivity: 'Wegen Nichtnutzung',
    },
    team: {
      disabledKeys: (count) => `${f.number(count)} Schlüssel deaktiviert`,
      enabledKeys: (count) => `${f.number(count)} Schlüssel aktiviert`,
      title: 'Teamschlüssel',
      description:
        'Alle Schlüssel im Team des lokalen Arbeitsbereichs, gleich von wem: widerrufen, was niemand mehr verwenden soll.',
      exportCsv: 'CSV exportieren …',
      tryAgain: 'Erneut versuchen',
      saved: (keys, fileName) => `${keys} in ${fileName} gespeichert`,
    },
    none: {
      title: 'Das Team hat noch keine Schlüssel',
      explanation:
        'Unten Mitglieder hinzufügen und ihnen Schlüssel ausstellen oder einen eigenen erzeugen: Hier steht jeder.',
    },
    noMatch: {
      title: 'Kein passender Schlüssel',
      showAll: 'Alle Schlüssel zeigen',
      explanation: 'Kein Schlüssel des Teams hat diesen Namen, Status, Besitzer und Dienst.',
    },
    table: {
      columns: {
        select: 'Auswählen',
        name: 'Name',
        key: 'Schlüssel',
        creator: 'Besitzer',
        created: 'Erstellt',
        expires: 'Läuft ab',
        status: 'Status',
        actions: 'Aktionen',
      },
      select: (name) => `${name} auswählen`,
      accessKey: 'Zugriffsschlüssel für eine Sammlung',
      lastUsed: 'Zuletzt genutzt',
      never: 'Nie',
      revoke: 'Widerrufen',
    },
    filters: {
      allStates: 'Alle Status',
      enabled: 'Aktiviert',
      expiring: 'Läuft bald ab',
      disabled: 'Deaktiviert',
      expired: 'Abgelaufen',
      revoked: 'Widerrufen',
      newest: 'Neueste',
      oldest: 'Älteste',
      recentlyUsed: 'Kürzlich genutzt',
      allCreators: 'Alle Besitzer',
      allServices: 'Alle Dienste',
      search: 'Teamschlüssel suchen',
      searchHint: 'Nach Namen suchen oder Schlüssel einsetzen',
      findByValue: 'Nach Schlüsselwert suchen',
      state: 'Status',
      creator: 'Besitzer',
      service: 'Dienst',
      sort: 'Sortierung',
    },
  };
}
