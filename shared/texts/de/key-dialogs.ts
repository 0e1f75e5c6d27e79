import type { ShapeOf } from '../define-texts.ts';
import type { keyDialogsTexts } from '../en/key-dialogs.ts';
import { endRuleIn } from './keys.ts';
import type { Formats } from '../formats.ts';

export function keyDialogs(f: Formats): ShapeOf<typeof keyDialogsTexts> {
  return {
    accountText: {
      notTold: 'Der Dienst verrät nicht, wessen Schlüssel es ist.',
      user: 'Benutzer',
      email: 'E-Mail',
      team: 'Team',
      noTeam: 'Keines',
      roles: 'Rollen',
      rolesNotTold: 'Nicht angegeben',
    },
    addKey: {
      title: 'Vorhandenen Schlüssel hinzufügen',
      goesTo: (origins) => `Er wird nur an ${origins} gesendet.`,
      chooseService: 'Den Dienst wählen, zu dem er gehört',
      stopsThen: 'Ab dann verwendet Keyfob ihn nicht mehr.',
      done: (name) => `„${name}“ wird versiegelt aufbewahrt.`,
    },
    common: {
      delete: 'Löschen',
      days: (count) => f.plural(count, { one: '1 Tag', other: `${f.number(count)} Tage` }),
      endRule: endRuleIn(f),
      cancel: 'Abbrechen',
      verify: 'Prüfen',
      save: 'Speichern',
      name: 'Name',
      purpose: 'Wofür er ist',
      service: 'Dienst',
      useNew: 'Neuen Schlüssel verwenden',
      tryAgain: 'Erneut versuchen',
      nameProblem: 'Dieser Name ist nicht möglich',
      close: 'Schließen',
      itsService: 'Der Dienst',
    },
    days: {
      label: (label) => `${label}: Tage`,
      other: 'Andere …',
      problem: 'Eine ganze Zahl von Tagen, von 1 bis 3650',
    },
    deleteKey: {
      done: (name) => `„${name}“ wurde gelöscht.`,
      title: (name) => `„${name}“ löschen?`,
      removed:
        'wird mit seinem versiegelten Wert aus Keyfob entfernt. Dies lässt sich nicht rückgängig machen.',
      isDefaultOf: 'Er ist der Standard von',
      isDefaultUntil:
        ': Bis ein anderer Schlüssel zum Standard wird, fragen Anfragen dorthin, welcher zu verwenden ist.',
      refusedByLocalApi: 'Die Local API lehnt ihn von da an ab, wo immer er noch verwendet wird.',
      notInformed:
        'erfährt davon nichts: Soll der Schlüssel nicht mehr gelten, muss er auch dort entfernt werden.',
    },
    deleteService: {
      title: (name) => `„${name}“ löschen?`,
      consequence: (origins) =>
        `Anfragen an ${origins} gehen danach ohne Schlüssel hinaus. Der Dienst hat keine Schlüssel, die verloren gingen.`,
    },
    expiry: {
      comesFirst: (rule) => ` Zuerst greift: ${rule}.`,
      label: 'Läuft ab',
      lastDay: 'Letzter Tag',
      untilDeleted: 'Gilt, bis er gelöscht wird.',
      until: (at, rule) => `Gilt bis ${f.longDate(at)}.${rule}`,
      never: 'Nie',
      days: (count) => f.plural(count, { one: '1 Tag', other: `${f.number(count)} Tage` }),
      onDate: 'An einem Datum …',
      chooseDay: 'Den letzten Tag wählen, an dem der Schlüssel gilt',
      isOver: 'Dieser Tag ist vorbei; einen späteren wählen',
    },
    exposed: {
      title: (name) => `„${name}“ wurde offengelegt`,
      replace: 'Jetzt ersetzen',
      refusedAtOnce:
        'Der jetzige Wert und ein älterer in der Übergangsfrist werden sofort abgelehnt. Ein neuer tritt an ihre Stelle.',
      forgottenAtOnce: 'Ein neuer Wert tritt an die Stelle des jetzigen, den Keyfob sofort vergisst.',
      revokeThere:
        'Den alten Schlüssel dort widerrufen: Bis dahin gilt er weiter. Keyfob vergisst ihn beim Wechsel.',
    },
    exposureList: {
      times: (count) => f.plural(count, { one: 'einmal', other: `${f.number(count)}-mal` }),
      title: 'Wohin er gelangt ist',
      nowhere: (since) =>
        `Keyfob hat ihn seit ${f.dateTime(since)} weder gesendet noch kopiert noch angezeigt.`,
      sentTo: (origin) => `An ${origin} gesendet`,
      copied: 'In die Zwischenablage kopiert',
      shown: 'Im Fenster angezeigt',
      timesAndLast: (times, lastAt) => `${times}, zuletzt ${f.dateTime(lastAt)}`,
    },
    generate: {
      title: 'API-Schlüssel erzeugen',
      addExisting: 'Vorhandenen Schlüssel hinzufügen',
      purpose: 'Wofür er ist, etwa „CI-Pipeline“',
    },
    grace: {
      now: 'Sofort',
      oneHour: 'In 1 Stunde',
      oneDay: 'In 24 Stunden',
      sevenDays: 'In 7 Tagen',
      other: 'Nach anderer Zeit',
      hours: 'Stunden',
      days: 'Tage',
      label: 'Alter Schlüssel endet',
      howLong: 'Wie lange',
      unit: 'Einheit',
      problem: (unit, most) => `Eine ganze Zahl (${unit}), von 1 bis ${f.number(most)}`,
    },
    guidedRegenerate: {
      title: (name) => `„${name}“ erneuern`,
      oldStays: (mask) =>
        `Der neue Schlüssel tritt an die Stelle von ${mask}. Der alte bleibt hier versiegelt, bis im Menü der Zeile „Alten Schlüssel vergessen“ gewählt wird.`,
      done: (name) => `„${name}“ hat seinen neuen Wert.`,
    },
    keyDetails: {
      title: (name) => `Details zu „${name}“`,
      verification: 'Prüfung',
      origins: 'Ursprünge',
      whereItMayGo: 'Wohin er darf',
    },
    keyOrigins: {
      title: 'Ursprünge, an die er darf',
      byService: 'durch seinen Dienst',
      keyOnly: 'nur dieser Schlüssel',
      remove: (origin) => `${origin} entfernen`,
      nowhere: 'Nirgendwohin, solange die Local API nicht läuft',
      another: 'Weiterer Ursprung nur für diesen Schlüssel',
      confirmation: 'Die Bestätigung erfolgt außerhalb dieses Fensters.',
      add: 'Ursprung hinzufügen',
      problem: 'Einen Ursprung eingeben',
    },
    keySettings: {
      title: 'Schlüsseleinstellungen',
      clipboard: 'Kopierter Schlüssel verlässt die Zwischenablage',
      clipboardHint: 'Nur wenn er noch darin ist: Was seither kopiert wurde, bleibt.',
      whoseRules: 'Wessen Regeln',
      yourKeys: 'Eigene Schlüssel',
      teamPolicy: 'Teamrichtlinie',
      saveAndEnd: (atOnce) =>
        `Speichern und ${f.plural(atOnce, { one: '1 Schlüssel', other: `${f.number(atOnce)} Schlüssel` })} beenden`,
    },
    pasteField: {
      looksLike: (name) => `, sieht aus wie ${name}`,
      instruction: 'Den Schlüssel kopieren und hier einsetzen. Sein Wert gelangt nicht in dieses Fenster.',
      characters: 'Zeichen',
      paste: 'Schlüssel einsetzen',
      pasteAnother: 'Anderen einsetzen',
    },
    policyPreviewNote: {
      sooner: (count) =>
        f.plural(count, {
          one: '1 Schlüssel endet nach dem Speichern früher.',
          other: `${f.number(count)} Schlüssel enden nach dem Speichern früher.`,
        }),
      soonerAtOnce: (count, atOnceCount) =>
        `${f.plural(count, { one: '1 Schlüssel endet früher', other: `${f.number(count)} Schlüssel enden früher` })}, davon ${f.number(atOnceCount)} sofort.`,
      endsOn: (at) => `Endet am ${f.longDate(at)}`,
      neverUntilNow: 'bisher nie',
      untilNow: (at) => `bisher am ${f.longDate(at)}`,
      title: 'Schlüssel, die früher enden',
      more: (count) => `und ${f.number(count)} weitere`,
      atOnce: 'Endet sofort',
    },
    postmanNote: {
      make: 'Bei Postman können andere Programme keinen Schlüssel erzeugen. Auf der Seite von Postman einen erzeugen, kopieren und hier hinzufügen.',
      regenerate:
        'Postman erneuert Schlüssel auf der eigenen Seite. Dort erneuern, den neuen Schlüssel kopieren und hier einsetzen.',
      revoke:
        'Das Löschen hier widerruft ihn nicht bei Postman: Er gilt dort weiter, bis er auf der Seite von Postman gelöscht wird.',
      open: 'Seite der API-Schlüssel von Postman öffnen',
    },
    profileForm: {
      add: 'Neues Profil',
      edit: (name) => `„${name}“ bearbeiten`,
      save: 'Profil hinzufügen',
      example: 'Arbeit',
      noKey: 'Es gibt noch keinen Schlüssel, der Standard sein könnte.',
      leave: 'Unverändert lassen',
    },
    profiles: {
      unknownKey: 'unbekannter Schlüssel',
      title: 'Profile',
      whatFor: 'Mehrere Standards auf einmal wechseln',
      explanation:
        'Ein Profil nennt einen Schlüssel je Dienst, etwa „Arbeit“ oder „Privat“. Wird es gewählt, werden sie alle zum Standard, hier und in der Taskleiste.',
      active: 'Aktiv',
      editNamed: (name) => `${name} bearbeiten`,
      deleteNamed: (name) => `${name} löschen`,
      deleteHint: 'Das Profil löschen; seine Schlüssel bleiben',
      keysDeleted: 'Die Schlüssel wurden gelöscht',
      unknownService: 'Unbekannter Dienst',
    },
    providerNote: {
      itsService: 'seinem Dienst',
      pasteHere: ', kopieren und hier einsetzen',
      makeAt: 'Einen neuen Schlüssel erzeugen bei ',
      revokeAt: 'Den alten Schlüssel widerrufen bei ',
      open: (host) => `${host} öffnen`,
    },
    regenerate: {
      title: (name) => `„${name}“ erneuern`,
      regenerate: 'Erneuern',
      newValue: 'Der Schlüssel bekommt einen neuen Wert. Name, Dienst und Einstellungen bleiben.',
      hasExpired: 'Er ist abgelaufen, sein alter Wert wird also weiter abgelehnt.',
      register:
        'kennt den neuen erst, wenn er dort registriert ist, und bestimmt, wann der alte endet. Keyfob bewahrt nur den neuen auf.',
      refusedAtOnce: 'Was noch den alten Schlüssel verwendet, wird sofort abgelehnt.',
      maximum: ' Dann ist seine Höchstdauer vorbei.',
      bothUntil: (end, reason) => `Beide Schlüssel gelten bis ${f.dateTime(end)}.${reason}`,
    },
    rename: {
      title: (name) => `„${name}“ umbenennen`,
      rename: 'Umbenennen',
    },
    service: {
      add: 'Dienst hinzufügen',
      edit: (name) => `„${name}“ bearbeiten`,
      baseUrl: 'Basis-URL',
      header: 'Header',
      headerHint: 'Der Header der Anfrage, in den der Schlüssel kommt.',
      origins: 'Ursprünge',
      originsHint:
        'Die Schlüssel gehen nur an diese, auch nach einer Weiterleitung. Je Zeile einer: Schema, Host und Port.',
      checkUrl: 'Prüf-URL (optional)',
      checkUrlHint:
        'Bei einem der Ursprünge. Ein GET mit dem Schlüssel zeigt, ob er akzeptiert wird: 2xx ja, 401 nein.',
      prefix: 'Schlüssel beginnen mit (optional)',
      prefixHint: 'Daran wird ein eingesetzter Schlüssel dieses Dienstes erkannt.',
    },
    serviceKindNote: {
      localApi: 'Von Keyfob selbst ausgestellt und geprüft, auf diesem Computer.',
      custom: (name) =>
        `Keyfob erzeugt einen starken Zufallsschlüssel. Vor dem Senden bei ${name} registrieren.`,
      postman: 'Postman stellt seine Schlüssel auf der eigenen Seite aus.',
    },
    setExpiration: {
      title: (name) => `Ablaufdatum von „${name}“ setzen`,
      set: 'Ablaufdatum setzen',
      hasExpired: 'Dieser Schlüssel ist abgelaufen.',
      neverExpires: 'Dieser Schlüssel läuft nie ab.',
      expiresAt: (expiresAt, rule) => `Dieser Schlüssel läuft am ${f.dateTime(expiresAt)} ab.${rule}`,
      laterDate: 'Ein späteres Datum lässt ihn wieder gelten.',
      regenerateIt: 'Erneuern, damit er wieder gilt.',
      expiredAt: (expiresAt, rule, way) =>
        `Dieser Schlüssel ist am ${f.dateTime(expiresAt)} abgelaufen.${rule} ${way}`,
    },
    stagedCheckNote: {
      noCheckUrl: (name) => `${name} hat keine Prüf-URL, der Schlüssel wird also ungeprüft behalten.`,
      accepts: 'akzeptiert diesen Schlüssel',
      keepAnyway: 'Ohne Prüfung behalten',
      quota: ' Sie zählt zum Kontingent.',
      meaning: (call, name, cost) =>
        `Das Prüfen sendet eine Anfrage mit dem Schlüssel, ${call}, an ${name}.${cost}`,
    },
    teamPolicyFields: {
      everyMember: 'Alle Mitglieder',
      adminsOnly: 'Nur Admins',
      whoMay: 'Wer API-Schlüssel erzeugen darf',
      maximum: 'Höchstdauer im Team',
      own: 'Eigene Einstellung jedes Mitglieds',
      maximumHint: 'Beendet auch vorhandene Schlüssel, so lange nach dem Erzeugen ihres Werts.',
      unused: 'Ablauf bei Nichtnutzung, im Team',
      unusedHint: 'Beendet jeden Schlüssel, der so lange nicht genutzt wird.',
      mayOwn: 'Mitglieder dürfen eigene Regeln setzen',
    },
    useElsewhere: {
      title: (name) => `„${name}“ anderswo verwenden`,
      explanation:
        'Keiner dieser Texte enthält den Schlüssel. Sie nehmen ihn aus der Shell, in die er zuvor eingelesen wird, sodass er in keiner Datei und in keinem Verlauf steht.',
      stopped:
        'Die Local API läuft nicht. Sie lässt sich in den Einstellungen starten; ihr Port kann dann ein anderer sein als der hier gezeigte.',
      shell: 'Shell',
      copyKey: 'Schlüssel kopieren',
      copyNamed: (title) => `Kopieren: ${title}`,
      textNamed: (title) => `Text: ${title}`,
      snippets: {
        readKey: {
          title: 'Zuerst: den Schlüssel in die Shell einlesen',
          explanation:
            'Dies ausführen, hier „Schlüssel kopieren“ drücken, dort einfügen und die Eingabetaste drücken. Angezeigt wird nichts, und der Schlüssel bleibt aus dem Verlauf der Shell heraus.',
        },
        curl: {
          title: 'curl',
          explanation:
            'Ruft den Dienst mit dem Schlüssel in seinem Header auf. Kein -L hinzufügen: curl würde den Schlüssel bei jeder Weiterleitung mitsenden.',
        },
        invokeRestMethod: {
          title: 'Invoke-RestMethod',
          explanation:
            'Ruft den Dienst mit dem Schlüssel in seinem Header auf und folgt keiner Weiterleitung, die den Schlüssel mitnähme.',
        },
        postmanLogin: {
          title: 'Postman CLI',
          explanation:
            'Meldet die Postman CLI mit dem Schlüssel an. Wo POSTMAN_API_KEY gesetzt ist, verwenden ihre anderen Befehle den Schlüssel ohne Anmeldung.',
        },
        postmanRequest: {
          title: 'Postman CLI',
          explanation:
            'Sendet eine Anfrage mit dem Schlüssel in ihrem Header. Eine Anmeldung gibt es nur für Postmans eigene Adresse.',
        },
        mcpServer: {
          title: 'MCP-Server von Postman',
          explanation:
            'Für die Einstellungen eines Programms, das ${…} aus seiner Umgebung ersetzt, etwa .mcp.json. Es aus der Shell starten, die den Schlüssel eingelesen hat.',
        },
        mcpServerInVsCode: {
          title: 'MCP-Server von Postman in VS Code',
          explanation:
            'Für .vscode/mcp.json. VS Code fragt einmal nach dem Schlüssel und bewahrt ihn verschlüsselt auf: Hier „Schlüssel kopieren“ drücken und dort einfügen.',
        },
        newman: {
          title: 'newman mit einem Zugriffsschlüssel',
          explanation:
            'Führt eine Sammlung aus. Statt dieses Schlüssels nimmt es einen Zugriffsschlüssel der Sammlung, der nur sie liest: COLLECTION_UID setzen und ACCESS_KEY wie oben einlesen.',
        },
        forgetKey: {
          title: 'Zuletzt: den Schlüssel vergessen',
          explanation: 'Nimmt den Schlüssel wieder aus der Shell. Die Shell zu schließen bewirkt dasselbe.',
        },
      },
    },
    userPolicyFields: {
      lockedTitle: 'Das Team lässt diese Einstellungen nicht zu',
      locked: 'Für die eigenen Schlüssel gilt allein die Teamrichtlinie.',
      newKeys: 'Neue Schlüssel laufen ab',
      newKeysHint:
        'Womit das Formular für einen neuen Schlüssel beginnt. Vorhandene Schlüssel ändern sich nicht.',
      turnedOff: 'Vom Team ausgeschaltet.',
      maximum: 'Höchstdauer',
      noMaximum: 'Keine Höchstdauer',
      maximumHint:
        'Jeder Schlüssel endet so lange nach dem Erzeugen seines Werts, unabhängig vom eigenen Ablaufdatum.',
      unused: 'Ablauf bei Nichtnutzung',
      unusedHint:
        'Jeder Schlüssel endet, wenn er so lange nicht genutzt wird. Jede Nutzung beginnt die Zeit von vorn.',
      teamSets: (days) => `Die Teamrichtlinie legt ${days} fest.`,
    },
    verificationText: {
      refused: (name, at) =>
        `${name} hat diesen Schlüssel am ${at} nicht akzeptiert. Beim Dienst nachsehen: Vielleicht ist er dort widerrufen oder abgelaufen.`,
      accepted: (name, at) => `${name} hat diesen Schlüssel am ${at} akzeptiert.`,
      neverAsked: 'Der Dienst wurde noch nicht gefragt. „Jetzt prüfen“ im Menü der Zeile holt das nach.',
      noCheckUrl: 'Der Dienst hat keine Prüf-URL, daher ist nichts über ihn bekannt.',
    },
  };
}
