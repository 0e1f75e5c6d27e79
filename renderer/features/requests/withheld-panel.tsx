import { ShieldOff } from 'lucide-react';
import type { AppError } from '../../../shared/domain/app-error.ts';
import type { RequestDraft } from '../../../shared/domain/http-request.ts';
import { Button } from '../../ui/button.tsx';
import styles from './withheld-panel.module.css';
import { type WithheldDecision, type WithheldRemedy, withheldRemedies } from './withheld-remedy.ts';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';
import { useErrorWords, useTexts } from '../../language/speech-context.ts';

interface WithheldPanelProps {
  readonly error: AppError;
  /** `null` when the exchange does not say which key it was. */
  readonly decision: WithheldDecision | null;
  readonly draft: RequestDraft;
  readonly onRemedy: (remedy: WithheldRemedy) => void;
  readonly onSendWithoutKey: () => void;
}

/** A request that was stopped because its key was withheld: what, from where, why, and the choices. */
export function WithheldPanel({ error, decision, draft, onRemedy, onSendWithoutKey }: WithheldPanelProps) {
  const texts = useTexts(requestsTexts);
  const words = useErrorWords()(decision ?? error);
  const remedies = decision === null ? [] : withheldRemedies(decision, draft, texts);
  return (
    <div className={styles.panel} role="alert">
      <ShieldOff className={styles.icon} aria-hidden="true" />
      <div className={styles.text}>
        <h3 className={styles.title}>{texts.withheld.title}</h3>
        {decision === null ? (
          <p>
            {words.message} {words.remedy}
          </p>
        ) : (
          <>
            <dl className={styles.facts}>
              <div>
                <dt>{texts.common.key}</dt>
                <dd>
                  <bdi dir="auto">{decision.apiKeyName}</bdi> <code>{decision.mask}</code>
                </dd>
              </div>
              <div>
                <dt>{texts.withheld.from}</dt>
                <dd>
                  <code>{decision.origin}</code>
                </dd>
              </div>
            </dl>
            <p>{words.message}</p>
            <p className={styles.remedy}>{words.remedy}</p>
          </>
        )}
        <div className={styles.actions}>
          {remedies.map((remedy) => (
            <Button
              key={remedy.label}
              onPress={() => {
                onRemedy(remedy);
              }}
            >
              {remedy.label}
            </Button>
          ))}
          <Button variant="quiet" onPress={onSendWithoutKey}>
            {texts.withheld.sendWithout}
          </Button>
        </div>
      </div>
    </div>
  );
}
