/** Asks the operating system through which proxy an address is reached. */
export interface ProxyResolver {
  /** In the words of a proxy auto-config file: `DIRECT`, or `PROXY host:port; SOCKS5 host:port; …`. */
  resolve(url: string): Promise<string>;
}
