import { describe, expect, it } from 'vitest'
import { browserEntries, entries } from '../scripts/entries.ts'
import { importsOf, reachable, sourceGraph, type Import } from './import-graph.ts'

interface Doors {
  /** Folders whose anything may be imported. */
  readonly imports?: readonly string[]
  /** Folders of which only types may be imported. */
  readonly types?: readonly string[]
  /** Packages; `node:*` stands for every built-in module. */
  readonly packages?: readonly string[]
}

const pure = ['protocol', 'schema', 'conversation', 'escalation', 'knowledge', 'privacy', 'analytics']
const plugin: Doors = { imports: ['protocol', 'contracts', 'internal'] }
const view = ['preact', '@nanostores/preact', 'nanostores']

/** Who may import what. A folder of src that is not here may not exist. Importing from oneself is always allowed. */
const table: Readonly<Record<string, Doors>> = {
  protocol: {},
  schema: { imports: ['protocol'], packages: ['zod'] },
  contracts: { imports: ['protocol'] },
  internal: { imports: ['protocol'] },
  conversation: { imports: ['protocol', 'internal'] },
  escalation: { imports: ['protocol', 'schema', 'conversation'] },
  knowledge: { imports: ['protocol'], types: ['contracts'], packages: ['minisearch', 'stemmer'] },
  privacy: { imports: ['protocol'] },
  client: { imports: ['protocol', 'contracts', 'internal', 'conversation'], packages: ['nanostores', 'idb-keyval'] },
  desk: { imports: ['protocol', 'contracts', 'internal', 'conversation', 'client'], packages: ['nanostores'] },
  hub: { imports: [...pure, 'contracts', 'internal'], packages: ['node:*', 'jose', 'pino', 'ws'] },
  transports: plugin,
  providers: { imports: [...(plugin.imports ?? []), 'knowledge'], packages: ['eventsource-parser'] },
  stores: { ...plugin, packages: ['node:*', 'idb'] },
  ui: { imports: ['protocol'], types: ['client', 'conversation'], packages: [...view, 'streaming-markdown'] },
  widget: { imports: ['protocol', 'ui', 'client'], types: ['conversation', 'contracts'], packages: view },
  react: { imports: ['client', 'widget'], packages: ['react', 'nanostores'] },
  light: { imports: ['client', 'conversation', 'protocol'] },
  console: { imports: ['protocol', 'ui', 'desk'], types: ['conversation', 'contracts'], packages: view },
  testing: { imports: ['protocol', 'contracts', 'internal', 'conversation', 'schema'], packages: ['node:*'] },
}

/** Files that put parts together and therefore may import across folders. */
const roots: Readonly<Record<string, Doors>> = {
  'src/index.ts': { imports: ['light'], types: ['protocol'] },
  'src/widget/compose.ts': { imports: ['client', 'transports'] },
  // asks a hub by itself, so needs where it answers
  'src/console/save-record.ts': { imports: ['internal', 'protocol', 'ui'] },
  // without a hub behind it, a replay tells what a hub would
  'src/transports/replay/stage.ts': { imports: ['conversation', 'protocol'] },
  'src/browser/replay.ts': { imports: ['client', 'console', 'desk', 'protocol', 'transports', 'widget'] },
  'src/browser/snippet.ts': { imports: ['protocol', 'widget'] },
  'src/browser/console.ts': { imports: ['console', 'desk', 'transports'] },
}

const folderOf = (file: string): string => /^src\/([^/]+)\//.exec(file)?.[1] ?? file

const show = ({ from, line, specifier, types }: Import): string => `${from}:${line} imports ${types ? 'the types of ' : ''}'${specifier}'`

function allowed(each: Import): boolean {
  const folder = folderOf(each.from)
  const doors = roots[each.from] ?? table[folder]
  if (!doors) return false
  if (each.package !== undefined) {
    const name = each.package.startsWith('node:') ? 'node:*' : each.package
    return (doors.packages ?? []).includes(name)
  }
  const target = folderOf(each.file ?? '')
  return target === folder || (doors.imports ?? []).includes(target) || (each.types && (doors.types ?? []).includes(target))
}

/** Every import that goes through a door that does not exist, readable. */
const offences = (graph: readonly Import[]): string[] => graph.filter(each => !allowed(each)).map(show)

interface Closure {
  readonly rule: string
  readonly starts: (file: string) => boolean
  readonly forbidden: (target: string) => boolean
}

const inFolder =
  (...folders: readonly string[]) =>
  (file: string): boolean =>
    folders.includes(folderOf(file))

const isNode = (target: string): boolean => target.startsWith('node:')
const pageEntries = [
  './protocol',
  '.',
  './transports/http',
  './transports/in-process',
  './transports/replay',
  './transports/websocket',
  './transports/broadcast-channel',
  './stores/indexeddb',
  './hub/tabs',
  './providers/knowledge',
  './providers/openai',
  './providers/ai-sdk',
  './providers/ag-ui',
  './providers/prompt-api',
  './providers/scripted',
  './stores/memory',
  './knowledge',
  './widget',
  './widget/element',
  './widget/themes',
  './react',
  './console',
  './desk',
] as const
const onPages = new Set<string>([...pageEntries.map(name => entries[name]), ...Object.values(browserEntries).map(entry => entry.source)])

