import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { lineOf, parse, readSource, sourceFiles, walk } from './import-graph.ts'

interface Rule {
  readonly name: string
  readonly folders: readonly string[]
  /** Places where a file breaks it, each as `path:line what`. */
  offences(path: string, text: string): string[]
}

const everywhere = ['src', 'test', 'scripts', 'examples']

/** A rule about nodes of the syntax tree, so that comments and texts never count. */
const nodeRule = (name: string, folders: readonly string[], what: (node: ts.Node, path: string) => string | undefined): Rule => ({
  name,
  folders,
  offences(path, text) {
    const source = parse(path, text)
    const found: string[] = []
    walk(source, node => {
      const offence = what(node, path)
      if (offence !== undefined) found.push(`${path}:${lineOf(source, node)} ${offence}`)
    })
    return found
  },
})

const unsafe = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML', 'DOMParser', 'createContextualFragment'])
const testers = new Set(['it', 'test', 'describe', 'suite'])
const softeners = new Set(['only', 'skip', 'todo', 'skipIf', 'runIf', 'fails'])
// Put together so that this file does not break its own rule.
const unfinished = new RegExp(`\\b(${['TO', 'FIX'].map((half, at) => half + ['DO', 'ME'][at]).join('|')})\\b`)

/** The name before the first dot of `it.each.skip`. */
const baseName = (node: ts.Expression): string => (ts.isPropertyAccessExpression(node) ? baseName(node.expression) : node.getText())

const rules: readonly Rule[] = [
  {
    name: 'no source file has more than 250 lines',
    folders: ['src'],
    offences(path, text) {
      const lines = text.trimEnd().split('\n').length
      return lines > 250 ? [`${path} has ${lines} lines`] : []
    },
  },
  {
    name: 'nothing is left for later',
    folders: everywhere,
    offences: (path, text) => text.split('\n').flatMap((line, at) => (unfinished.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  },
  nodeRule('no test is left out or alone', ['test'], node =>
    ts.isPropertyAccessExpression(node) && softeners.has(node.name.text) && testers.has(baseName(node)) ? node.getText() : undefined,
  ),
  nodeRule('no markup is made from text', ['src'], node =>
    (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && unsafe.has(node.text) ? node.text : undefined,
  ),
  nodeRule("zod is imported only in src/schema, and where tools are defined outside src, as `import * as z from 'zod/mini'`", everywhere, (node, path) => {
    if (!ts.isStringLiteralLike(node) || !/^zod(\/|$)/.test(node.text)) return undefined
    const { parent } = node
    const loads = ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isCallExpression(parent) || ts.isLiteralTypeNode(parent)
    if (!loads) return undefined
    return /^(?:src\/schema|test|examples|bench)\//.test(path) && parent.getText() === "import * as z from 'zod/mini'" ? undefined : parent.getText()
  }),
  nodeRule('the type any is not used', everywhere, node => (node.kind === ts.SyntaxKind.AnyKeyword ? node.parent.getText() : undefined)),
  {
    name: 'no compiler message is suppressed',
    folders: everywhere,
    offences: (path, text) => text.split('\n').flatMap((line, at) => (/^\s*(\/\/|\{?\/\*+)\s*@ts-/.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  },
]

describe('the house rules', () => {
  for (const { name, folders, offences } of rules) {
    it(name, () => {
      const files = sourceFiles(...folders)
      expect(files.length).toBeGreaterThan(0)
      expect(files.flatMap(path => offences(path, readSource(path)))).toEqual([])
    })
  }
})

describe('the rules themselves', () => {
  const word = ['TO', 'DO'].join('')
  const broken: readonly (readonly [rule: string, path: string, text: string])[] = [
    ['no source file has more than 250 lines', 'src/a.ts', 'let a\n'.repeat(251)],
    ['nothing is left for later', 'src/a.ts', `// ${word}: later`],
    ['no test is left out or alone', 'test/a.test.ts', "it.only('works', () => {})"],
    ['no test is left out or alone', 'test/a.test.ts', "describe.each([1]).skip('works', () => {})\ntest.skip.each([1])('works', () => {})"],
    ['no markup is made from text', 'src/a.ts', 'element.innerHTML = text'],
    ['no markup is made from text', 'src/a.tsx', "const a = <p dangerouslySetInnerHTML={{ __html: '' }} />"],
    ["zod is imported only in src/schema, and where tools are defined outside src, as `import * as z from 'zod/mini'`", 'src/hub/a.ts', "import * as z from 'zod/mini'"],
    ["zod is imported only in src/schema, and where tools are defined outside src, as `import * as z from 'zod/mini'`", 'src/schema/a.ts', "import { z } from 'zod'"],
    ["zod is imported only in src/schema, and where tools are defined outside src, as `import * as z from 'zod/mini'`", 'test/a.ts', "const z = await import('zod')"],
    ['the type any is not used', 'src/a.ts', 'const a: any = 1'],
    ['no compiler message is suppressed', 'src/a.ts', '// @ts-ignore\nconst a = 1'],
  ]
  for (const [name, path, text] of broken) {
    it(`find what breaks “${name}”: ${text.split('\n', 1)[0]}`, () => {
      expect(rules.find(rule => rule.name === name)?.offences(path, text)).not.toEqual([])
    })
  }

  it('find nothing in code that keeps them', () => {
    const text = "import * as z from 'zod/mini'\n// innerHTML in a comment, and any word\nexport const a: unknown = z\n"
    expect(rules.flatMap(rule => rule.offences('src/schema/a.ts', text))).toEqual([])
  })
})
