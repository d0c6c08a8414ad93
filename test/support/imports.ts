import { posix } from "node:path";
import ts from "typescript";

/** One import as written: the target is a path from the project's root, or a package's name. */
interface Import {
  readonly target: string;
  readonly isType: boolean;
  readonly line: number;
}

/** Every import and re-export in a file, in source order: static, dynamic, and in types. */
export function importsOf(path: string, text: string): Import[] {
  const file = parsed(path, text);
  return nodesOf(file).flatMap((node) => {
    const found = importIn(node);
    if (found === undefined) return [];
    const { specifier, isType } = found;
    const target = specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : specifier;
    return [{ target, isType, line: lineOf(file, node) }];
  });
}

/** Places where a file reaches for clock, randomness, locale, console or process, as `path:line uses what`. */
export function platformNamesIn(path: string, text: string): string[] {
  const file = parsed(path, text);
  return nodesOf(file).flatMap((node) => {
    const name = platformName(node);
    return name === undefined ? [] : [`${path}:${lineOf(file, node)} uses ${name}`];
  });
}

const platformGlobals = new Set(
  "Date Temporal Intl console process performance crypto fetch setTimeout setInterval globalThis window".split(" "),
);
const platformMembers = /^(random|localeCompare|toLocale\w*)$/;

function platformName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return platformMembers.test(node.name.text) ? node.name.text : undefined;
  if (!ts.isIdentifier(node) || !platformGlobals.has(node.text)) return undefined;
  // A property or a declaration of that name is the program's own.
  const isName = "name" in node.parent && node.parent.name === node;
  return isName ? undefined : node.text;
}

function importIn(node: ts.Node): { specifier: string; isType: boolean } | undefined {
  if (ts.isImportDeclaration(node)) {
    return {
      specifier: textOf(node.moduleSpecifier),
      isType: node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
    };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { specifier: textOf(node.moduleSpecifier), isType: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: textOf(node.argument.literal), isType: true };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return { specifier: textOf(node.arguments[0]), isType: false };
  }
  return undefined;
}

function textOf(node: ts.Node | undefined): string {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : "(computed)";
}

export function parsed(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

export function nodesOf(node: ts.Node): ts.Node[] {
  const inside: ts.Node[] = [];
  ts.forEachChild(node, (child) => void inside.push(...nodesOf(child)));
  return [node, ...inside];
}

export function lineOf(file: ts.SourceFile, node: ts.Node): number {
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}
