import type { KeepFinding } from '../../../domain/kept-value.ts';
import { MADE_VALUE_NAMES } from '../../../domain/made-values.ts';
import type { sendingTold } from '../../en/told/sending.ts';
import type { Formats } from '../../formats.ts';
import type { SameTold } from '../../told-text.ts';

const places = {
  address: 'der Adresse',
  'header-name': 'dem Namen eines Headers',
  'key-header': 'dem Header eines Schlüssels',
};

const quoted = (said: string): string => (said === '' ? '' : ` Er sagte: „${said}“`);

const keepFindings: Readonly<Record<KeepFinding, string>> = {
  noAnswer: 'es gab keine Antwort',
  noHeader: 'sie hat keinen solchen Header',
  noJson: 'sie ist kein JSON',
  bodyTooLarge: 'sie ist zu groß, um als JSON gelesen zu werden',
  noSinglePath: 'der Pfad führt nicht an eine einzige Stelle wie $.data[0].id',
  nothingAtPath: 'am Pfad steht nichts',
  notOneValue: 'am Pfad steht ein Objekt, eine Liste oder null',
  tooLong: 'er ist länger als 8.192 Zeichen',
  notOneLine: 'er enthält einen Zeilenumbruch oder ein anderes Steuerzeichen',
  holdsTemplate: 'er enthält {{ oder }}',
  masked: 'er ist ein Geheimnis, das Keyfob maskiert',
};

