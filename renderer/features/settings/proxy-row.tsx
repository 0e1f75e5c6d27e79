import { useState } from 'react';
import {
  proxyAddressSchema,
  type NetworkSettings,
  type ProxyChoice,
} from '../../../shared/domain/network-settings.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './proxy-row.module.css';
import { SettingRow } from './setting-row.tsx';
import settingStyles from './settings.module.css';
import { useShowFailure } from './use-show-failure.ts';
import { networkTexts } from '../../../shared/texts/en/network.ts';
import { useFieldWords, useTexts } from '../../language/speech-context.ts';

const ADDRESS_EXAMPLE = 'http://proxy.example.com:8080';
const EXCEPTIONS_EXAMPLE = 'example.com, internal:8443';
const KINDS: readonly ProxyChoice['kind'][] = ['system', 'manual', 'none'];

/** Through which proxy requests go. */
export function ProxyRow({ settings }: { readonly settings: NetworkSettings }) {
  const { proxy: texts } = useTexts(networkTexts);
  const show = useShowFailure();
  const save = useCommand('network.setProxy');
  const [kind, setKind] = useState(settings.proxy.kind);
  return (
    <>
      <SettingRow title={texts.title} description={texts.description}>
        <div className={settingStyles.select}>
          <Select
            label={texts.title}
            isLabelHidden
            options={KINDS.map((id) => ({ id, label: texts.kinds[id] }))}
            value={kind}
            onChange={(chosen) => {
              setKind(chosen);
              // This one is kept once it is typed.
              if (chosen !== 'manual') show(save.run({ proxy: { kind: chosen }, password: null }));
            }}
          />
        </div>
      </SettingRow>
      {kind === 'manual' && <ManualProxy settings={settings} />}
    </>
  );
}

function ManualProxy({ settings }: { readonly settings: NetworkSettings }) {
  const { proxy: texts } = useTexts(networkTexts);
  const { proxy, isProxyPasswordHeld } = settings;
  const kept = proxy.kind === 'manual' ? proxy : { address: '', userName: '', exceptions: [] };
  const save = useCommand('network.setProxy');
  const [address, setAddress] = useState(kept.address);
  const [userName, setUserName] = useState(kept.userName);
  const [password, setPassword] = useState<string | null>(null);
  const [exceptions, setExceptions] = useState(kept.exceptions.join(', '));
  const [isSubmitted, setIsSubmitted] = useState(false);
  const fieldWords = useFieldWords();
  const parsed = proxyAddressSchema.safeParse(address);
  const problem = parsed.error?.issues[0]?.message;
  const submit = () => {
    setIsSubmitted(true);
    if (!parsed.success) return;
    const names = exceptions.split(/[\s,;]+/).filter((name) => name !== '');
    const changed = { kind: 'manual' as const, address: parsed.data, userName, exceptions: names };
    void save.run({ proxy: changed, password }).then((result) => {
      if (result.ok) setPassword(null);
    });
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={texts.address}
        isMono
        placeholder={ADDRESS_EXAMPLE}
        description={texts.addressDescription}
        value={address}
        errorMessage={isSubmitted && problem !== undefined ? fieldWords(problem) : undefined}
        onChange={setAddress}
      />
      <div className={styles.pair}>
        <TextField label={texts.userName} value={userName} onChange={setUserName} />
        <TextField
          label={texts.password}
          type="password"
          placeholder={isProxyPasswordHeld ? '••••••' : ''}
          description={texts.passwordDescription}
          value={password ?? ''}
          onChange={setPassword}
        />
      </div>
      <TextField
        label={texts.exceptions}
        isMono
        placeholder={EXCEPTIONS_EXAMPLE}
        description={texts.exceptionsDescription}
        value={exceptions}
        onChange={setExceptions}
      />
      {save.error !== null && <ErrorNote error={save.error} />}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {texts.use}
        </Button>
      </div>
    </form>
  );
}
