import type { ShapeOf } from '../define-texts.ts';
import type { requestsTexts } from '../en/requests.ts';
import type { Formats } from '../formats.ts';

export function requests(f: Formats): ShapeOf<typeof requestsTexts> {
  return {
    about: {
      nothing: 'Zu dieser Anfrage ist nichts gesagt.',
      edit: 'Beschreibung bearbeiten',
      kept: 'In der Datei behalten',
      description: 'Beschreibung',
      save: 'Beschreibung speichern',
    },
    common: {
      cancel: 'Abbrechen',
      key: 'Schlüssel',
      tryAgain: 'Erneut versuchen',
    },
    auth: {
      choices: {
        automatic: {
          label: 'Automatisch',
          description: 'Der Standardschlüssel des Dienstes, zu dessen Ursprüngen die Adresse gehört.',
        },
        key: {
          label: 'Ein bestimmter Schlüssel',
          description: 'Auch er geht nur an die Ursprünge seines Dienstes.',
        },
        none: { label: 'Keiner', description: 'Keyfob fügt nichts hinzu.' },
      },
      inherited: 'Geerbt',
      label: 'API-Schlüssel',
      fileAsks: (what) =>
        `Die Datei verlangt: ${what}. Eine andere Wahl hier tritt beim Speichern an ihre Stelle.`,
      named: (name) =>
        `Die Sammlung verlangt den Schlüssel „${name}“. Keyfob hat keinen oder mehrere dieses Namens: vor dem Senden einen wählen.`,
      keyGone: 'Diesen Schlüssel gibt es nicht mehr',
      expiring: 'Läuft bald ab',
      expired: 'Abgelaufen',
      disabled: 'Deaktiviert',
    },
    files: {
      theBody: 'Body',
      binaryNote:
        'Wird beim Senden von der Festplatte gelesen, in jeder Größe. Der Content-Type folgt aus dem Namen, wenn ihn kein Header nennt.',
      choose: 'Datei auswählen',
      another: 'Andere auswählen',
      for: (label, which) => `${label}: ${which}`,
      notChosen: 'Von der Sammlung genannt; wird erst nach der Auswahl hier gelesen',
      template: 'Der Pfad enthält eine Variable, die nicht eingesetzt wird: die Datei selbst wählen',
      unreadable: 'Nicht mehr vorhanden oder nicht lesbar',
      goesTo: (hosts) => `Darf zu ${hosts}`,
      origins: (which) => `Wohin die Datei darf: ${which}`,
      takeBack: (origin) => `${origin} nicht mehr erlauben`,
      takeBackNote: 'Die nächste Anfrage, die die Datei dorthin sendet, fragt nach.',
    },
    body: {
      kinds: {
        none: 'Keiner',
        json: 'JSON',
        xml: 'XML',
        text: 'Text',
        form: 'Formular',
        multipart: 'Multipart',
        binary: 'Datei',
        graphql: 'GraphQL',
      },
      textKinds: { text: 'Einfacher Text', html: 'HTML', javascript: 'JavaScript' },
      text: 'Text',
      type: 'Art des Bodys',
      kept: 'Wie in der Datei',
      textKind: 'Art des Textes',
      format: 'Formatieren',
      safeMethod: 'Server lesen ihn hier selten.',
      none: 'Diese Anfrage hat keinen Body.',
      fields: 'Formularfelder',
      keptNote: (mode) =>
        `Dieser Body ist von der Art „${mode}“, die Keyfob nicht sendet. Er bleibt, wie er in der Datei ist.`,
      label: 'Body der Anfrage',
      example: '{ "name": "value" }',
    },
    pane: {
      serviceOf: (collection) => `Dienst von {{baseUrl}} in ${collection}`,
      chooseService: 'Auswählen …',
      collections: 'Sammlungen',
      title: 'Anfragen',
      newCollection: 'Neue Sammlung',
      search: 'Sammlungen suchen',
      recent: 'Zuletzt',
      failed: 'Fehler',
    },
    destination: {
      withoutValue: (names, count) =>
        `${names} ${f.plural(count, { one: 'hat', other: 'haben' })} keinen Wert.`,
      hint: 'Der Schlüssel kommt von selbst hinzu, wenn sein Dienst aufgerufen wird.',
      notServedNote: 'Die Local API antwortet darauf mit 404. Postman als Dienst der Sammlung wählen.',
      notServed: 'Nicht von der Local API bedient',
      withheld: (message) => `Zurückgehalten: ${message}`,
      noKey: 'Kein Schlüssel',
    },
    graphql: {
      operation: 'Operation',
      operationLabel: 'GraphQL-Operation',
      operationChoose: 'Wählen, welche gesendet wird',
      operationNone: 'Nicht nötig',
      operationGone: 'Nicht in der Abfrage',
      queryExample: 'query {\n  viewer { id }\n}',
      query: 'GraphQL-Abfrage',
      variables: 'Variablen',
      variablesLabel: 'GraphQL-Variablen',
      variablesExample: '{ "id": 1 }',
    },
    injected: {
      locked: 'Gesperrt: von Keyfob hinzugefügt',
      none: 'Kein Schlüssel hinzugefügt',
      noneNote: (message) => `Kein Schlüssel wird hinzugefügt. ${message}`,
      withheld: 'Zurückgehalten',
    },
    json: {
      valid: 'Gültiges JSON',
      place: (line, column) => `Zeile ${f.number(line)}, Spalte ${f.number(column)}`,
    },
    parts: {
      kinds: { text: 'Text', file: 'Datei' },
      label: 'Teile des Formulars',
      kind: 'Art',
      contentType: 'Content-Type',
      byName: 'Nach dem Namen',
      noType: 'Keiner',
    },
    params: {
      asTyped: 'Wie eingegeben gesendet, vor diesen Parametern:',
      moveHere: 'Hierher verschieben',
      label: 'Query-Parameter',
    },
    pathVariables: {
      label: 'Pfadvariablen',
      one: 'Pfadvariable',
      valueOf: (name) => `Wert der Pfadvariable ${name}`,
      empty: 'Leer',
      sentAs: (name) => `Gesendet als :${name}`,
    },
    bar: {
      urlExample: 'https://api.example.com/path oder {{baseUrl}}/me',
      method: 'Methode',
      send: 'Senden',
    },
    editor: {
      request: 'Anfrage',
      parts: 'Teile der Anfrage',
      about: 'Info',
      params: 'Parameter',
      headers: 'Header',
      headersLabel: 'Header der Anfrage',
      body: 'Body',
      auth: 'Auth',
      settings: 'Einstellungen',
      split: 'Größe von Anfrage und Antwort',
    },
    response: {
      label: 'Antwort',
      ctrl: 'Strg',
      empty: 'Hier erscheint die Antwort, mit jeder Station auf dem Weg.',
      enter: 'Enter',
      sends: 'sendet',
      sendAnyway: 'Trotzdem senden',
      show: 'Zeigen',
    },
    rows: {
      notText: 'Eine Zeile enthält, was eine Textzeile nicht fassen kann; sie wird hier bearbeitet.',
      asTable: 'Als Tabelle bearbeiten',
      asText: 'Als Text bearbeiten',
      textLabel: (label) => `${label} als Text`,
      keyNote: 'Den Header des Schlüssels fügt Keyfob selbst hinzu.',
    },
    progress: {
      sending: 'Wird gesendet …',
      connecting: (hops) => `Verbindung wird aufgebaut …${hopText(hops)}`,
      uploading: (bytes, all, hops) => `Wird gesendet: ${f.bytes(bytes)} von ${f.bytes(all)}${hopText(hops)}`,
      waiting: (hops) => `Antwort wird erwartet …${hopText(hops)}`,
      receiving: (bytes, all, hops) =>
        `Wird empfangen: ${f.bytes(bytes)}${all === null ? '' : ` von ${f.bytes(all)}`}${hopText(hops)}`,
      cancelling: 'Wird abgebrochen …',
      stopAndKeep: 'Anhalten und behalten',
    },
    settings: {
      versions: { auto: 'HTTP/2, sonst HTTP/1.1', http1: 'Nur HTTP/1.1', http2: 'Nur HTTP/2' },
      proxies: { app: 'Wie unter Einstellungen, Netzwerk', none: 'Keiner', other: 'Ein anderer' },
      followRedirects: 'Weiterleitungen folgen',
      verify: 'Zertifikat des Servers prüfen',
      unverified:
        'Wer auch immer auf dem Weg sitzt, könnte dieser Server sein. Sein Schlüssel wird zurückgehalten, und die Timeline nennt, was nicht geprüft wurde.',
      version: 'HTTP-Version',
      versionNote: 'Wird mit dem Server beim Aufbau von TLS gewählt. Einfaches http ist immer HTTP/1.1.',
      proxy: 'Proxy',
      proxyNote:
        'Was an diesen Computer geht, nimmt in keinem Fall einen. „Keiner“ gilt für diesen Tab und wird nicht gespeichert.',
      proxyAddress: 'Adresse des Proxys',
      proxyAddressNote:
        'http, https oder socks5, mit Port. Bevor Anfragen einer Sammlung ihn verwenden, wird gefragt.',
      timeout: 'Zeitlimit in Millisekunden',
      timeoutNote: 'Für die ganze Anfrage mit ihren Weiterleitungen. Höchstens eine Stunde.',
      timeoutProblem: 'Eine ganze Zahl von 1 bis 3600000 eingeben',
      redirects: 'Höchstzahl der Weiterleitungen',
      redirectsNote: 'Bei jeder wird neu entschieden, ob der Schlüssel mitgehen darf.',
      redirectsProblem: 'Eine ganze Zahl von 0 bis 50 eingeben',
    },
    title: {
      newRequest: 'Neue Anfrage',
      edited: 'Bearbeitet',
      reset: 'Zurücksetzen',
      saveCopy: 'Kopie speichern',
      save: 'Speichern',
    },
    remedies: {
      allowed: 'Schlüssel dürfen jetzt dorthin. Die Anfrage erneut senden.',
      keychainOpen: 'Der Schlüsselbund ist wieder offen',
      another: 'Anderen Schlüssel wählen',
      toKeys: 'Zu den API-Schlüsseln',
      retryKeychain: 'Schlüsselbund erneut versuchen',
      removeTyped: (headerName) => `Eingegebenen Header ${headerName} entfernen`,
      checkCertificate: 'Zertifikat prüfen',
      allow: 'Schlüssel dort erlauben …',
      https: 'https verwenden',
    },
    withheld: {
      title: 'Die Anfrage wurde nicht gesendet: Ihr Schlüssel wurde zurückgehalten',
      from: 'Ziel',
      sendWithout: 'Ohne Schlüssel senden',
    },
  };
}

function hopText(hops: number): string {
  return hops > 1 ? ` (Station ${String(hops)})` : '';
}
