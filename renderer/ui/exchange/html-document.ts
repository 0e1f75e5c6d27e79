/** Elements that fetch, run, navigate or hold other documents. What they show is lost in a preview; nothing of it happens. */
const REMOVED = [
  ...['script', 'noscript', 'template', 'base', 'link', 'meta', 'object', 'embed', 'applet', 'param'],
  ...['iframe', 'frame', 'frameset', 'portal', 'fencedframe', 'audio', 'video', 'source', 'track', 'dialog'],
  ...['animate', 'animatemotion', 'animatetransform', 'set', 'use', 'foreignobject', 'image', 'feimage'],
].join(',');

/** Attributes that name an address. Those of images are kept where they hold the image itself. */
const ADDRESSES =
  /^(?:href|xlink:href|src|srcset|action|formaction|background|poster|ping|cite|data|manifest|longdesc|usemap|codebase|archive|classid|profile|target|http-equiv)$/;

const INLINE_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|avif|bmp)[;,]/i;

/**
 * A response's HTML as a document that can be looked at: without scripts, addresses, forms that send and whatever else reaches out. It is
 * one wall of three: the frame is sandboxed, and the document's own policy allows nothing but its styles and images that it holds.
 * `nonce`: that of the window's policy, which the frame inherits; it lets styles through and nothing else. `null` where there is none.
 */
export function previewDocument(html: string, nonce: string | null): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const element of parsed.querySelectorAll(REMOVED)) element.remove();
  const rules: string[] = [];
  for (const element of parsed.querySelectorAll('*')) cleanElement(element, rules);
  const styles = [...parsed.querySelectorAll('style')].map((style) => style.textContent);
  for (const style of parsed.querySelectorAll('style')) style.remove();
  const policy = `default-src 'none'; img-src data:; style-src ${nonce === null ? "'none'" : `'nonce-${nonce}'`}; form-action 'none'; base-uri 'none'`;
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    nonce === null ? '' : styleElement([BASE, ...styles, ...rules].join('\n'), nonce),
  ].join('');
  const body = parsed.querySelector('body')?.innerHTML ?? '';
  return `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
}

/** A page without colours of its own is dark on light, whatever the window's theme. */
const BASE = ':root{color-scheme:light;background:#fff;color:#000}';

function styleElement(css: string, nonce: string): string {
  // Neither an address nor the end of the element may stand in it.
  const inert = css
    .replaceAll(/@import[^;]*;?/gi, '')
    .replaceAll(/url\s*\((?!\s*["']?data:image\/)[^)]*\)/gi, 'none')
    .replaceAll(/<\//g, '<\\/');
  return `<style nonce="${nonce}">${inert}</style>`;
}

function cleanElement(element: Element, rules: string[]): void {
  for (const { name, value } of [...element.attributes]) {
    const lower = name.toLowerCase();
    if (lower.startsWith('on') || lower === 'nonce' || lower === 'srcdoc' || lower === 'is')
      element.removeAttribute(name);
    else if (ADDRESSES.test(lower) && !(lower === 'src' && INLINE_IMAGE.test(value)))
      element.removeAttribute(name);
    else if (lower === 'style') {
      // A style attribute would need a policy that lets any through; as a rule it is let through by the nonce.
      const mark = String(rules.length + 1);
      element.removeAttribute(name);
      element.setAttribute('data-keyfob-style', mark);
      rules.push(`[data-keyfob-style="${mark}"]{${value.replaceAll(/[{}<]/g, '')}}`);
    }
  }
}

/** The nonce of this window's policy; a script can read it, a style cannot. */
export function windowNonce(document: Document): string | null {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta === null || meta.nonce === '' ? null : meta.nonce;
}
