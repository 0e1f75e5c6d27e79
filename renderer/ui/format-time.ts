import { createFormats } from '../../shared/texts/formats.ts';

/** For screens whose texts are not in the catalogue yet; the others take `useFormats()`. */
const formats = createFormats(new Intl.DateTimeFormat().resolvedOptions().locale, { justNow: 'just now' });

export const formatDate = formats.date;
export const formatLongDate = formats.longDate;
export const formatDateTime = formats.dateTime;
export const formatRelative = formats.relative;
export const formatRemaining = formats.remaining;
