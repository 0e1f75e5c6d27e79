import { useState } from 'react';
import {
  requestProxySchema,
  requestSettingsSchema,
  type RequestSettings,
} from '../../../shared/domain/http-request.ts';
import { proxyAddressSchema } from '../../../shared/domain/network-settings.ts';
import { fieldTexts } from '../../../shared/texts/en/fields.ts';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './panel.module.css';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';
import { useFieldWords, useTexts } from '../../language/speech-context.ts';

const HTTP_VERSIONS = ['auto', 'http1', 'http2'] as const;

const PROXIES = ['app', 'none', 'other'] as const;

interface SettingsPanelProps {
  readonly settings: RequestSettings;
  readonly onChange: (settings: RequestSettings) => void;
}

/** How long a request may take, and how far it follows redirects. */
export function SettingsPanel({ settings, onChange }: SettingsPanelProps) {
  const texts = useTexts(requestsTexts);
  return (
    <div className={styles.form}>
      <Switch
        label={texts.settings.followRedirects}
        isSelected={settings.followRedirects}
        onChange={(followRedirects) => {
          onChange({ ...settings, followRedirects });
        }}
      />
      <Switch
        label={texts.settings.verify}
        isSelected={settings.verifyCertificates}
        onChange={(verifyCertificates) => {
          onChange({ ...settings, verifyCertificates });
        }}
      />
      {!settings.verifyCertificates && <p className={styles.warning}>{texts.settings.unverified}</p>}
      <div className={styles.fields}>
        <div className={styles.field}>
          <Select
            label={texts.settings.version}
            description={texts.settings.versionNote}
            options={HTTP_VERSIONS.map((id) => ({ id, label: texts.settings.versions[id] }))}
            value={settings.httpVersion}
            onChange={(httpVersion) => {
              onChange({ ...settings, httpVersion });
            }}
          />
        </div>
        <div className={styles.field}>
          <Select
            label={texts.settings.proxy}
            description={texts.settings.proxyNote}
            options={PROXIES.map((id) => ({ id, label: texts.settings.proxies[id] }))}
            value={settings.proxy}
            onChange={(proxy) => {
              onChange({ ...settings, proxy });
            }}
          />
        </div>
        {settings.proxy === 'other' && (
          <ProxyField
            address={settings.proxyAddress}
            onChange={(proxyAddress) => {
              onChange({ ...settings, proxyAddress });
            }}
          />
        )}
        <NumberField
          label={texts.settings.timeout}
          description={texts.settings.timeoutNote}
          problem={texts.settings.timeoutProblem}
          value={settings.timeoutMs}
          isValid={(timeoutMs) => requestSettingsSchema.shape.timeoutMs.safeParse(timeoutMs).success}
          onChange={(timeoutMs) => {
            onChange({ ...settings, timeoutMs });
          }}
        />
        {settings.followRedirects && (
          <NumberField
            label={texts.settings.redirects}
            description={texts.settings.redirectsNote}
            problem={texts.settings.redirectsProblem}
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

interface ProxyFieldProps {
  readonly address: string;
  readonly onChange: (address: string) => void;
}

/** As typed for all requests, and in a form that a request can name. */
const typedProxySchema = proxyAddressSchema.pipe(requestProxySchema);

/** An address that is taken when it is one; until then the request has none. */
function ProxyField({ address, onChange }: ProxyFieldProps) {
  const texts = useTexts(requestsTexts);
  const words = useFieldWords();
  const [typed, setTyped] = useState<string | null>(null);
  const isProblem = typed !== null && typed.trim() !== '' && !typedProxySchema.safeParse(typed).success;
  return (
    <div className={styles.field}>
      <TextField
        label={texts.settings.proxyAddress}
        description={texts.settings.proxyAddressNote}
        placeholder="http://proxy.example.com:8080"
        value={typed ?? address}
        errorMessage={isProblem ? words(fieldTexts.proxyAddress) : undefined}
        onChange={(text) => {
          setTyped(text);
          onChange(typedProxySchema.safeParse(text).data ?? '');
        }}
        onBlur={() => {
          if (!isProblem) setTyped(null);
        }}
      />
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
