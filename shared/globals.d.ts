// The two globals of every host (Node, browsers) that pure rules need; no other host API is visible here.
declare class URL {
  constructor(url: string, base?: string | URL);
  static canParse(url: string, base?: string): boolean;
  readonly origin: string;
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly username: string;
  readonly password: string;
  href: string;
  pathname: string;
  search: string;
  hash: string;
}
