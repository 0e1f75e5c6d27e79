import type { EndRule } from '../../domain/key-policy.ts';
import type { ShapeOf } from '../define-texts.ts';
import type { keysTexts } from '../en/keys.ts';
import type { Formats } from '../formats.ts';

export function keys(f: Formats): ShapeOf<typeof keysTexts> {
  const keyCount = (count: number) => `${f.number(count)} Schlüssel`;
  return {
    title: 'API-Schlüssel',
    description:
      'Schlüssel bleiben auf diesem Computer versiegelt und gehen nur an die Ursprünge ihres Dienstes.',
    settings: 'Schlüsseleinstellungen',
    add: 'Vorhandenen hinzufügen',
    generate: 'API-Schlüssel erzeugen',
    search: 'API-Schlüssel suchen',
    countOf: (shown, all) => (shown === all ? keyCount(all) : `${f.number(shown)} von ${keyCount(all)}`),
    first: {
      title: 'Den ersten API-Schlüssel erzeugen',
      explanation:
        'Er funktioniert sofort mit der Local API in Keyfob, ohne Konto und ohne Netzwerk. Auch Schlüssel von anderswo lassen sich hier aufbewahren.',
      orBring: 'Oder Vorhandenes mitbringen:',
      importFile: 'Anfragen importieren …',
      addVariable: (name) => `${name} aus der Umgebung hinzufügen`,
    },
    noMatch: {
      title: 'Kein passender Schlüssel',
      clear: 'Suche leeren',
      explanation: (search) => `Kein Name, kein Dienst und keine letzten vier Zeichen enthalten „${search}“.`,
    },
    columns: {
      name: 'Name',
      key: 'Schlüssel',
      service: 'Dienst',
      created: 'Erstellt',
      lastUsed: 'Zuletzt genutzt',
      expires: 'Läuft ab',
      status: 'Status',
      actions: 'Aktionen',
    },
    status: { active: 'Aktiv', expiring: 'Läuft ab', expired: 'Abgelaufen', disabled: 'Deaktiviert' },
    unknownService: 'Unbekannter Dienst',
    isDefault: 'Standard',
    readOnly: 'Nur lesend: wird bei POST, PUT, PATCH und DELETE zurückgehalten',
    never: 'Nie',
    moreOrigins: (count) => f.plural(count, { one: '+1 Ursprung', other: `+${f.number(count)} Ursprünge` }),
    usedAt: (at, origin) => `${f.dateTime(at)}, an ${origin}`,
    endRule: endRuleIn(f),
    old: {
      ends: (tail, remaining) => `Alter ${tail ?? 'Schlüssel'} endet ${remaining}`,
      worksUntil: (tail, at) =>
        `Der alte Schlüssel${tail === null ? '' : ` ${tail}`} funktioniert bis ${f.dateTime(at)}`,
      isKept: (tail) => `Alter ${tail ?? 'Schlüssel'} bleibt erhalten`,
      isKeptUntil:
        'Der alte Schlüssel bleibt versiegelt erhalten, bis bestätigt ist, dass er nicht mehr gilt',
    },
    notAccepted: 'Vom Dienst abgelehnt',
    notAcceptedOn: (at) => `Abgelehnt am ${f.dateTime(at)}`,
    acceptedOn: (at) => `Akzeptiert am ${f.dateTime(at)}`,
    acceptedAs: (at, owner) => `Akzeptiert am ${f.dateTime(at)} als ${owner}`,
    moreActionsFor: (name) => `Weitere Aktionen für ${name}`,
    menu: {
      more: 'Weitere Aktionen',
      copy: 'Kopieren',
      use: 'In einer Anfrage verwenden',
      useElsewhere: 'Anderswo verwenden',
      activity: 'Aktivität',
      hasExpired: 'Abgelaufen',
      isDisabled: 'Deaktiviert',
      verify: 'Jetzt prüfen',
      countsAgainstQuota: 'Ein Aufruf, zählt zum Kontingent',
      sendsOneRequest: 'Sendet eine Anfrage',
      noCheckUrl: 'Der Dienst hat keine Prüf-URL',
      details: 'Details',
      endGrace: 'Übergangsfrist beenden',
      endGraceHint: 'Der alte Schlüssel gilt sofort nicht mehr',
      forgetOld: 'Alten Schlüssel vergessen',
      forgetOldHint: 'Wenn er beim Dienst nicht mehr gilt',
      exposed: 'Schlüssel wurde offengelegt …',
      regenerate: 'Erneuern',
      rename: 'Umbenennen',
      setExpiration: 'Ablaufdatum setzen',
      makeDefault: 'Zum Standard machen',
      isDefault: 'Ist bereits der Standard seines Dienstes',
      readOnlyOff: 'Schreibschutz ausschalten',
      readOnlyOn: 'Schreibschutz einschalten',
      enable: 'Aktivieren',
      disable: 'Deaktivieren',
      edit: 'Bearbeiten',
      delete: 'Löschen',
    },
    done: {
      verifyRefused: (name) => `Der Dienst akzeptiert „${name}“ nicht.`,
      accepted: (name) => `„${name}“ wird akzeptiert.`,
      acceptedOf: (name, owner) => `„${name}“ wird akzeptiert. Der Schlüssel gehört ${owner}.`,
      madeDefault: (name) => `„${name}“ ist jetzt der Standardschlüssel seines Dienstes.`,
      graceEnded: (name) => `Der alte Schlüssel von „${name}“ wird ab jetzt abgelehnt.`,
      oldForgotten: (name) => `Der alte Schlüssel von „${name}“ wird nicht mehr aufbewahrt.`,
      enabled: (name) => `„${name}“ ist aktiviert.`,
      disabled: (name) => `„${name}“ ist deaktiviert und wird weder gesendet noch kopiert.`,
      readOnlyOff: (name) => `„${name}“ darf mit jeder Methode gesendet werden.`,
      readOnlyOn: (name) => `„${name}“ wird bei POST, PUT, PATCH und DELETE zurückgehalten.`,
    },
    services: {
      title: 'Dienste',
      description:
        'Ein Schlüssel geht nur an die Ursprünge seines Dienstes, in dem Header, den dieser auswertet.',
      add: 'Dienst hinzufügen',
      builtIn: 'Mitgeliefert',
      nowhere: 'Nirgendwohin, solange die Local API nicht läuft',
      header: 'Der Header, in den der Schlüssel kommt',
      keyCount,
      deleteKeysFirst: 'Zuerst die Schlüssel löschen',
    },
    profile: {
      label: 'Profil',
      switched: (name) => `Die Schlüssel von „${name}“ sind jetzt die Standardschlüssel.`,
      keysDeleted: 'Die Schlüssel wurden gelöscht',
      none: 'Kein Profil',
      manage: 'Profile verwalten',
    },
    reveal: {
      title: 'API-Schlüssel kopieren',
      use: 'In einer Anfrage verwenden',
      once: 'Er wird nur dieses eine Mal angezeigt.',
      sealed: (name) =>
        `Keyfob bewahrt „${name}“ versiegelt auf. Er lässt sich über seine Zeile erneut kopieren oder mitsenden, ohne ihn zu sehen.`,
      reach: 'Er öffnet alle Daten, auf die sein Besitzer Zugriff hat. An niemanden weitergeben.',
      register: (owner) => `Jetzt bei ${owner} registrieren: Dessen Server kennt ihn noch nicht.`,
    },
  };
}

/** Which rule ends a key. */
export function endRuleIn(f: Formats): (rule: EndRule) => string {
  const days = (count: number) => f.plural(count, { one: '1 Tag', other: `${f.number(count)} Tagen` });
  return (rule) => {
    if (rule.kind === 'own') return 'Eigenes Ablaufdatum';
    if (rule.kind === 'unused') {
      return `Seit ${days(rule.days)} ungenutzt${rule.isTeams ? ' (Teamrichtlinie)' : ''}`;
    }
    return `Höchstdauer ${rule.isTeams ? 'des Teams ' : ''}von ${days(rule.days)}`;
  };
}
