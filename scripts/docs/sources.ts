import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** What the protocol's sources say about themselves, read with the compiler. */

export interface Field {
  readonly name: string
  readonly type: string
  readonly optional: boolean
  readonly doc: string
  /** The protocol's own types that its type names. */
  readonly shapes: readonly ts.Symbol[]
}

export interface Item {
  readonly name: string
  readonly doc: string
  readonly fields: readonly Field[]
}

export interface Sources {
  readonly checker: ts.TypeChecker
  /** The members of an interface that maps names to data, such as `EventMap`. */
  map(name: string): readonly Item[]
  /** The members of a union, named by their literal field `tag`. */
  union(name: string, tag: string): readonly Item[]
  /** One type by itself: an interface has fields, a union of words has `words`. */
  shape(symbol: ts.Symbol): Item & { readonly words: readonly string[]; readonly alias: string }
  /** The comment on anything that is exported. */
  commentOf(name: string): string
  named(name: string): ts.Symbol
  /** The type that a name of the protocol or the policy stands for. */
  type(name: string): ts.Type
  readonly files: readonly ts.SourceFile[]
  /** What has no comment, as `where: what`. */
  readonly undocumented: readonly string[]
}

export const root = fileURLToPath(new URL('../..', import.meta.url))

const one = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
/** A comment as one paragraph, with what it links to as code. */
const prose = (text: string): string => one(text.replaceAll(/\{@link (\w+)\}/g, '`$1`'))

const firstSentence = (text = ''): string => /^.*?\.(?= |$)/.exec(text)?.[0] ?? text
/** A field of the type `Id` is called after what it names. */
const idOf = (field: string): string => /^(\w+): Id$/.exec(field)?.[1]?.replace(/^(?!id$)/, 'Id of the ').replace(/^id$/, 'Its id').concat('.') ?? ''
const upperFirst = (text: string): string => text && `${text[0]?.toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`

