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

const KINDS = [
  { id: 'system', label: 'As the system says' },
  { id: 'manual', label: 'This one' },
  { id: 'none', label: 'None' },
] as const satisfies readonly { readonly id: ProxyChoice['kind']; readonly label: string }[];

/** Through which proxy requests go. */
export function ProxyRow({ settings }: { readonly settings: NetworkSettings }) {
  const show = useShowFailure();
  const save = useCommand('network.setProxy');
  const [kind, setKind] = useState(settings.proxy.kind);
  return (
    <>
      <SettingRow
        title="Proxy"
        description="It learns the name of an https server, and never a key. What goes to this computer takes none."
      >
        <div className={settingStyles.select}>
          <Select
            label="Proxy"
            isLabelHidden
            options={KINDS}
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
  const { proxy, isProxyPasswordHeld } = settings;
  const kept = proxy.kind === 'manual' ? proxy : { address: '', userName: '', exceptions: [] };
  const save = useCommand('network.setProxy');
  const [address, setAddress] = useState(kept.address);
  const [userName, setUserName] = useState(kept.userName);
  const [password, setPassword] = useState<string | null>(null);
  const [exceptions, setExceptions] = useState(kept.exceptions.join(', '));
  const [isSubmitted, setIsSubmitted] = useState(false);
  const parsed = proxyAddressSchema.safeParse(address);
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
        label="Address"
        isMono
        placeholder="http://proxy.example.com:8080"
        description="http, https or socks5, with its port."
        value={address}
        errorMessage={isSubmitted && !parsed.success ? parsed.error.issues[0]?.message : undefined}
        onChange={setAddress}
      />
      <div className={styles.pair}>
        <TextField label="User name" value={userName} onChange={setUserName} />
        <TextField
          label="Password"
          type="password"
          placeholder={isProxyPasswordHeld ? '••••••' : ''}
          description="Kept sealed, like your keys."
          value={password ?? ''}
          onChange={setPassword}
        />
      </div>
      <TextField
        label="No proxy for"
        isMono
        placeholder="example.com, internal:8443"
        description="Names with all names under them, separated by commas."
        value={exceptions}
        onChange={setExceptions}
      />
      {save.error !== null && <ErrorNote error={save.error} />}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          Use this proxy
        </Button>
      </div>
    </form>
  );
}
