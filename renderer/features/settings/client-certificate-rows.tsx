import { useState } from 'react';
import { secureOriginSchema, type ClientCertificate } from '../../../shared/domain/network-settings.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';
import { useShowFailure } from './use-show-failure.ts';

/** Certificates of this computer's own, each for the origin that asks for it. */
export function ClientCertificateRows({
  certificates,
}: {
  readonly certificates: readonly ClientCertificate[];
}) {
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      <SettingRow
        title="Client certificates"
        description="For servers that ask who you are by TLS. The files stay where they are; a passphrase is kept sealed, like your keys."
      >
        <Button
          size="small"
          onPress={() => {
            setIsAdding(true);
          }}
        >
          Add a client certificate…
        </Button>
      </SettingRow>
      {certificates.map((certificate) => (
        <CertificateRow key={certificate.id} certificate={certificate} />
      ))}
      {isAdding && (
        <AddCertificateDialog
          onClose={() => {
            setIsAdding(false);
          }}
        />
      )}
    </>
  );
}

function CertificateRow({ certificate }: { readonly certificate: ClientCertificate }) {
  const show = useShowFailure();
  const remove = useCommand('network.removeClientCertificate');
  const { id, origin, fileNames, isPassphraseMissing } = certificate;
  const files = `Client certificate: ${fileNames.join(', ')}`;
  return (
    <SettingRow
      title={<span className={styles.address}>{origin}</span>}
      description={isPassphraseMissing ? `${files}. Add it again: its passphrase was forgotten.` : files}
    >
      <Button
        size="small"
        variant="quiet"
        aria-label={`Remove the client certificate for ${origin}`}
        onPress={() => show(remove.run({ id }))}
      >
        Remove
      </Button>
    </SettingRow>
  );
}

const KINDS = [
  { id: 'pfx', label: 'One file (PFX, PKCS #12)' },
  { id: 'pem', label: 'Certificate and private key (PEM)' },
] as const;

function AddCertificateDialog({ onClose }: { readonly onClose: () => void }) {
  const add = useCommand('network.addClientCertificate');
  const [origin, setOrigin] = useState('');
  const [kind, setKind] = useState<'pfx' | 'pem'>('pfx');
  const [passphrase, setPassphrase] = useState('');
  const [isSubmitted, setIsSubmitted] = useState(false);
  const parsed = secureOriginSchema.safeParse(origin);
  const submit = () => {
    setIsSubmitted(true);
    if (!parsed.success) return;
    void add.run({ origin, kind, passphrase }).then((result) => {
      // Nothing was added when the person closed the system's dialog.
      const isAdded =
        result.ok && result.value.clientCertificates.some((each) => each.origin === parsed.data);
      if (isAdded) onClose();
    });
  };
  return (
    <Dialog
      title="Add a client certificate"
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" isPending={add.isPending}>
            {kind === 'pfx' ? 'Choose the file…' : 'Choose the files…'}
          </Button>
        </>
      }
    >
      <TextField
        label="Origin"
        isMono
        autoFocus
        placeholder="https://api.example.com"
        description="The certificate is shown to this server alone."
        value={origin}
        errorMessage={isSubmitted && !parsed.success ? parsed.error.issues[0]?.message : undefined}
        onChange={setOrigin}
      />
      <RadioGroup label="Kind" options={KINDS} value={kind} onChange={setKind} />
      <TextField
        label="Passphrase"
        type="password"
        description="Of the file or the private key; empty where there is none."
        value={passphrase}
        onChange={setPassphrase}
      />
      {add.error !== null && <ErrorNote error={add.error} />}
    </Dialog>
  );
}