/** The comment between the members of a union stands before the bar, where the compiler gives it to nobody. */
function commentBefore(union: ts.UnionTypeNode, member: ts.TypeNode): string {
  const text = union.getSourceFile().text
  const before = union.types[union.types.indexOf(member) - 1]?.end ?? union.parent.getStart()
  const [last = ''] = text.slice(before, member.getStart()).match(/\/\*\*[\s\S]*?\*\//g)?.slice(-1) ?? []
  return prose(last.replaceAll(/^\/\*\*|\*\/$|^\s*\* ?/gm, ''))
}

const typeNodeOf = (symbol: ts.Symbol): ts.TypeNode | undefined => {
  const declaration = symbol.declarations?.[0]
  return declaration && (ts.isPropertySignature(declaration) || ts.isTypeAliasDeclaration(declaration)) ? declaration.type : undefined
}

/** Reads `src/protocol` and what it is documented with. */
export function readSources(): Sources {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config as unknown
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, root)
  const program = ts.createProgram(ts.sys.readDirectory(join(root, 'src'), ['.ts']), options)
  const checker = program.getTypeChecker()
  const files = program.getSourceFiles().filter(({ fileName }) => !relative(root, fileName).startsWith('node_modules'))
  const undocumented = new Set<string>()

  const docOf = (symbol: ts.Symbol): string => prose(ts.displayPartsToString(symbol.getDocumentationComment(checker)))
  const isShape = (node: ts.Node): boolean => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)
  const isOurs = ({ declarations = [] }: ts.Symbol): boolean =>
    declarations.some((each) => isShape(each) && /src\/protocol\/[\w-]+\.ts$/.test(each.getSourceFile().fileName))

  const resolve = (node: ts.EntityName): ts.Symbol | undefined => {
    const symbol = checker.getSymbolAtLocation(node)
    return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  }
  function shapesIn(node: ts.Node | undefined): ts.Symbol[] {
    const found: ts.Symbol[] = []
    const visit = (each: ts.Node): void => {
      const symbol = ts.isTypeReferenceNode(each) ? resolve(each.typeName) : undefined
      if (symbol && isOurs(symbol)) found.push(symbol)
      each.forEachChild(visit)
    }
    if (node) visit(node)
    return found
  }

  const textOf = (symbol: ts.Symbol): string => {
    const node = typeNodeOf(symbol)
    const text = node ? node.getText().replaceAll(/\/\*[\s\S]*?\*\//g, '') : checker.typeToString(checker.getTypeOfSymbol(symbol))
    return one(text).replaceAll('readonly ', '').replace(/^\| /, '')
  }

  // In events and commands a field without a comment means what it means where the noun is the same (`note-add`, `note-added`),
  // else what every comment on a field of its name and type says.
  const vocabulary: { readonly noun: string; readonly key: string; readonly doc: string }[] = []
  const nounOf = (name: string): string => name.replace(/-\w+$/, '')
  const inherited = (noun: string, key: string): string => {
    const same = vocabulary.filter((each) => each.key === key)
    const docs = new Set(same.map(({ doc }) => doc))
    return same.find((each) => each.noun === noun)?.doc ?? (docs.size === 1 && !key.endsWith(': Id') ? [...docs].join() : '')
  }
  /** `now`: the hub's clock. — a field that the comment of the whole explains. */
  const within = (doc: string, name: string): string => {
    const [, told] = new RegExp(`\`${name}\`: ([^.]+)\\.`).exec(doc) ?? []
    return told ?? (doc.includes(`\`${name}\``) ? 'See above.' : '')
  }

  const keyOf = (symbol: ts.Symbol): string => `${symbol.name}: ${textOf(symbol)}`

  function fieldOf(symbol: ts.Symbol, where: string, whole: string, noun = ''): Field {
    const node = typeNodeOf(symbol)
    const shapes = shapesIn(node)
    const named = shapes.filter(({ name }) => name !== 'Id').map(docOf).find(Boolean)
    const key = keyOf(symbol)
    const doc = docOf(symbol) || upperFirst(within(whole, symbol.name)) || (noun && inherited(noun, key)) || firstSentence(named) || idOf(key)
    if (!doc) undocumented.add(`${where}: ${symbol.name}`)
    return { name: symbol.name, type: textOf(symbol), optional: (symbol.flags & ts.SymbolFlags.Optional) !== 0, doc, shapes }
  }
  const fieldsOf = (type: ts.Type, where: string, whole: string, { without = '', noun = '' } = {}): Field[] =>
    checker.getPropertiesOfType(type).filter(({ name }) => name !== without).map((each) => fieldOf(each, where, whole, noun))

  function named(name: string): ts.Symbol {
    for (const file of files) {
      const module = /src\/(protocol|schema|conversation)\//.test(file.fileName) ? checker.getSymbolAtLocation(file) : undefined
      const symbol = module?.exports?.get(ts.escapeLeadingUnderscores(name))
      if (symbol && !(symbol.flags & ts.SymbolFlags.Alias)) return symbol
    }
    throw new Error(`Nothing in the protocol, its schemas or the machine is called ${name}.`)
  }
  const type = (name: string): ts.Type => checker.getDeclaredTypeOfSymbol(named(name))

  for (const member of ['EventMap', 'CommandMap'].flatMap((name) => checker.getPropertiesOfType(type(name)))) {
    for (const field of checker.getPropertiesOfType(checker.getTypeOfSymbol(member))) {
      if (docOf(field)) vocabulary.push({ noun: nounOf(member.name), key: keyOf(field), doc: docOf(field) })
    }
  }

  return {
    checker,
    files,
    named,
    type,
    map: (name) =>
      checker.getPropertiesOfType(type(name)).map((member) => {
        const doc = docOf(member)
        if (!doc) undocumented.add(`${name}: ${member.name}`)
        const fields = fieldsOf(checker.getTypeOfSymbol(member), `${name}: ${member.name}`, doc, { noun: nounOf(member.name) })
        return { name: member.name, doc, fields }
      }),
    union(name, tag) {
      const node = typeNodeOf(named(name))
      if (!node || !ts.isUnionTypeNode(node)) throw new Error(`${name} is not a union.`)
      return node.types.map((member) => {
        const memberType = checker.getTypeFromTypeNode(member)
        const word = memberType.getProperty(tag)
        const literal = word && checker.getTypeOfSymbol(word)
        const title = literal?.isStringLiteral() ? literal.value : member.getText()
        const doc = commentBefore(node, member) || (memberType.symbol.name === '__type' ? '' : docOf(memberType.symbol))
        if (!doc) undocumented.add(`${name}: ${title}`)
        return { name: title, doc, fields: fieldsOf(memberType, `${name}: ${title}`, doc, { without: tag }) }
      })
    },
    shape(symbol) {
      const declared = checker.getDeclaredTypeOfSymbol(symbol)
      const doc = docOf(symbol)
      if (!doc) undocumented.add(symbol.name)
      const node = typeNodeOf(symbol)
      const members = node && ts.isUnionTypeNode(node) ? [...node.types] : []
      const words = members.flatMap((each) => (ts.isLiteralTypeNode(each) && ts.isStringLiteral(each.literal) ? [each.literal.text] : []))
      const isInterface = symbol.declarations?.some(ts.isInterfaceDeclaration) ?? false
      return { name: symbol.name, doc, words, alias: textOf(symbol), fields: isInterface ? fieldsOf(declared, symbol.name, doc) : [] }
    },
    commentOf(name) {
      const doc = docOf(named(name))
      if (!doc) undocumented.add(name)
      return doc
    },
    get undocumented() {
      return [...undocumented]
    },
  }
}
