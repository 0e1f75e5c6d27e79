import type { ShapeOf } from '../define-texts.ts';
import type { exposedTexts } from '../en/exposed.ts';
import type { Formats } from '../formats.ts';

export function exposed(f: Formats): ShapeOf<typeof exposedTexts> {
  return {
    summary: {
      files: (count) => f.plural(count, { one: '1 Datei', other: `${f.number(count)} Dateien` }),
      nothing: 'Nichts gefunden',
      found: (values, places) =>
        `${f.plural(values, { one: '1 Wert', other: `${f.number(values)} Werte` })} eigener Schlüssel an ${f.plural(places, { one: '1 Stelle', other: `${f.number(places)} Stellen` })} gefunden`,
      in: 'in',
      cancelled: 'Die Suche wurde abgebrochen. Bis dahin wurde dies gefunden.',
      brokeOff: 'Die Suche ist fehlgeschlagen. Bis dahin wurde dies gefunden.',
      report: 'Erneut suchen; geschieht es wieder, bitte mit dem Protokoll melden.',
      notAll: 'Nicht alles wurde durchsucht',
    },
    none: {
      title: 'Keiner der eigenen Schlüssel liegt dort',
      titleOfPart: 'In dem, was durchsucht wurde, liegt keiner der eigenen Schlüssel',
      explanation: (values) =>
        `Gesucht wurde nach ${f.plural(values, { one: '1 Wert', other: `${f.number(values)} Werten` })} eigener Schlüssel, auch in Base64, in ZIP, tar und gzip und in einzelnen Git-Objekten. Was sonst gepackt, komprimiert oder codiert ist, wird nicht durchsucht.`,
    },
    exposed: {
      title: 'Offengelegte Schlüssel',
      leaveOut: 'Ohne installierte Pakete',
      tryAgain: 'Erneut versuchen',
      scanAgain: 'Erneut suchen',
      scanFile: 'Datei durchsuchen …',
      scanFolder: 'Ordner durchsuchen …',
    },
    file: {
      show: (path) => `${path} in seinem Ordner zeigen`,
      showShort: 'Im Ordner zeigen',
      copy: (path) => `Pfad von ${path} kopieren`,
      copyShort: 'Pfad kopieren',
      copied: 'Der Pfad wurde kopiert.',
    },
    list: {
      title: 'Gefundenes',
      keys: 'Gefundene Schlüssel',
      more: (count) =>
        `${f.plural(count, { one: '1 weitere Datei', other: `${f.number(count)} weitere Dateien` })} gezählt, aber nicht aufgeführt.`,
    },
    group: {
      places: (places, files) =>
        `${f.plural(places, { one: '1 Stelle', other: `${f.number(places)} Stellen` })} in ${f.plural(files, { one: '1 Datei', other: `${f.number(files)} Dateien` })}`,
      deletedCollection: 'Eine gelöschte Sammlung',
      accessKey: 'Zugriffsschlüssel für eine Sammlung',
      deletedKey: 'Ein gelöschter oder widerrufener Schlüssel',
      toKeys: 'Zu API-Schlüssel',
      regenerateNamed: (name) => `Als offengelegt erneuern: ${name}`,
      regenerate: 'Als offengelegt erneuern',
      toTeam: 'Zu Teamschlüssel',
    },
    first: {
      title: 'Finden, wo die eigenen Schlüssel liegen',
      explanation:
        'Nach Wahl eines Ordners oder einer Datei sucht Keyfob darin nach den Werten der eigenen Schlüssel: in Text und in jeder anderen Datei, in Base64, in ZIP, tar und gzip und in einzelnen Git-Objekten. Es zeigt, wo sie stehen, und behält keine Kopie der Funde.',
      limits:
        'Was sonst gepackt, komprimiert oder codiert ist, wird nicht durchsucht: andere Archive, Packs von Git, Archive in Archiven.',
    },
    progress: {
      title: 'Suche',
      counting: 'Dateien werden gezählt in ',
      looking: 'Schlüssel werden gesucht in ',
      cancel: 'Abbrechen',
      numbers: ({ files, totalFiles, bytes, totalBytes }) =>
        `${f.number(files)} von ${f.plural(totalFiles, { one: '1 Datei', other: `${f.number(totalFiles)} Dateien` })}, ${bytes} von ${totalBytes}`,
      nothing: 'Bisher nichts gefunden',
      found: (places) =>
        `Bisher an ${f.plural(places, { one: '1 Stelle', other: `${f.number(places)} Stellen` })} gefunden`,
    },
    place: {
      more: (count) => `${f.number(count)} weitere`,
      byte: (offset) => `Byte ${f.number(offset)}`,
      encoded: (offset) => `in Base64 ab Byte ${f.number(offset)}`,
      name: 'im Namen',
    },
    value: {
      works: 'Gültig',
      refused: 'Abgelehnt',
      disabled: 'Deaktiviert',
      expired: 'Abgelaufen',
      old: 'Alter Wert in der Übergangsfrist',
      oldAdvice: 'Er gilt, bis die Übergangsfrist endet. Als offengelegt erneuern beendet ihn jetzt.',
      deleted: 'Hier gelöscht',
      replaced: 'Hier ersetzt',
      replacedAdvice: 'Keyfob bewahrt ihn nicht mehr auf. Er gilt, bis er bei seinem Dienst widerrufen wird.',
      endedAdvice: 'Er gilt nicht mehr.',
      accessKeyAdvice: 'Unter „Zugriffsschlüssel für Sammlungen“ löschen und die Sammlung neu teilen.',
      ownAdvice: 'Wer diese Dateien lesen kann, kann ihn verwenden.',
      othersAdvice: 'Er gehört einem anderen Mitglied: unter „Teamschlüssel“ widerrufen.',
    },
    foreign: {
      local: (count) =>
        `${f.plural(count, { one: '1 Schlüssel', other: `${f.number(count)} Schlüssel` })} einer Local API`,
      postman: (count) =>
        `${f.plural(count, { one: '1 Text', other: `${f.number(count)} Texte` })} in Form eines Postman-Schlüssels`,
      all: (parts) => `Ebenfalls dort, aber keine eigenen Schlüssel: ${parts}.`,
    },
    problems: {
      unreadable: (count) =>
        f.plural(count, {
          one: '1 Datei oder Ordner war nicht lesbar.',
          other: `${f.number(count)} Dateien oder Ordner waren nicht lesbar.`,
        }),
      vanished: (count) =>
        f.plural(count, {
          one: '1 Datei war fort, bevor sie gelesen wurde.',
          other: `${f.number(count)} Dateien waren fort, bevor sie gelesen wurden.`,
        }),
      damaged: (count) =>
        f.plural(count, {
          one: '1 gepackte Datei ist beschädigt und wurde nur zum Teil durchsucht.',
          other: `${f.number(count)} gepackte Dateien sind beschädigt und wurden nur zum Teil durchsucht.`,
        }),
      tooMuch: (count) =>
        f.plural(count, {
          one: '1 gepackte Datei wird entpackt viel zu groß und wurde nur zum Teil durchsucht.',
          other: `${f.number(count)} gepackte Dateien werden entpackt viel zu groß und wurden nur zum Teil durchsucht.`,
        }),
      notOpened: (count) =>
        f.plural(count, {
          one: '1 Schlüssel von Postman oder einem eigenen Dienst wurde nicht gesucht: Keyfob konnte ihn nicht öffnen. Entsperren und erneut suchen.',
          other: `${f.number(count)} Schlüssel von Postman und eigenen Diensten wurden nicht gesucht: Keyfob konnte sie nicht öffnen. Entsperren und erneut suchen.`,
        }),
    },
    leftOut: {
      links: (count) =>
        f.plural(count, {
          one: '1 Verknüpfung wurde nicht verfolgt.',
          other: `${f.number(count)} Verknüpfungen wurden nicht verfolgt.`,
        }),
      special: (count) =>
        f.plural(count, {
          one: '1 Gerät oder Systemordner wurde ausgelassen.',
          other: `${f.number(count)} Geräte und Systemordner wurden ausgelassen.`,
        }),
      gitHistories: (count) =>
        f.plural(count, {
          one: '1 Git-Verlauf liegt in Packs, die nicht durchsucht wurden. Dafür eignet sich „git log -S“.',
          other: `${f.number(count)} Git-Verläufe liegen in Packs, die nicht durchsucht wurden. Dafür eignet sich „git log -S“.`,
        }),
      otherPacked: (count) =>
        f.plural(count, {
          one: '1 Datei ist verschlüsselt oder anders gepackt als ZIP, tar und gzip und wurde nicht entpackt.',
          other: `${f.number(count)} Dateien sind verschlüsselt oder anders gepackt als ZIP, tar und gzip und wurden nicht entpackt.`,
        }),
      nested: (count) =>
        f.plural(count, {
          one: '1 Archiv liegt in einem anderen und wurde nicht entpackt.',
          other: `${f.number(count)} Archive liegen in anderen und wurden nicht entpackt.`,
        }),
      packages: (count) =>
        f.plural(count, {
          one: '1 Ordner mit installierten Paketen wurde ausgelassen.',
          other: `${f.number(count)} Ordner mit installierten Paketen wurden ausgelassen.`,
        }),
      ownFolder: (count) =>
        f.plural(count, {
          one: '1 Ordner gehört Keyfob selbst: Schlüssel liegen darin versiegelt.',
          other: `${f.number(count)} Ordner gehören Keyfob selbst.`,
        }),
      tooShort: (count) =>
        f.plural(count, {
          one: '1 Schlüssel ist zu kurz, um ihn von anderem Text zu unterscheiden.',
          other: `${f.number(count)} Schlüssel sind zu kurz, um sie von anderem Text zu unterscheiden.`,
        }),
    },
  };
}
