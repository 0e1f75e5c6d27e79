import type { NetworkSettings } from '../../../shared/domain/network-settings.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/switch.tsx';
import { ClientCertificateRows } from './client-certificate-rows.tsx';
import { ProxyRow } from './proxy-row.tsx';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';
import { useShowFailure } from './use-show-failure.ts';

/** How all requests reach their servers: proxy, trusted authorities, certificates of one's own. */
export function NetworkSection({ settings }: { readonly settings: NetworkSettings }) {
  const show = useShowFailure();
  const trust = useCommand('network.setTrustsSystem');
  const choose = useCommand('network.chooseAuthorityFile');
  const remove = useCommand('network.removeAuthorityFile');
  const { authorityFile } = settings;
  return (
    <SettingGroup title="Network">
      <ProxyRow key={JSON.stringify(settings.proxy)} settings={settings} />
      <SettingRow
        title="Trust the system’s authorities"
        description="Beside those that come with Keyfob: what your computer, or your company, trusts."
      >
        <Switch
          label="Trust the system’s authorities"
          isLabelHidden
          isSelected={settings.trustsSystem}
          onChange={(trustsSystem) => {
            show(trust.run({ trustsSystem }));
          }}
        />
      </SettingRow>
      <SettingRow
        title="Further authorities"
        description={
          authorityFile === null ? (
            'A file of certificates (PEM) that are trusted too. It is read when it is used.'
          ) : (
            <span className={styles.address}>{authorityFile.path}</span>
          )
        }
      >
        {authorityFile !== null && (
          <Button size="small" variant="quiet" onPress={() => show(remove.run({}))}>
            Remove the file
          </Button>
        )}
        <Button size="small" onPress={() => show(choose.run({}))}>
          Choose a file…
        </Button>
      </SettingRow>
      <ClientCertificateRows certificates={settings.clientCertificates} />
      {settings.uncheckedOrigins.map((origin) => (
        <UncheckedRow key={origin} origin={origin} />
      ))}
    </SettingGroup>
  );
}

function UncheckedRow({ origin }: { readonly origin: string }) {
  const show = useShowFailure();
  const disallow = useCommand('network.disallowUnchecked');
  return (
    <SettingRow
      title={<span className={styles.address}>{origin}</span>}
      description="Keys go there even when a request says that its certificate is not to be checked."
    >
      <Button
        size="small"
        aria-label={`Withhold keys from ${origin} again`}
        onPress={() => show(disallow.run({ origin }))}
      >
        Withhold again
      </Button>
    </SettingRow>
  );
}
