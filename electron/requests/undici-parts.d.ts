/** undici types its index alone. These are the files behind it, each of which is what the index exports under the same name. */
declare module 'undici/lib/dispatcher/client.js' {
  import { Client } from 'undici';

  export = Client;
}

declare module 'undici/lib/core/errors.js' {
  import { errors } from 'undici';

  export = errors;
}
