import type { AppErrorCode } from '../../domain/app-error.ts';

const RETRY = 'Erneut versuchen.';

export const errors: Readonly<Record<AppErrorCode, readonly [message: string, remedy: string]>> = {
  'invalid-input': ['Die Eingabe ist ungültig.', 'Das markierte Feld prüfen und erneut versuchen.'],
  'unknown-command': [
    'Diesen Befehl gibt es nicht.',
    'Keyfob neu starten; tritt der Fehler wieder auf, bitte melden.',
  ],
  'forbidden-sender': ['Diese Seite darf Keyfob nicht verwenden.', ''],
  internal: [
    'In Keyfob ist ein Fehler aufgetreten.',
    'Erneut versuchen; tritt der Fehler wieder auf, bitte mit dem Protokoll melden.',
  ],
  'not-found': ['Das gibt es nicht mehr.', 'Die Liste wurde aktualisiert.'],
  'name-taken': [
    'Für diesen Dienst gibt es bereits einen Schlüssel mit diesem Namen.',
    'Einen anderen Namen wählen.',
  ],
  'service-in-use': ['Dieser Dienst hat noch API-Schlüssel.', 'Zuerst dessen Schlüssel löschen.'],
  'service-built-in': ['Ein mitgelieferter Dienst lässt sich weder ändern noch entfernen.', ''],
  'origin-not-allowed': [
    'An diesen Ursprung lässt sich kein Schlüssel binden.',
    'https verwenden, http nur auf diesem Computer.',
  ],
  'vault-locked': [
    'Keyfob ist gesperrt, daher lassen sich die Geheimnisse nicht öffnen.',
    'Keyfob entsperren und erneut versuchen.',
  ],
  'vault-unreadable': [
    'Die Geheimnisse lassen sich nicht öffnen.',
    'Die Meldung oben im Fenster nennt den Weg zurück.',
  ],
  'lock-needs-holder': [
    'Keyfob wurde nicht gesperrt: Der Hauptschlüssel liegt nur im Arbeitsspeicher, die Schlüssel gingen beim Sperren verloren.',
    'In den Einstellungen eine Passphrase festlegen oder den Hauptschlüssel in den Schlüsselbund legen.',
  ],
  'touch-id-refused': [
    'Touch ID hat niemanden bestätigt, daher wurde nichts entsperrt oder geändert.',
    'Erneut versuchen; auch das Passwort dieses Computers beantwortet die Frage.',
  ],
  'touch-id-needs-keychain': [
    'Nach Touch ID lässt sich nur fragen, solange der Schlüsselbund den Hauptschlüssel enthält.',
    'Zuerst den Hauptschlüssel in den Schlüsselbund verschieben.',
  ],
  'passphrase-wrong': ['Das ist nicht die Passphrase.', 'Erneut eingeben; Groß- und Kleinschreibung zählt.'],
  'passphrase-wait': [
    'Zu viele falsche Passphrasen nacheinander.',
    'Einen Moment warten und erneut versuchen.',
  ],
  'passphrase-too-short': [
    'Die Passphrase ist zu kurz.',
    'Mindestens 12 Zeichen verwenden; vier oder fünf zufällige Wörter eignen sich gut.',
  ],
  'passphrase-not-used': ['Es ist keine Passphrase festgelegt.', 'In den Einstellungen eine festlegen.'],
  'keychain-refused': [
    'Der Schlüsselbund hat den Hauptschlüssel nicht angenommen.',
    'Den Schlüsselbund entsperren und erneut versuchen.',
  ],
  'keychain-holds-another': [
    'Im Schlüsselbund liegt unter dem Eintrag von Keyfob ein anderer Hauptschlüssel; er wurde nicht überschrieben.',
    'Diesen Eintrag zuerst aus dem Schlüsselbund entfernen, falls ihn nichts mehr braucht.',
  ],
  'recovery-kit-invalid': [
    'Diese Datei ist keine Wiederherstellungsdatei von Keyfob oder beschädigt.',
    'Die Datei wählen, die Keyfob als Wiederherstellungsdatei gespeichert hat.',
  ],
  'export-file-invalid': [
    'Diese Datei ist kein Export von Keyfob, sie ist beschädigt, oder ein neueres Keyfob hat sie geschrieben.',
    'Eine Datei wählen, die Keyfob mit „Schlüssel und Dienste exportieren“ gespeichert hat.',
  ],
  'recovery-kit-untested': [
    'Die Wiederherstellungsdatei wurde geschrieben, lässt sich aber nicht öffnen.',
    'An einem anderen Ort speichern.',
  ],
  'recovery-kit-other': [
    'Diese Wiederherstellungsdatei gehört zu anderen Geheimnissen: Die dieser Datenbank öffnet sie nicht.',
    'Die Datei wählen, die für diese Schlüssel erstellt wurde.',
  ],
  'no-master-key-holder': [
    'Für den Hauptschlüssel wurde kein Schlüsselbund gefunden.',
    'Einen Schlüsselbund entsperren oder installieren und erneut versuchen, oder die Schlüssel bis zum Beenden im Arbeitsspeicher halten.',
  ],
  'secret-damaged': [
    'Das versiegelte Geheimnis dieses Schlüssels lässt sich nicht öffnen: Es wurde verändert oder beschädigt.',
    'Eine Sicherung wiederherstellen oder den Schlüssel erneuern.',
  ],
  'already-revealed': [
    'Dieser Schlüssel wurde bereits einmal angezeigt und wird nicht noch einmal angezeigt.',
    'Über das Menü der Zeile kopieren oder erneuern.',
  ],
  'key-expired': [
    'Dieser Schlüssel ist abgelaufen.',
    'Ein neues Ablaufdatum setzen oder einen neuen Schlüssel erzeugen.',
  ],
  'key-disabled': ['Dieser Schlüssel ist deaktiviert.', 'Zuerst aktivieren.'],
  'key-revoked': ['Dieser Schlüssel wurde widerrufen.', 'Einen neuen erzeugen.'],
  'key-without-secret': [
    'Keyfob besitzt den Wert dieses Schlüssels nicht.',
    'Den Schlüssel erneuern oder erneut hinzufügen.',
  ],
  'generation-not-allowed': [
    'In diesem Team dürfen nur Admins API-Schlüssel erzeugen.',
    'Einen Admin des Teams fragen.',
  ],
  'policy-locked': ['Das legt die Richtlinie des Teams fest.', 'Einen Admin des Teams fragen.'],
  'cannot-regenerate': [
    'Keyfob hat diesen Schlüssel nicht ausgestellt und kann ihn nicht erneuern.',
    'Beim Dienst erneuern und den neuen Schlüssel hinzufügen.',
  ],
  'cannot-swap': [
    'Keyfob hat diesen Schlüssel selbst ausgestellt; ein eingefügter kann ihn nicht ersetzen.',
    'Den Schlüssel erneuern.',
  ],
  'cannot-issue': [
    'Dieser Dienst stellt seine Schlüssel selbst aus.',
    'Den Schlüssel dort erzeugen und hier einfügen.',
  ],
  'clipboard-failed': [
    'Der Schlüssel wurde nicht kopiert: Die Zwischenablage hat ihn nicht angenommen.',
    RETRY,
  ],
  'text-holds-secret': [
    'Der Text enthält einen Schlüssel und wurde daher nicht kopiert.',
    'Schlüssel über das Menü ihrer Zeile kopieren: Dann verlassen sie die Zwischenablage wieder.',
  ],
  'export-holds-secret': [
    'Der Export enthielte einen Schlüssel; es wurde nichts geschrieben.',
    'In den Namen der Schlüssel nach dem Wert eines Schlüssels suchen und diese umbenennen.',
  ],
  'clipboard-empty': ['Die Zwischenablage enthält keinen Text.', 'Den Schlüssel kopieren und hier einfügen.'],
  'clipboard-not-a-key': [
    'Der Text in der Zwischenablage kann kein Schlüssel sein: Er ist zu lang oder enthält Leerzeichen, Zeilenumbrüche oder Zeichen, die in Headern nicht erlaubt sind.',
    'Nur den Schlüssel kopieren und erneut einfügen.',
  ],
  'key-of-another-member': [
    'Dieser Schlüssel gehört einem anderen Mitglied des Teams; Keyfob besitzt seinen Wert nicht.',
    'In den Teamschlüsseln widerrufen und einen neuen ausstellen.',
  ],
  'email-taken': ['Ein anderes Mitglied hat bereits diese E-Mail-Adresse.', 'Eine andere eingeben.'],
  'member-has-keys': ['Dieses Mitglied hat noch nicht widerrufene Schlüssel.', 'Diese zuerst widerrufen.'],
  'member-is-you': ['Das ist das eigene Konto: Es bleibt im Team und behält die Rechte eines Admins.', ''],
  'import-unknown-format': [
    'Keyfob erkennt dieses Format nicht.',
    'Eine Datei von Postman, Insomnia, Bruno, OpenAPI, HAR oder .env oder einen curl-Befehl importieren.',
  ],
  'import-not-readable': [
    'Die Datei lässt sich nicht lesen.',
    'Noch einmal exportieren und erneut versuchen.',
  ],
  'import-too-large': [
    'Die Datei ist größer, als Keyfob importiert.',
    'Am Ursprung aufteilen. Es wurde nichts importiert.',
  ],
  'import-gone': [
    'Diese Vorschau ist nicht mehr vorhanden. Es wurde nichts importiert.',
    'Die Datei erneut wählen.',
  ],
  'export-failed': [
    'Die Datei konnte nicht geschrieben werden; eine bereits vorhandene ist unverändert.',
    'Einen anderen Ordner wählen oder Platz schaffen.',
  ],
  'scan-running': ['Es läuft bereits eine Suche.', 'Abwarten oder abbrechen.'],
  'staged-paste-gone': ['Der eingefügte Schlüssel ist nicht mehr vorhanden.', 'Erneut einfügen.'],
  'key-not-verified': [
    'Es ließ sich nicht feststellen, ob der Dienst den Schlüssel akzeptiert.',
    'Erneut versuchen oder ungeprüft behalten.',
  ],
  'service-not-verifiable': [
    'Es ist nicht bekannt, wie sich Schlüssel dieses Dienstes prüfen lassen.',
    'Zuerst eine Prüf-URL für den Dienst angeben.',
  ],
  'ledger-unavailable': [
    'Die Datenbank lässt sich nicht öffnen.',
    'Die Meldung im Fenster nennt den Weg zurück.',
  ],
  'ledger-write-failed': [
    'Die Änderung konnte nicht gespeichert werden. Es wurde nichts geändert.',
    'Platz schaffen oder die Zugriffsrechte des Ordners prüfen und erneut versuchen.',
  ],
  'request-invalid': ['Die Anfrage lässt sich so nicht senden.', 'Die markierte Stelle prüfen.'],
  'variable-unresolved': [
    'Eine Variable der Anfrage hat keinen Wert.',
    'Einen Wert angeben oder sie entfernen.',
  ],
  'secret-variable-misplaced': [
    'Ein Schlüssel darf nur im Wert eines Headers stehen, nie in URL, Parametern, Body oder Headernamen.',
    'Die Variable entfernen; Keyfob fügt den Header des Schlüssels selbst hinzu.',
  ],
  'variable-withheld': [
    'Die Anfrage wurde nicht gesendet: Eine geheime Variable darf nicht an diesen Ursprung gehen.',
    'Den Ursprung in der Umgebung der Variable erlauben oder eine andere Umgebung wählen.',
  ],
  'key-withheld': [
    'Die Anfrage wurde nicht gesendet, weil ihr Schlüssel zurückgehalten wurde.',
    'Unten das weitere Vorgehen wählen.',
  ],
  'no-default-key': [
    'Die Anfrage wurde nicht gesendet: Der Dienst hat API-Schlüssel, aber keiner davon ist der Standard.',
    'Den Schlüssel unter Auth wählen oder einen zum Standard machen. Um ohne Schlüssel zu senden, unter Auth „Keiner“ wählen.',
  ],
  'header-conflict': [
    'Die Anfrage hat bereits den Header, in den der Schlüssel kommt.',
    'Den eingegebenen Header entfernen oder ohne Schlüssel senden.',
  ],
  'scheme-refused': ['Nur Adressen mit http und https sind möglich.', 'Die URL berichtigen.'],
  'redirect-refused': [
    'Der Server leitet an eine Adresse weiter, der nicht gefolgt wird.',
    'Näheres steht unter Timeline.',
  ],
  'too-many-redirects': ['Der Server leitet zu oft weiter.', 'Näheres steht unter Timeline.'],
  'host-not-found': ['Der Hostname ließ sich nicht auflösen.', 'URL und Netzwerk prüfen.'],
  'connection-refused': [
    'Unter dieser Adresse nimmt nichts Verbindungen an.',
    'Den Port prüfen und ob der Server läuft.',
  ],
  'connection-reset': ['Der Server hat die Verbindung beendet, bevor die Antwort vollständig war.', RETRY],
  'tls-failed': [
    'Das Zertifikat des Servers wurde abgelehnt; es wurde nichts gesendet.',
    'Das Zertifikat des Servers prüfen.',
  ],
  'file-not-chosen': [
    'Die Anfrage sendet eine Datei, die hier nicht ausgewählt wurde; sie wird nicht gelesen.',
    'Die Datei unter Body auswählen und erneut senden.',
  ],
  'body-file-unreadable': [
    'Eine Datei, die die Anfrage sendet, lässt sich nicht lesen.',
    'Prüfen, ob sie noch vorhanden ist, oder unter Body eine andere wählen.',
  ],
  'http2-not-spoken': [
    'Der Server beherrscht HTTP/2 nicht, und die Anfrage lässt nichts anderes zu. Es wurde nichts gesendet.',
    'In den Einstellungen der Anfrage eine andere Version wählen.',
  ],
  'client-certificate-demanded': [
    'Der Server verlangt ein Clientzertifikat und hat keines erhalten, das er akzeptiert.',
    'Unter Einstellungen, Netzwerk eines für diesen Ursprung hinzufügen.',
  ],
  'network-secret-forgotten': [
    'Das Passwort des Proxys oder die Passphrase des Clientzertifikats konnte nicht versiegelt werden und ist nicht mehr im Speicher. Es wurde nichts gesendet.',
    'Unter Einstellungen, Netzwerk erneut eingeben.',
  ],
  'client-certificate-unusable': [
    'Das Clientzertifikat ist nicht verwendbar.',
    'Unter Einstellungen, Netzwerk seine Dateien und seine Passphrase prüfen.',
  ],
  'authority-file-changed': [
    'Die Datei mit weiteren Zertifizierungsstellen ist nicht die gewählte: Sie wurde seitdem geändert, daher wird niemandem darin vertraut. Es wurde nichts gesendet.',
    'Ist die Änderung bekannt, die Datei unter Einstellungen, Netzwerk erneut wählen; sonst sie dort entfernen.',
  ],
  'authority-file-unusable': [
    'Die Datei mit weiteren Zertifizierungsstellen ist nicht verwendbar: Sie fehlt oder enthält kein Zertifikat (PEM).',
    'Unter Einstellungen, Netzwerk eine andere wählen oder sie entfernen.',
  ],
  'proxy-failed': [
    'Der Proxy hat keine Verbindung zum Server hergestellt. Es wurde nichts gesendet.',
    'Unter Einstellungen, Netzwerk den Proxy prüfen.',
  ],
  'proxy-not-allowed': [
    'Die Anfrage nennt einen Proxy, der nicht erlaubt ist. Es wurde nichts gesendet.',
    'Noch einmal senden, um gefragt zu werden, oder in den Einstellungen der Anfrage einen anderen Proxy wählen.',
  ],
  'proxy-needs-credentials': [
    'Der Proxy hat Benutzername und Passwort nicht akzeptiert. Es wurde nichts gesendet.',
    'Beides unter Einstellungen, Netzwerk festlegen.',
  ],
  'timed-out': [
    'Die Anfrage hat ihr Zeitlimit überschritten.',
    'In den Einstellungen der Anfrage das Zeitlimit erhöhen oder erneut versuchen.',
  ],
  cancelled: ['Die Anfrage wurde abgebrochen.', ''],
  'response-malformed': [
    'Die Antwort des Servers ist kein gültiges HTTP.',
    'Prüfen, ob die Adresse zu einem Webserver gehört.',
  ],
  'response-too-large': ['Die Antwort ist größer, als Keyfob annimmt.', 'Weniger vom Server anfordern.'],
  'network-failed': [
    'Die Anfrage ist im Netzwerk fehlgeschlagen.',
    'Das Netzwerk prüfen und erneut versuchen.',
  ],
  'port-taken': [
    'Der Port 5362 der Local API und die 19 folgenden sind von anderen Programmen belegt.',
    'Eines dieser Programme schließen und die Local API erneut starten.',
  ],
  'port-not-permitted': [
    'Das System lässt Keyfob nicht am Port der Local API lauschen.',
    'In den Einstellungen des Systems oder der Firma erlauben und die Local API erneut starten.',
  ],
  'shortcut-taken': [
    'Ein anderes Programm oder das System hat dieses Kürzel.',
    'Ein anderes wählen oder es zuerst dem anderen Programm nehmen.',
  ],
  'login-item-refused': [
    'Das System hat Keyfob nicht ändern lassen, was bei der Anmeldung startet.',
    'In den Einstellungen des Systems selbst ändern.',
  ],
  'service-refused-key': [
    'Der Dienst hat den Schlüssel nicht akzeptiert.',
    'Den Schlüssel beim Dienst prüfen; wurde er widerrufen oder ist er abgelaufen, einen neuen hinzufügen.',
  ],
  'service-forbidden': [
    'Der Schlüssel ist bei seinem Dienst dafür nicht berechtigt.',
    'Einen Schlüssel mit ausreichenden Rechten verwenden.',
  ],
  'service-rate-limited': [
    'Der Dienst nimmt zurzeit keine weiteren Aufrufe an.',
    'In einer Minute erneut versuchen.',
  ],
  'service-limit-exhausted': [
    'Die Aufrufe dieses Monats sind beim Dienst verbraucht.',
    'Den Admin des Teams fragen oder den nächsten Monat abwarten.',
  ],
  'service-failed': ['Beim Dienst ist ein Fehler aufgetreten.', 'Später erneut versuchen.'],
  'service-answer-unclear': [
    'Die Antwort des Dienstes entspricht nicht den Erwartungen.',
    'Die Adresse des Dienstes prüfen; tritt der Fehler wieder auf, bitte melden.',
  ],
  'file-unreadable': [
    'Die Datei lässt sich nicht lesen.',
    'Sie ist unverändert. Berichtigen oder aus dem Ordner verschieben.',
  ],
  'file-write-failed': [
    'Die Datei konnte nicht geschrieben werden; sie ist unverändert.',
    'Platz schaffen oder die Zugriffsrechte des Ordners prüfen und erneut versuchen.',
  ],
  'collection-changed-on-disk': [
    'Die Anfrage wurde seit dem Öffnen in ihrer Datei geändert.',
    'Den Stand der Datei laden oder den eigenen als Kopie behalten.',
  ],
  'collection-holds-secret': [
    'Die Datei enthielte einen Schlüssel und wurde nicht geschrieben.',
    'Unter Auth den Schlüssel statt seines Wertes verwenden und erneut speichern.',
  ],
  'collection-read-only': [
    'Diese Sammlung wird mitgeliefert und lässt sich nicht ändern.',
    'Eine Kopie der Anfrage speichern.',
  ],
  'key-reference-unclear': [
    'Die Sammlung nennt einen Schlüssel, der nicht eindeutig ist.',
    'Den Schlüssel unter Auth wählen.',
  ],
  'local-api-stopped': ['Die Local API läuft nicht.', 'In den Einstellungen starten.'],
  'update-check-failed': [
    'Ob es eine neuere Version gibt, war nicht zu erfahren.',
    'Die Verbindung prüfen und erneut versuchen. Keyfob läuft weiter wie bisher.',
  ],
  'update-download-failed': [
    'Die neue Version wurde nicht heruntergeladen.',
    'Die Verbindung prüfen und erneut versuchen, oder sie dort von Hand herunterladen, woher Keyfob kam.',
  ],
  'update-damaged': [
    'Was heruntergeladen wurde, ist nicht, was veröffentlicht wurde; es wurde verworfen.',
    'Erneut versuchen. Geschieht es wieder, die Version von Hand herunterladen und es melden.',
  ],
  'update-not-trusted': [
    'Die neue Version ist nicht von dem signiert, der diese signiert hat; sie wurde nicht installiert.',
    'Nicht von Hand installieren. Bitte melden.',
  ],
  'update-no-room': [
    'Auf der Festplatte ist kein Platz für die neue Version.',
    'Platz schaffen und erneut versuchen.',
  ],
};
