import type { Plugin, Rolldown } from 'vite';

const BOOT = 'first-page-boot';
const SCRIPT = /<script type="module" crossorigin src="(?<address>\.\/assets\/[^"]+\.js)"><\/script>/;
const STYLES = /<link rel="stylesheet" crossorigin href="\.\/(?<address>assets\/[^"]+\.css)">/;
const ROOT = '<div id="root"></div>';

/** What the main process fills (electron/first-page/write-first-page.ts). */
const HEAD_PLACE = '<!--first-page-head-->';
const ROOT_PLACE = '<!--first-page-root-->';
/** The response's own nonce, since the style sheet stands in the page: it is painted by one answer. */
const NONCE_PLACE = '{first-page-nonce}';

/**
 * Makes `first-page.html` of the built `index.html`: the page as it is served when it is drawn already. Its script is
 * `renderer/first-page/boot.ts`, and the window's code is loaded by that.
 */
export function firstPageTemplate(): Plugin {
  return {
    name: 'keyfob:first-page-template',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const html = textOf(bundle['index.html']);
      const boot = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.name === BOOT,
      )?.fileName;
      const address = SCRIPT.exec(html)?.groups?.['address'];
      const styles = textOf(bundle[STYLES.exec(html)?.groups?.['address'] ?? '']);
      if (boot === undefined || address === undefined || styles === '' || !html.includes(ROOT)) {
        this.error('index.html is not as the first page needs it');
      }
      const source = html
        .replace(SCRIPT, '')
        .replace(STYLES, () => `<style nonce="${NONCE_PLACE}">${styles}</style>`)
        .replace(
          '</head>',
          `${HEAD_PLACE}<script type="module" crossorigin src="./${boot}"></script>` +
            `<link rel="modulepreload" crossorigin href="${address}"></head>`,
        )
        .replace(ROOT, `<div id="root">${ROOT_PLACE}</div>`);
      this.emitFile({ type: 'asset', fileName: 'first-page.html', source });
    },
  };
}

function textOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined): string {
  return file?.type === 'asset' ? String(file.source) : '';
}
