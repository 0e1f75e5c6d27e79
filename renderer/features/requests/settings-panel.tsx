import { useState } from 'react';
import { requestSettingsSchema, type RequestSettings } from '../../../shared/domain/http-request.ts';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './panel.module.css';

const HTTP_VERSIONS = [
  { id: 'auto', label: 'HTTP/2, else HTTP/1.1' },
  { id: 'http1', label: 'HTTP/1.1 only' },
  { id: 'http2', label: 'HTTP/2 only' },
] as const;

const PROXIES = [
  { id: 'app', label: 'As Settings, Network, says' },
  { id: 'none', label: 'None' },
] as const;

interface SettingsPanelProps {
  readonly settings: RequestSettings;
  readonly onChange: (settings: RequestSettings) => void;
}

/** How long a request may take, and how far it follows redirects. */
export function SettingsPanel({ settings, onChange }: SettingsPanelProps) {
  return (
    <div className={styles.form}>
      <Switch
        label="Follow redirects"
        isSelected={settings.followRedirects}
        onChange={(followRedirects) => {
          onChange({ ...settings, followRedirects });
        }}
      />
      <Switch
        label="Check the server’s certificate"
        isSelected={settings.verifyCertificates}
        onChange={(verifyCertificates) => {
          onChange({ ...settings, verifyCertificates });
        }}
      />
      {!settings.verifyCertificates && (
        <p className={styles.warning}>
          Anybody on the way could be this server. Its key is withheld, and the Timeline says what was not
          checked.
        </p>
      )}
      <div className={styles.fields}>
        <div className={styles.field}>
          <Select
            label="HTTP version"
            description="Chosen with the server while TLS is set up. Plain http is always HTTP/1.1."
            options={HTTP_VERSIONS}
            value={settings.httpVersion}
            onChange={(httpVersion) => {
              onChange({ ...settings, httpVersion });
            }}
          />
        </div>
        <div className={styles.field}>
          <Select
            label="Proxy"
            description="Chosen for this tab, not saved with the request. What goes to this computer takes none in any case."
            options={PROXIES}
            value={settings.proxy}
            onChange={(proxy) => {
              onChange({ ...settings, proxy });
            }}
          />
        </div>
        <NumberField
          label="Timeout in milliseconds"
          description="For the whole request with its redirects. At most an hour."
          problem="Type a whole number from 1 to 3600000"
          value={settings.timeoutMs}
          isValid={(timeoutMs) => requestSettingsSchema.shape.timeoutMs.safeParse(timeoutMs).success}
          onChange={(timeoutMs) => {
            onChange({ ...settings, timeoutMs });
          }}
        />
        {settings.followRedirects && (
          <NumberField
            label="Most redirects"
            description="At each one it is decided anew whether the key may go along."
            problem="Type a whole number from 0 to 50"
            value={settings.maxRedirects}
            isValid={(maxRedirects) =>
              requestSettingsSchema.shape.maxRedirects.safeParse(maxRedirects).success
            }
            onChange={(maxRedirects) => {
              onChange({ ...settings, maxRedirects });
            }}
          />
        )}
      </div>
    </div>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly description: string;
  readonly problem: string;
  readonly value: number;
  readonly isValid: (value: number) => boolean;
  readonly onChange: (value: number) => void;
}

/** A number that is taken when it is valid; leaving the field goes back to the last that was. */
function NumberField({ label, description, problem, value, isValid, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const parse = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);
  return (
    <div className={styles.field}>
      <TextField
        label={label}
        description={description}
        inputMode="numeric"
        value={typed ?? String(value)}
        errorMessage={typed === null || isValid(parse(typed)) ? undefined : problem}
        onChange={(text) => {
          setTyped(text);
          if (isValid(parse(text))) onChange(parse(text));
        }}
        onBlur={() => {
          setTyped(null);
        }}
      />
    </div>
  );
}