/** What may not be reached at all, by however many steps. */
const closures: readonly Closure[] = [
  {
    rule: 'only schema, escalation, hub, cli and testing reach zod',
    starts: file => !inFolder('schema', 'escalation', 'hub', 'cli', 'testing')(file),
    forbidden: target => target === 'zod',
  },
  { rule: 'what pages load never reaches Node', starts: file => onPages.has(file), forbidden: isNode },
  { rule: 'only react reaches React', starts: file => !inFolder('react')(file), forbidden: target => /^react(-dom)?$/.test(target) },
  { rule: 'the hub never reaches a view', starts: inFolder('hub'), forbidden: target => [...view, 'streaming-markdown'].includes(target) },
  {
    rule: 'transports, providers and stores never reach each other, the client or the hub',
    starts: inFolder('transports'),
    forbidden: inFolder('providers', 'stores', 'client', 'hub'),
  },
  {
    rule: 'transports, providers and stores never reach each other, the client or the hub',
    starts: inFolder('providers'),
    forbidden: inFolder('transports', 'stores', 'client', 'hub'),
  },
  {
    rule: 'transports, providers and stores never reach each other, the client or the hub',
    starts: inFolder('stores'),
    forbidden: inFolder('transports', 'providers', 'client', 'hub'),
  },
]

/** Every file that reaches what it must not, with the way there. */
function trespasses(graph: readonly Import[]): string[] {
  const files = [...new Set(graph.flatMap(each => (each.file === undefined ? [each.from] : [each.from, each.file])))]
  return closures.flatMap(({ rule, starts, forbidden }) =>
    files
      .filter(file => starts(file))
      .flatMap(file =>
        [...reachable(graph, file)]
          .filter(([target]) => forbidden(target))
          .map(([target, way]) => `${rule}: ${[...way.map(each => each.from), target].join(' → ')}`),
      ),
  )
}

describe('the import graph', () => {
  const graph = sourceGraph()

  it('has no import through a door that the table does not have', () => {
    expect(graph.length).toBeGreaterThan(0)
    expect(offences(graph)).toEqual([])
  })

  it('reaches nothing that it must not, by however many steps', () => {
    expect(trespasses(graph)).toEqual([])
  })

  it('imports only files that exist, by their full names', () => {
    const missing = graph.filter(({ file }) => file !== undefined && !/\.(ts|tsx)$/.test(file))
    expect(missing.map(show)).toEqual([])
  })
})

describe('the checker', () => {
  const fabricate = (files: Readonly<Record<string, string>>): Import[] => Object.entries(files).flatMap(([path, text]) => importsOf(path, text))

  it('sees every form of import, and none in comments and strings', () => {
    const graph = fabricate({
      'src/hub/a.ts': [
        "import one from './one.ts'",
        "import type { Two } from './two.ts'",
        "import { type Three } from './three.ts'",
        "export * from './four.ts'",
        "export type { Five } from './five.ts'",
        "import './six.ts'",
        "type Seven = import('./seven.ts').Seven",
        "const eight = () => import('./eight.ts')",
        "// import './nine.ts'",
        "const ten = `import './ten.ts'`",
        "import { type Eleven, twelve } from '@scope/name/deep'",
      ].join('\n'),
    })
    expect(graph.map(({ specifier, types, lazy }) => [specifier, types, lazy])).toEqual([
      ['./one.ts', false, false],
      ['./two.ts', true, false],
      ['./three.ts', true, false],
      ['./four.ts', false, false],
      ['./five.ts', true, false],
      ['./six.ts', false, false],
      ['./seven.ts', true, false],
      ['./eight.ts', false, true],
      ['@scope/name/deep', false, false],
    ])
    expect(graph.at(-1)?.package).toBe('@scope/name')
    expect(graph[0]?.file).toBe('src/hub/one.ts')
  })

  it('refuses an import whose target is computed, unless it says that no bundler follows it', () => {
    expect(fabricate({ 'src/widget/a.ts': 'const load = (address: string) => import(/* webpackIgnore: true */ /* @vite-ignore */ address)' })).toEqual([])
    expect(() => fabricate({ 'src/hub/a.ts': 'const load = (name: string) => import(name)' })).toThrow('src/hub/a.ts:1')
  })

  it('names an import through a missing door, by file and line', () => {
    const graph = fabricate({
      'src/stores/a.ts': "\nimport { hub } from '../hub/index.ts'\nimport { Header } from '../protocol/index.ts'",
      'src/protocol/a.ts': "import { z } from 'zod'",
      'src/ui/a.ts': "import { createChat } from '../client/create-chat.ts'\nimport type { Chat } from '../client/api.ts'",
      'src/stray/a.ts': "import '../protocol/index.ts'",
    })
    expect(offences(graph)).toEqual([
      "src/stores/a.ts:2 imports '../hub/index.ts'",
      "src/protocol/a.ts:1 imports 'zod'",
      "src/ui/a.ts:1 imports '../client/create-chat.ts'",
      "src/stray/a.ts:1 imports '../protocol/index.ts'",
    ])
  })

  it('names a forbidden target with the way to it, through types only where code is left', () => {
    const graph = fabricate({
      'src/client/a.ts': "import '../conversation/b.ts'\nimport type { C } from '../schema/index.ts'",
      'src/conversation/b.ts': "export { z } from '../schema/index.ts'",
      'src/schema/index.ts': "import * as z from 'zod/mini'",
      'src/hub/a.ts': "const load = () => import('../ui/row.tsx')",
      'src/ui/row.tsx': "import { h } from 'preact'",
      'src/transports/http.ts': "import '../internal/file.ts'",
      'src/internal/file.ts': "import 'node:fs'",
    })
    const found = trespasses(graph)
    expect(found).toContain(
      'only schema, escalation, hub, cli and testing reach zod: src/client/a.ts → src/conversation/b.ts → src/schema/index.ts → zod',
    )
    expect(found).toContain('the hub never reaches a view: src/hub/a.ts → src/ui/row.tsx → preact')
    expect(found).toContain('what pages load never reaches Node: src/transports/http.ts → src/internal/file.ts → node:fs')
    expect(found).toHaveLength(4)
  })
})
