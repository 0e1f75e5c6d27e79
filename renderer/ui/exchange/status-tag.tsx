import type { AppErrorCode } from '../../../shared/domain/app-error.ts';
import { Tag, type Tone } from '../tag.tsx';
import { failureName, failureTone } from './failure-name.ts';
import { exchangeTexts } from '../../../shared/texts/en/exchange.ts';
import { useTexts } from '../../language/speech-context.ts';

function toneOf(status: number): Tone {
  if (status < 300) return 'good';
  if (status < 400) return 'accent';
  return status < 500 ? 'warn' : 'danger';
}

interface StatusTagProps {
  /** `null`: no response came. */
  readonly status: number | null;
  /** The server's words, or what happened instead of a response. */
  readonly text?: string;
  /** Of what happened instead of a response. */
  readonly tone?: Tone;
  /** Why no response came; it gives the words and the tone. */
  readonly failure?: AppErrorCode | null;
}

/** A server may send any length of text. */
const MAX_TEXT = 40;

/** An HTTP status with its text, coloured by its class; or what happened instead of one. */
export function StatusTag({ status, text = '', tone = 'danger', failure }: StatusTagProps) {
  const texts = useTexts(exchangeTexts);
  if (status === null && failure !== undefined)
    return <Tag tone={failureTone(failure)}>{failureName(failure, texts)}</Tag>;
  if (status === null) return <Tag tone={tone}>{text === '' ? texts.common.noResponse : text}</Tag>;
  const label = `${String(status)} ${text.slice(0, MAX_TEXT)}`.trim();
  return (
    <Tag tone={toneOf(status)} title={text}>
      {label}
    </Tag>
  );
}
