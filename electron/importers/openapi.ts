import { ok } from '../../shared/domain/app-error.ts';
import { notReadable } from './import-failures.ts';
import type { Importer } from './importer.ts';
import { isJsonObject, textOf, type Json } from './json-value.ts';
import { convertOpenApi } from './openapi/convert-openapi.ts';
import { told } from '../told.ts';

/** OpenAPI 3.0 and 3.1 (https://spec.openapis.org/oas/v3.1.1.html), JSON or YAML. References to other files and hosts are not followed. */
export const openapiImporter: Importer = {
  id: 'openapi',
  detect: ({ document }) =>
    isJsonObject(document) && (textOf(document, 'openapi') !== '' || textOf(document, 'swagger') !== ''),
  convert({ document }) {
    if (!isOpenApi3(document)) {
      return notReadable(told('openApiOtherVersion'));
    }
    return ok(convertOpenApi(document));
  },
};

function isOpenApi3(document: Json | null): document is Json {
  return isJsonObject(document) && /^3\.\d/.test(textOf(document, 'openapi'));
}
