import type { Exchange } from '../../../shared/domain/exchange.ts';
import { languageOf } from './body-model.ts';
import { prettyText } from './text-body.tsx';
import type { ExchangeTexts } from '../../../shared/texts/en/exchange.ts';
import type { Speech } from '../../../shared/texts/speech.ts';

/** As the history keeps bodies: a part that one side does not have would be told as a difference. */
const COMPARED_CHARACTERS = 256 * 1024;

/** What of an exchange is compared: its status, and its body, indented. */
export function comparedText(
  { outcome }: Exchange,
  texts: ExchangeTexts,
  wordsOf: Speech['wordsOf'],
): string {
  if (outcome.kind === 'failed') return texts.compare.failed(wordsOf(outcome.error).message);
  const { status, statusText, body, contentType } = outcome.response;
  const head = `${String(status)} ${statusText}\n\n`;
  if (body.kind === 'empty') return head;
  if (body.kind === 'binary')
    return head + (body.hex.slice(0, COMPARED_CHARACTERS).match(/.{1,32}/g) ?? []).join('\n');
  const text = body.text.slice(0, COMPARED_CHARACTERS).toWellFormed();
  return head + prettyText(text, languageOf(contentType, text));
}

/** Whether more came than is compared, so that what looks equal may differ further on. */
export function isCutForComparing({ outcome }: Exchange): boolean {
  if (outcome.kind === 'failed' || outcome.response.body.kind === 'empty') return false;
  const { body } = outcome.response;
  const { length } = body.kind === 'text' ? body.text : body.hex;
  return body.isTruncated || length > COMPARED_CHARACTERS;
}
