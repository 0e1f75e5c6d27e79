import fc from 'fast-check';

/** Names a file that exists only once something in a hostile text was run. */
export const CANARY = 'canary';

/** Texts that a program, a shell or a terminal could take for more than texts. */
export const HOSTILE_TEXTS: readonly string[] = [
  ``,
  `'`,
  `"`,
  `\\`,
  `\\'`,
  `\\"`,
  `\\\\`,
  `'; touch ${CANARY}; '`,
  `"; touch ${CANARY}; "`,
  `\\'; touch ${CANARY}; #`,
  `$(touch ${CANARY})`,
  `\`touch ${CANARY}\``,
  `\${HOME} $HOME %PATH% $env:PATH`,
  `#{\`touch ${CANARY}\`} #$0 #@a`,
  `{$a} \${a}`,
  `@/etc/passwd`,
  `@-`,
  `<@/etc/passwd`,
  `--config=/etc/passwd`,
  `-K/etc/passwd`,
  `EOF\ntouch ${CANARY}\nEOF\n`,
  `{"a":"\\u0027; touch ${CANARY}; \\u0027"}`,
  `{"it's":"$(touch ${CANARY})"}`,
  `a\n!!\n!touch ${CANARY}`,
  `a\r\nb\tc`,
  `\u0003touch ${CANARY}\n\u001b[201~\u0015touch ${CANARY}\n`,
  `\u00017\u007fa\u00859`,
  `\\u0022; \\x27; \\047; \\N{DIGIT ONE}`,
  `\u2028'\u2029"`,
  `\u202e\u2066\ufeff\u200d`,
  `\u2018\u2019\u201a\u201b; touch ${CANARY}; \u2019`,
  `</script><!-- --><script>`,
  `'''""" """`,
  `?> <?php __END__\n__END__\n=begin`,
  `*/ // # -- ;`,
  `é 漢字 👩‍💻 \u{e0001}`,
];

/** Any text without NUL, made of what is dangerous more often than not. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
      { weight: 3, arbitrary: fc.constantFrom(...Array.from('\'"\\$`#{}()!@%&|;<>\n\r\t *?~^07abux')) },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').replaceAll('\0', ''));

/** As a header's value may be: visible ASCII and spaces within. */
export function asHeaderValue(text: string): string {
  return text.replaceAll(/[^\t\x20-\x7e]/g, '').trim();
}
