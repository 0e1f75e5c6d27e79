import { ok } from '../../shared/domain/app-error.ts';
import { notReadable } from './import-failures.ts';
import type { Importer } from './importer.ts';
import { fieldOf, isJsonObject, textOf, type Json } from './json-value.ts';
import { convertInsomniaV4 } from './insomnia/v4.ts';
import { convertInsomniaV5 } from './insomnia/v5.ts';
import { told } from '../told.ts';

const V5 = /^(?:collection|spec|environment)\.insomnia\.rest\/5\.\d+$/;

/** Insomnia's export: version 4 (JSON or YAML) and version 5 (YAML). */
export const insomniaImporter: Importer = {
  id: 'insomnia',
  detect: ({ document }) => isV4(document) || isV5(document),
  convert({ document }) {
    if (document !== null && isV5(document)) return ok(convertInsomniaV5(document));
    if (document === null || !isV4(document)) return notReadable(told('noInsomnia'));
    if (fieldOf(document, '__export_format') !== 4) {
      return notReadable(told('insomniaOtherVersion'));
    }
    return ok(convertInsomniaV4(document));
  },
};

function isV4(document: Json | null): boolean {
  return (
    isJsonObject(document) &&
    textOf(document, '_type') === 'export' &&
    Array.isArray(fieldOf(document, 'resources'))
  );
}

function isV5(document: Json | null): boolean {
  return isJsonObject(document) && V5.test(textOf(document, 'type'));
}
