import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** One import, export-from, dynamic import or import type. */
export interface Import {
  /** Path of the importing file from the project's root, with forward slashes. */
  readonly from: string
  readonly line: number
  readonly specifier: string
  /** The imported file, for a relative specifier. */
  readonly file?: string
  /** The imported package (`node:fs`, `zod`, `@scope/name`), for any other. */
  readonly package?: string
  /** Leaves nothing behind when types are stripped. */
  readonly types: boolean
  /** Not followed until code asks for it. */
  readonly lazy: boolean
}

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Every source file below some folders of the project, as paths from its root. */
export function sourceFiles(...folders: readonly string[]): string[] {
  return folders
    .filter(folder => existsSync(join(root, folder)))
    .flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name => `${folder}/${name.split(sep).join('/')}`))
    .filter(path => /\.(ts|tsx|mts|js|mjs)$/.test(path))
    .sort()
}

export const readSource = (path: string): string => readFileSync(join(root, path), 'utf8')

export const parse = (path: string, text: string): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)

/** Calls `visit` with every node below and including `node`. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  node.forEachChild(child => walk(child, visit))
}

export const lineOf = (source: ts.SourceFile, node: ts.Node): number => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1

const onlyTypes = (elements: readonly { readonly isTypeOnly: boolean }[]): boolean => elements.length > 0 && elements.every(each => each.isTypeOnly)

const importsOnlyTypes = (clause: ts.ImportClause | undefined): boolean => {
  if (!clause) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const { name, namedBindings } = clause
  return !name && namedBindings !== undefined && ts.isNamedImports(namedBindings) && onlyTypes(namedBindings.elements)
}

const exportsOnlyTypes = ({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean =>
  isTypeOnly || (exportClause !== undefined && ts.isNamedExports(exportClause) && onlyTypes(exportClause.elements))

/** What a node imports, if it imports anything: the specifier and how. */
function imported(node: ts.Node): { specifier: ts.Node; types: boolean; lazy: boolean } | undefined {
  if (ts.isImportDeclaration(node)) return { specifier: node.moduleSpecifier, types: importsOnlyTypes(node.importClause), lazy: false }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) return { specifier: node.moduleSpecifier, types: exportsOnlyTypes(node), lazy: false }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return { specifier: node.argument.literal, types: true, lazy: false }
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
    return { specifier: node.moduleReference.expression, types: node.isTypeOnly, lazy: false }
  }
  const [argument] = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : []
  // a module of the page's own, by its address
  if (argument?.getFullText().includes('webpackIgnore: true')) return undefined
  return argument && { specifier: argument, types: false, lazy: true }
}

const packageOf = (specifier: string): string =>
  specifier.startsWith('node:') ? specifier : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

/** The file that a relative specifier means, from the project's root; a wrong ending stays as it is and is nobody's file. */
const resolveFile = (from: string, specifier: string): string => join(dirname(from), specifier).split(sep).join('/')

/** Everything that a file imports. A dynamic import of anything but a plain string throws, unless bundlers are told to leave it: nothing may hide from the graph. */
export function importsOf(path: string, text: string): Import[] {
  const source = parse(path, text)
  const found: Import[] = []
  walk(source, node => {
    const result = imported(node)
    if (!result) return
    const { specifier: literal, types, lazy } = result
    const line = lineOf(source, node)
    if (!ts.isStringLiteralLike(literal)) throw new Error(`${path}:${line} imports something that only running it can tell`)
    const specifier = literal.text
    const target = specifier.startsWith('.') ? { file: resolveFile(path, specifier) } : { package: packageOf(specifier) }
    found.push({ from: path, line, specifier, types, lazy, ...target })
  })
  return found
}

/** The imports of every file below src. */
export const sourceGraph = (): Import[] => sourceFiles('src').flatMap(path => importsOf(path, readSource(path)))

/** What is reached from a file by imports that exist when the code runs: every import on the way, each with its path from the start. */
export function reachable(graph: readonly Import[], start: string): Map<string, readonly Import[]> {
  const byFile = new Map<string, Import[]>()
  for (const each of graph) {
    const known = byFile.get(each.from)
    if (each.types) continue
    if (known) known.push(each)
    else byFile.set(each.from, [each])
  }
  const reached = new Map<string, readonly Import[]>([[start, []]])
  const open = [start]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const way = reached.get(file) ?? []
    for (const each of byFile.get(file) ?? []) {
      const target = each.file ?? each.package ?? ''
      if (reached.has(target)) continue
      reached.set(target, [...way, each])
      if (each.file !== undefined) open.push(each.file)
    }
  }
  return reached
}