export function sending(f: Formats): SameTold<typeof sendingTold> {
  return {
    proxyOfOtherKind: () => [
      'Das System verlangt einen Proxy einer Art, die Keyfob nicht spricht. Nichts wurde gesendet.',
      'Unter „Einstellungen“, „Netzwerk“ einen anderen oder keinen einstellen.',
    ],
    collectionForPostmanApi: () => [
      'Diese Sammlung ist für Dienste, die die Postman-API sprechen.',
      'Die Local API oder Postman wählen.',
    ],
    checkUrlAnswered: ({ status }) => [`Die Prüf-URL antwortete mit ${f.number(status)}.`],
    redirectNotFollowed: () => [
      'Der Dienst antwortete mit einer Weiterleitung, der mit einem Schlüssel nicht gefolgt wird.',
      'Die Adresse des Dienstes prüfen.',
    ],
    filePathTemplate: () => [
      'Der Pfad einer Datei enthält eine Variable. Für sie wird nichts eingesetzt, denn gelesen wird nur eine Datei, die hier gewählt wurde. Nichts wurde gesendet.',
      'Unter „Body“ die Datei selbst wählen und noch einmal senden.',
    ],
    fileNotAllowed: ({ origin }) => [
      `Die Anfrage sendet eine Datei an ${origin}, und das wurde nicht erlaubt, deshalb wird sie nicht gelesen.`,
      'Die Anfrage erneut senden und es erlauben oder eine andere Datei senden.',
    ],
    bodyIsKept: () => [
      'Der Body dieser Anfrage bleibt in seiner Datei; Keyfob kann diese Art von Body nicht senden.',
      'Eine andere Art von Body wählen.',
    ],
    noBodyFile: () => [
      'Für den Body ist keine Datei gewählt.',
      'Unter „Body“ eine wählen oder eine andere Art von Body.',
    ],
    keyInTwoHeaders: () => ['Der Schlüssel steht in zwei Headern.', 'Einen davon entfernen.'],
    headerNameInvalid: () => [
      'Der Name eines Headers darf nur Buchstaben, Ziffern und Bindestriche haben.',
      'Den Namen korrigieren.',
    ],
    headerIsOwn: ({ name }) => [`Keyfob setzt den Header ${name} selbst.`, 'Ihn entfernen.'],
    keyTwiceInHeader: () => ['Der Schlüssel steht zweimal in einem Header.', 'Einen entfernen.'],
    headerValueInvalid: ({ name }) => [
      `Der Wert des Headers ${name} hat Zeichen, die kein Header tragen darf: einen Zeilenumbruch, ein Steuerzeichen oder eines außerhalb von ASCII.`,
      'Den Wert korrigieren.',
    ],
    partTypeInvalid: () => [
      'Der Inhaltstyp eines Teils darf nur sichtbare Zeichen haben.',
      'Ihn korrigieren.',
    ],
    partWithoutFile: () => [
      'Ein Teil des Formulars hat keine Datei.',
      'Eine wählen oder den Teil ausschalten.',
    ],
    noUrl: () => ['Die Anfrage hat keine URL.'],
    urlInvalid: () => ['Die URL ist nicht gültig.', 'Die URL korrigieren.'],
    urlHoldsUser: () => [
      'Eine URL darf weder Benutzernamen noch Passwort enthalten.',
      'Den Teil vor dem @ entfernen und in einem Authorization-Header senden.',
    ],
    graphqlVariablesInvalid: () => [
      'Die Variablen der GraphQL-Abfrage sind kein JSON-Objekt, deshalb wurde nichts gesendet.',
      '„Body“ zeigt, wo der Fehler liegt. Eine Variable darin, die für einen Text steht, braucht Anführungszeichen.',
    ],
    graphqlOperationMissing: ({ count, names }) => [
      `Die GraphQL-Abfrage enthält ${f.number(count)} Operationen, und die Anfrage sagt nicht, welche gemeint ist. Deshalb wurde nichts gesendet.`,
      names === ''
        ? 'Jeder von ihnen einen Namen geben und unter „Body“ eine wählen.'
        : `Unter „Body“ die Operation wählen: ${names}.`,
    ],
    variableInBlockString: ({ name }) => [
      `Der Wert von „${name}“ kann da, wo er in der GraphQL-Abfrage steht, nicht geschrieben werden: Ein Blockstring enthält weder Anführungszeichen noch Backslash, ein Kommentar keinen Zeilenumbruch. Nichts wurde gesendet.`,
      'Die Variable in einen String mit einem Anführungszeichen auf jeder Seite setzen oder in die GraphQL-Variablen.',
    ],
    responseNotKept: () => ['Die ganze Antwort ist nicht mehr vorhanden.', 'Die Anfrage erneut senden.'],
    tlsNotSpoken: () => [
      'Eine sichere Verbindung kam nicht zustande: Der Server antwortet nicht mit TLS, wie er sollte. Nichts wurde gesendet.',
      'Den Port prüfen und ob die Adresse mit http beginnen sollte.',
    ],
    compressedTooOften: () => ['Die Antwort des Servers ist in zu vielen Schichten komprimiert.'],
    notDecompressed: () => [
      'Die Antwort des Servers lässt sich nicht dekomprimieren: Sie ist nicht, was ihr Content-Encoding sagt.',
      'Die Anfrage mit dem Header Accept-Encoding: identity senden.',
    ],
    redirectWouldLeak: () => [
      'Der Server leitete an einen anderen Ursprung weiter, und die Anfrage enthält den Schlüssel in Body oder Headern.',
      'Den Wert des Schlüssels aus der Anfrage entfernen; Keyfob fügt seinen Header selbst hinzu.',
    ],
    redirectHoldsKey: () => ['Der Server leitete an eine Adresse weiter, die den Schlüssel enthält.'],
    valueNotKept: ({ mark }) => [
      'Der Verlauf bewahrt keine Geheimnisse auf, deshalb fehlt ein Wert dieser Anfrage.',
      `Ihn dort erneut eingeben, wo „${mark}“ steht.`,
    ],
    variableValueInvalid: ({ name }) => [
      `Der Wert der geheimen Variable {{${name}}} hat Zeichen, die kein Header tragen darf.`,
      'Ihn neu setzen.',
    ],
    variableUnproven: ({ origin, name }) => [
      `Nichts wurde an ${origin} gesendet: Das Zertifikat wird nicht geprüft, es könnte also irgendwer sein, und die Anfrage enthält die geheime Variable {{${name}}}.`,
      'Zertifikate in den Einstellungen der Anfrage wieder prüfen oder bestätigen, dass Schlüssel dorthin dürfen.',
    ],
    keyInOtherHeader: ({ header, name }) => [
      `Der Schlüssel darf nur im Header ${header} seines Dienstes stehen, nicht in ${name}.`,
    ],
    proxyMissing: () => [
      'Die Anfrage nennt keinen Proxy. Nichts wurde gesendet.',
      'Seine Adresse in den Einstellungen der Anfrage eingeben.',
    ],
    proxyNotAllowed: ({ proxy }) => [
      `Die Anfrage nennt den Proxy ${proxy}, der für diese Sammlung nicht erlaubt ist. Nichts wurde gesendet.`,
      'Noch einmal senden, um gefragt zu werden, oder in den Einstellungen der Anfrage einen anderen Proxy wählen.',
    ],
    noSocks: () => ['Der Proxy spricht nicht SOCKS 5. Nichts wurde gesendet.'],
    socksNameTooLong: () => ['Der Name des Servers ist zu lang für einen SOCKS-Proxy.'],
    socksNotConnected: ({ reply }) => [
      `Der Proxy konnte sich nicht mit dem Server verbinden (SOCKS-Antwort ${f.number(reply)}). Nichts wurde gesendet.`,
    ],
    socksCredentialsTooLong: () => ['Benutzername oder Passwort des Proxys ist länger, als SOCKS erlaubt.'],
    proxyEnded: () => ['Der Proxy beendete die Verbindung. Nichts wurde gesendet.'],
    keyMayNot: ({ said }) => [`Der Schlüssel darf dies bei seinem Dienst nicht.${quoted(said)}`],
    serviceDoesNotKnow: ({ said }) => [`Der Dienst kennt dies nicht (mehr).${quoted(said)}`],
    serviceFailed: ({ status, said }) => [`Beim Dienst schlug es fehl (${String(status)}).${quoted(said)}`],
    serviceRefused: ({ status, said }) => [
      `Der Dienst lehnte die Anfrage ab (${String(status)}).${quoted(said)}`,
      'Geschieht es wieder, bitte melden.',
    ],
    redirectToNoAddress: () => ['Der Server leitete an etwas weiter, das keine Adresse ist.'],
    redirectToProtocol: ({ protocol }) => [
      `Der Server leitete an eine Adresse mit ${protocol} weiter; nur http und https wird gefolgt.`,
    ],
    redirectToPlain: () => [
      'Der Server leitete von https zu unverschlüsseltem http weiter, das andere mitlesen können.',
    ],
    redirectWithFile: () => [
      'Der Server leitete an einen anderen Ursprung weiter, und die Anfrage sendet eine Datei, die nur an den Ursprung geht, für den sie bestimmt war.',
    ],
    proxyNotHttp: () => ['Der Proxy antwortet nicht wie ein HTTP-Proxy. Nichts wurde gesendet.'],
    proxyRefused: ({ status }) => [
      `Der Proxy lehnte die Verbindung zum Server ab (Status ${String(status)}). Nichts wurde gesendet.`,
    ],
    proxyUnreachable: ({ proxy }) => [`Der Proxy ${proxy} ist nicht erreichbar. Nichts wurde gesendet.`],
    proxyNotSecure: ({ proxy }) => [
      `Eine sichere Verbindung zum Proxy ${proxy} kam nicht zustande. Nichts wurde gesendet.`,
    ],
    tooManyRedirects: ({ limit }) => [
      `Der Server leitete mehr als ${f.plural(limit, { one: 'einmal', other: `${f.number(limit)}-mal` })} weiter.`,
    ],
    certificateExpired: () => ['Das Zertifikat des Servers ist abgelaufen, deshalb wurde nichts gesendet.'],
    certificateNotYetValid: () => [
      'Das Zertifikat des Servers ist noch nicht gültig, deshalb wurde nichts gesendet.',
    ],
    certificateOtherHost: () => [
      'Das Zertifikat des Servers gilt für einen anderen Hostnamen, deshalb wurde nichts gesendet.',
    ],
    certificateSelfSigned: () => [
      'Das Zertifikat des Servers hat sich selbst unterschrieben, deshalb wurde nichts gesendet.',
    ],
    certificateUnknownAuthority: () => [
      'Das Zertifikat des Servers stammt von einer unbekannten Stelle, deshalb wurde nichts gesendet.',
    ],
    endedByLock: () => [
      'Die Anfrage wurde beendet, weil Keyfob gesperrt wurde.',
      'Keyfob entsperren und sie erneut senden.',
    ],
    expandsTooMuch: ({ ratio }) => [
      `Die Antwort des Servers wächst entpackt auf mehr als das ${f.number(ratio)}-Fache ihrer Größe, deshalb wurde das Lesen beendet.`,
    ],
    severalKeysNamed: () => [
      'Die Header nennen mehrere Schlüssel, und eine Anfrage trägt einen.',
      'Unter Auth „Automatisch“ wählen oder den Verweis aus dem Header nehmen.',
    ],
    otherKeyNamed: ({ name }) => [
      `Ein Header nennt den Schlüssel „${name}“, und Auth sagt etwas anderes.`,
      'Unter Auth „Automatisch“ wählen oder den Verweis aus dem Header nehmen.',
    ],
    namedKeyMissing: ({ name }) => [
      `Die Sammlung verlangt den Schlüssel „${name}“, den es in diesem Keyfob nicht gibt.`,
      'Den Schlüssel unter Auth wählen.',
    ],
    namedKeyUnclear: ({ name }) => [
      `Mehrere Schlüssel verschiedener Dienste heißen „${name}“; welcher gemeint ist, ist nicht klar.`,
      'Den Schlüssel unter Auth wählen.',
    ],
    variableUnresolved: ({ names, count }) => [
      f.plural(count, {
        one: `Die Variable ${names} hat keinen Wert.`,
        other: `Diese Variablen haben keinen Wert: ${names}.`,
      }),
    ],
    dynamicUnresolved: ({ names }) => [
      `Keyfob erzeugt keinen Wert für ${names}.`,
      `Es erzeugt ${MADE_VALUE_NAMES.join(', ')}; jeder andere Name braucht eine eigene Variable.`,
    ],
    variableMisplaced: ({ name, place }) => [
      `Die geheime Variable {{${name}}} steht in ${places[place]}, wo andere sie lesen können. Sie darf im Wert eines Headers und im Body stehen.`,
      'Sie verschieben oder zu einer einfachen Variable machen.',
    ],
    variableWithheld: ({ origin, name, known }) => [
      `Nichts wurde an ${origin} gesendet: Die geheime Variable {{${name}}} darf ${known === '' ? 'noch an keinen Ursprung' : `nur an ${known}`}.`,
    ],
    answerWithheld: ({ origin, name, known }) => [
      `Nichts wurde an ${origin} gesendet: Der Wert {{${name}}} aus einer Antwort ist geheim und darf ${known === '' ? 'noch an keinen Ursprung' : `nur an ${known}`}.`,
      'Wenn er dorthin soll, ihn im Reiter „Behalten“ erlauben.',
    ],
    nothingKept: ({ because, name }) => [
      `Die Antwort von ${name === '' ? 'einer Anfrage ohne Namen' : `„${name}“`} gab keinen Wert: ${keepFindings[because]}.`,
      'Diese Antwort ansehen und was ihre Anfrage behält.',
    ],
    headerWithoutKey: ({ header }) => [
      `Der Header ${header} verlangt einen Schlüssel, aber es wird keiner gesendet.`,
      'Einen Schlüssel für die Anfrage wählen oder den Header entfernen.',
    ],
    variablesExpandTooOften: () => ['Die Variablen der Anfrage werden zu oft ersetzt.'],
    variableOfItself: ({ name }) => [`Die Variable {{${name}}} bezieht sich auf sich selbst.`],
    variablesTooDeep: () => ['Die Variablen der Anfrage beziehen sich mehr als 20 Ebenen tief aufeinander.'],
    variablesTooLong: () => ['Die Variablen der Anfrage ergeben mehr als 10 MiB Text.'],
  };
}
