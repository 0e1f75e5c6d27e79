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
import { networkTexts } from '../../../shared/texts/en/network.ts';
import { uiTexts } from '../../../shared/texts/en/ui.ts';
import { useFieldWords, useTexts } from '../../language/speech-context.ts';

/** Certificates of this computer's own, each for the origin that asks for it. */
export function ClientCertificateRows({
  certificates,
}: {
  readonly certificates: readonly ClientCertificate[];
}) {
  const { certificates: texts } = useTexts(networkTexts);
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      <SettingRow title={texts.title} description={texts.description}>
        <Button
          size="small"
          onPress={() => {
            setIsAdding(true);
          }}
        >
          {texts.add}
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
  const { certificates: texts } = useTexts(networkTexts);
  const show = useShowFailure();
  const remove = useCommand('network.removeClientCertificate');
  const { id, origin, fileNames, isPassphraseMissing } = certificate;
  const files = texts.files(fileNames);
  return (
    <SettingRow
      title={<span className={styles.address}>{origin}</span>}
      description={isPassphraseMissing ? `${files}. ${texts.passphraseForgotten}` : files}
    >
      <Button
        size="small"
        variant="quiet"
        aria-label={texts.removeFor(origin)}
        onPress={() => show(remove.run({ id }))}
      >
        {texts.remove}
      </Button>
    </SettingRow>
  );
}

const KINDS = ['pfx', 'pem'] as const;
const ORIGIN_EXAMPLE = 'https://api.example.com';

function AddCertificateDialog({ onClose }: { readonly onClose: () => void }) {
  const { certificates: texts } = useTexts(networkTexts);
  const { cancel } = useTexts(uiTexts);
  const add = useCommand('network.addClientCertificate');
  const [origin, setOrigin] = useState('');
  const [kind, setKind] = useState<'pfx' | 'pem'>('pfx');
  const [passphrase, setPassphrase] = useState('');
  const [isSubmitted, setIsSubmitted] = useState(false);
  const fieldWords = useFieldWords();
  const parsed = secureOriginSchema.safeParse(origin);
  const problem = parsed.error?.issues[0]?.message;
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
      title={texts.addTitle}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{cancel}</Button>
          <Button variant="primary" type="submit" isPending={add.isPending}>
            {kind === 'pfx' ? texts.chooseFile : texts.chooseFiles}
          </Button>
        </>
      }
    >
      <TextField
        label={texts.origin}
        isMono
        autoFocus
        placeholder={ORIGIN_EXAMPLE}
        description={texts.originDescription}
        value={origin}
        errorMessage={isSubmitted && problem !== undefined ? fieldWords(problem) : undefined}
        onChange={setOrigin}
      />
      <RadioGroup
        label={texts.kind}
        options={KINDS.map((id) => ({ id, label: texts.kinds[id] }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label={texts.passphrase}
        type="password"
        description={texts.passphraseDescription}
        value={passphrase}
        onChange={setPassphrase}
      />
      {add.error !== null && <ErrorNote error={add.error} />}
    </Dialog>
  );
}
