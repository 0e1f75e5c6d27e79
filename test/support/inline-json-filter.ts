import { textOfBody } from '../../electron/requests/body-preview.ts';
import { filterJson } from '../../electron/requests/filter-json.ts';
import type { JsonFilterRunner } from '../../electron/requests/json-filter.ts';

/** Looks through a body where it is called, at once. */
export const inlineJsonFilter: JsonFilterRunner = {
  run({ bytes, contentType, path }, onEnd) {
    onEnd(filterJson(textOfBody(bytes, contentType), path));
    return { end: () => undefined };
  },
};
