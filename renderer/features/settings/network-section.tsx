import type { NetworkSettings } from '../../../shared/domain/network-settings.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/switch.tsx';
import { ClientCertificateRows } from './client-certificate-rows.tsx';
import { AllowedProxyRows } from './allowed-proxy-rows.tsx';
import { ProxyRow } from './proxy-row.tsx';
import { SettingGroup } from './setting-group.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';
import { useShowFailure } from './use-show-failure.ts';
import { networkTexts } from '../../../shared/texts/en/network.ts';
import { useTexts } from '../../language/speech-context.ts';

/** How all requests reach their servers: proxy, trusted authorities, certificates of one's own. */
export function NetworkSection({ settings }: { readonly settings: NetworkSettings }) {
  const texts = useTexts(networkTexts);
  const show = useShowFailure();
  const trust = useCommand('network.setTrustsSystem');
  const choose = useCommand('network.chooseAuthorityFile');
  const remove = useCommand('network.removeAuthorityFile');
  const { authorityFile } = settings;
  return (
    <SettingGroup title={texts.title}>
      <ProxyRow key={JSON.stringify(settings.proxy)} settings={settings} />
      <AllowedProxyRows allowed={settings.allowedProxies} />
      <SettingRow title={texts.trustSystem} description={texts.trustSystemDescription}>
        <Switch
          label={texts.trustSystem}
          isLabelHidden
          isSelected={settings.trustsSystem}
          onChange={(trustsSystem) => {
            show(trust.run({ trustsSystem }));
          }}
        />
      </SettingRow>
      <SettingRow
        title={texts.authorities}
        description={
          authorityFile === null ? (
            texts.authoritiesDescription
          ) : (
            <span className={styles.address}>{authorityFile.path}</span>
          )
        }
      >
        {authorityFile !== null && (
          <Button size="small" variant="quiet" onPress={() => show(remove.run({}))}>
            {texts.removeFile}
          </Button>
        )}
        <Button size="small" onPress={() => show(choose.run({}))}>
          {texts.chooseAFile}
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
  const texts = useTexts(networkTexts);
  const show = useShowFailure();
  const disallow = useCommand('network.disallowUnchecked');
  return (
    <SettingRow title={<span className={styles.address}>{origin}</span>} description={texts.unchecked}>
      <Button
        size="small"
        aria-label={texts.withholdAgainFrom(origin)}
        onPress={() => show(disallow.run({ origin }))}
      >
        {texts.withholdAgain}
      </Button>
    </SettingRow>
  );
}
