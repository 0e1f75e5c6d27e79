export type Shell = 'posix' | 'powershell';

/** One argument of a command line for bash and zsh, taken as it is (POSIX.1-2024, XCU 2.2.2). It must hold no NUL. */
export function quotePosix(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** PowerShell ends a single-quoted string at any of these (about_Quoting_Rules), and takes two of them for one. */
const POWERSHELL_QUOTE = /['‘’‚‛]/g;

/** One string of PowerShell, taken as it is. */
export function quotePowerShell(text: string): string {
  return `'${text.replace(POWERSHELL_QUOTE, '$&$&')}'`;
}

/** Text that means nothing else inside the double quotes of either shell. */
const PLAIN = /^[A-Za-z0-9 :/._-]*$/;

/** An argument that begins with `text` and ends in the value of an environment variable. */
export function quoteBeforeVariable(shell: Shell, text: string, variable: string): string {
  if (shell === 'posix') {
    return PLAIN.test(text) ? `"${text}$${variable}"` : `${quotePosix(text)}"$${variable}"`;
  }
  return PLAIN.test(text) ? `"${text}$env:${variable}"` : `(${quotePowerShell(text)} + $env:${variable})`;
}

export function quote(shell: Shell, text: string): string {
  return shell === 'posix' ? quotePosix(text) : quotePowerShell(text);
}
