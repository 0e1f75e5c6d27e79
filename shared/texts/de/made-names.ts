import type { MadeNamesTexts } from '../en/made-names.ts';

export function madeNames(): MadeNamesTexts {
  return {
    copyOf: (name) => `${name} Kopie`,
    imported: {
      collection: 'Importierte Sammlung',
      folder: 'Ordner',
      request: 'Anfrage',
      environment: 'Importierte Umgebung',
      globals: 'Globale Variablen',
      key: 'Importierter Schlüssel',
      example: 'Beispiel',
    },
  };
}
