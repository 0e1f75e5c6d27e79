import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

/** Props and fields whose strings a person reads. */
const SHOWN = new Set([
  ...['label', 'title', 'placeholder', 'aria-label', 'aria-description', 'alt', 'description', 'tooltip'],
  ...['message', 'remedy', 'errorMessage', 'body', 'detail', 'agree', 'buttonLabel', 'hint', 'term'],
]);
const LETTERS = /\p{L}{2}/u;
/** A capital letter and more than one word: nothing but a text looks so. */
const SENTENCE = /^\p{Lu}\p{L}*[^\p{L}]*\s.*\p{L}{2}/u;
/** What may be said anywhere, since it is the same in every language. */
const NAMES =
  /^(https?:\/\/\S+|wx_|GET \/me|bash, zsh|PowerShell|Keyfob|Ctrl |API|URL|Local API|JSON|CSV|HAR|DNS|TLS)$/u;

export interface TextOutside {
  /** The folder, from the root of the project. */
  readonly folder: string;
  /** `file:line: text`. */
  readonly place: string;
}

/** Every source file below a folder of the project. */
export function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** The texts that a source file has itself, instead of taking them from the catalogue. */
export function textsOutside(
  path: string,
  source = readFileSync(join(root, path), 'utf8'),
): readonly TextOutside[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
  const found: TextOutside[] = [];
  const visit = (node: ts.Node): void => {
    if (isText(node)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      const text = node.getText(file).replaceAll(/\s+/g, ' ').trim();
      found.push({ folder: path.slice(0, path.lastIndexOf('/')), place: `${path}:${String(line)}: ${text}` });
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isText(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return isTelling(node.text);
  const texts = stringsOf(node);
  if (texts === null || isCode(node)) return false;
  return (
    texts.some((text) => SENTENCE.test(text.trim()) && isTelling(text)) ||
    (isShown(node) && texts.some(isTelling))
  );
}

function isTelling(text: string): boolean {
  return LETTERS.test(text) && !NAMES.test(text.trim());
}

/** The fixed parts of a string or a template; null for anything else. */
function stringsOf(node: ts.Node): readonly string[] | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
}

/** An import, a type, a line of the log, a bug's message or a comparison: nobody sees it. */
function isCode(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return true;
  if (ts.isCallExpression(parent) && /\blogger\.\w+$/.test(parent.expression.getText())) return true;
  if (ts.isNewExpression(parent)) return parent.expression.getText().endsWith('Error');
  if (ts.isPropertyAssignment(parent) && parent.name === node) return true;
  return ts.isBinaryExpression(parent) && /^[=!]==$/.test(parent.operatorToken.getText());
}

/** What may give one of its two sides. */
const INSTEAD = new Set([
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
]);

/** Whether the string is given to a prop or a field that is shown, also as one of two. */
function isShown(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isJsxAttribute(parent)) return SHOWN.has(parent.name.getText());
  if (ts.isPropertyAssignment(parent)) return SHOWN.has(parent.name.getText().replaceAll("'", ''));
  if (ts.isConditionalExpression(parent) && parent.condition !== node) return isShown(parent);
  if (ts.isBinaryExpression(parent) && INSTEAD.has(parent.operatorToken.kind)) return isShown(parent);
  const isBetween = ts.isJsxExpression(parent) || ts.isParenthesizedExpression(parent);
  if (!isBetween) return false;
  return ts.isJsxElement(parent.parent) || ts.isJsxFragment(parent.parent) || isShown(parent);
}
