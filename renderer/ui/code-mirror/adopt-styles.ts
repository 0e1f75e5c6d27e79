import { EditorView } from '@codemirror/view';

const adopted = new WeakSet<Document>();

/**
 * Makes CodeMirror put its styles into `document.adoptedStyleSheets` instead of a `<style>` element, which a
 * Content-Security-Policy with `style-src 'self'` refuses. Its style registry (style-mod) chooses constructed sheets
 * only for shadow roots, so a throw-away editor in one creates the registry, and the document is given the same one:
 * the property named by the registry's symbol. Where that symbol is not found, nothing changes and the policy decides.
 */
export function adoptStyles(document: Document): void {
  if (adopted.has(document) || !('adoptedStyleSheets' in document)) return;
  adopted.add(document);
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  const view = new EditorView({ root, parent: root });
  for (const symbol of Object.getOwnPropertySymbols(root)) {
    if (symbol.description !== 'styleSet') continue;
    Object.defineProperty(document, symbol, { value: Reflect.get(root, symbol), configurable: true });
  }
  view.destroy();
}
