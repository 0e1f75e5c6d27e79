import type { Integrity } from '../../../shared/domain/diagnostics.ts';
import { diagnosticsTexts } from '../../../shared/texts/en/diagnostics.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

/** What a check found, in words. */
export function IntegrityText({ integrity }: { readonly integrity: Integrity }) {
  const texts = useTexts(diagnosticsTexts);
  const formats = useFormats();
  const { checkedAt, ledger, values, backups, isDeadKeyListWhole } = integrity;
  const time = formats.exactTime(checkedAt);
  const isAllWell = ledger === 'whole' && values?.unopened === 0 && backups.damaged === 0;
  if (isAllWell && isDeadKeyListWhole) return texts.allWell(time);
  const sentences = [texts.faults(time), texts.ledger[ledger]];
  if (values === null) sentences.push(texts.notOpened);
  else if (values.unopened > 0) sentences.push(texts.unopened(values.unopened, values.total));
  if (backups.damaged > 0) sentences.push(texts.damagedBackups(backups.damaged, backups.total));
  if (!isDeadKeyListWhole) sentences.push(texts.deadKeys.damaged);
  return sentences.join(' ');
}
