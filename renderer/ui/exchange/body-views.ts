import type { Response } from '../../../shared/domain/exchange.ts';
import type { CodeLanguage } from '../code-mirror/code-language.ts';
import { languageOf } from './body-model.ts';

/** The ways to look at a body. */
export type BodyViewKind = 'pretty' | 'tree' | 'preview' | 'raw' | 'hex';

/** Shown as an image; nothing else of a response is ever given to the browser to decode. */
const IMAGE_TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml']);

export interface BodyLook {
  readonly language: CodeLanguage;
  /** The type of an image that can be shown; `null` for what is none. */
  readonly imageType: string | null;
  /** The first is shown at first. */
  readonly views: readonly BodyViewKind[];
}

export function mediaTypeOf(contentType: string): string {
  return contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** How a body can be looked at. */
export function lookOf({ body, contentType }: Response): BodyLook {
  const type = mediaTypeOf(contentType);
  const imageType = IMAGE_TYPES.has(type) ? type : null;
  if (body.kind !== 'text')
    return { language: 'text', imageType, views: imageType === null ? ['hex'] : ['preview', 'hex'] };
  const language = languageOf(contentType, body.text);
  if (imageType !== null) return { language, imageType, views: ['preview', 'pretty', 'raw'] };
  switch (language) {
    case 'json':
      return { language, imageType, views: ['pretty', 'tree', 'raw'] };
    case 'html':
      return { language, imageType, views: ['pretty', 'preview', 'raw'] };
    case 'xml':
      return { language, imageType, views: ['pretty', 'raw'] };
    case 'text':
      return { language, imageType, views: ['raw'] };
  }
}
