import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ApiKey } from '../../../shared/domain/api-key.ts';
import { bindableOriginSchema } from '../../../shared/domain/origin.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { errorBeside, useFormErrors } from './form-errors.ts';
import styles from './key-origins.module.css';
import { keyDialogsTexts, type KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useTexts } from '../../language/speech-context.ts';

interface KeyOriginsProps {
  readonly apiKey: ApiKey;
  readonly service: Service | null;
}

/** The origins of the service, and those of this key alone, which can be taken back, and added one by one. */
export function KeyOrigins({ apiKey, service }: KeyOriginsProps) {
  const texts = useTexts(keyDialogsTexts);
  const remove = useCommand('keys.removeOrigin');
  const serviceOrigins = service?.origins ?? [];
  return (
    <>
      <ul className={styles.list} aria-label={texts.keyOrigins.title}>
        {serviceOrigins.map((origin) => (
          <li key={origin} className={styles.row}>
            <span className={styles.origin}>{origin}</span>
            <span className={styles.source}>{texts.keyOrigins.byService}</span>
          </li>
        ))}
        {apiKey.extraOrigins.map((origin) => (
          <li key={origin} className={styles.row}>
            <span className={styles.origin}>{origin}</span>
            <span className={styles.source}>{texts.keyOrigins.keyOnly}</span>
            <IconButton
              label={texts.keyOrigins.remove(origin)}
              icon={<Trash2 />}
              size="small"
              onPress={() => void remove.run({ id: apiKey.id, origin })}
            />
          </li>
        ))}
        {serviceOrigins.length + apiKey.extraOrigins.length === 0 && (
          <li className={styles.row}>
            <span className={styles.source}>{texts.keyOrigins.nowhere}</span>
          </li>
        )}
      </ul>
      {remove.error !== null && <ErrorNote error={remove.error} />}
      <AddOrigin apiKeyId={apiKey.id} />
    </>
  );
}

function AddOrigin({ apiKeyId }: { readonly apiKeyId: string }) {
  const texts = useTexts(keyDialogsTexts);
  const { fieldError, fieldWords } = useFormErrors();
  const add = useCommand('keys.addOrigin');
  const [origin, setOrigin] = useState('');
  const [isSubmitted, setIsSubmitted] = useState(false);
  const said = originProblem(origin, texts);
  const problem = said === null ? null : fieldWords(said);
  const other = errorBeside(add.error, ['origin']);
  const submit = () => {
    setIsSubmitted(true);
    if (problem !== null) return;
    void add.run({ id: apiKeyId, origin }).then((result) => {
      if (!result.ok) return;
      setOrigin('');
      setIsSubmitted(false);
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
        label={texts.keyOrigins.another}
        isMono
        value={origin}
        onChange={(text) => {
          setOrigin(text);
          add.clearError();
        }}
        placeholder="https://api.example.com"
        description={texts.keyOrigins.confirmation}
        errorMessage={fieldError(add.error, 'origin') ?? (isSubmitted ? (problem ?? undefined) : undefined)}
        suffix={
          <Button type="submit" isPending={add.isPending}>
            {texts.keyOrigins.add}
          </Button>
        }
      />
      {other !== null && <ErrorNote error={other} />}
    </form>
  );
}

function originProblem(text: string, texts: KeyDialogsTexts): string | null {
  const result = bindableOriginSchema.safeParse(text);
  return result.success ? null : (result.error.issues[0]?.message ?? texts.keyOrigins.problem);
}
