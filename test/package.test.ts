import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { importSize, packedSizes, widgetSizes } from '../bench/size/widget.ts'
import { browserEntries, effects, entries, exportsMap } from '../scripts/entries.ts'
import { modulesOf } from '../scripts/modules.ts'
import { root } from './import-graph.ts'

const run = promisify(execFile)

interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>
  readonly sideEffects: readonly string[]
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
const targets = Object.values(manifest.exports).flatMap(target => (typeof target === 'string' ? [] : [target]))

/** The subpaths in the first column of README's tables: `handback…` in backticks. */
function documented(readme: string): string[] {
  const cells = [...readme.matchAll(/^\|([^|]*)\|/gm)].map(match => match[1] ?? '')
  const names = cells.flatMap(cell => [...cell.matchAll(/`handback([^`\s]*)`/g)].map(match => `.${match[1] ?? ''}`))
  return [...new Set(names)].sort()
}

/**
 * Imports modules in a Node of their own, where every name of the page is a trap, and prints which were touched by our files.
 * A look at whether a name is there is a touch too: what a module finds must not depend on when it was imported.
 */
const probe = `
const names = ['window', 'document', 'localStorage', 'sessionStorage', 'indexedDB', 'customElements', 'HTMLElement', 'BroadcastChannel', 'location']
const touched = []
for (const name of names) {
  Object.defineProperty(globalThis, name, { configurable: true, get() {
    const caller = (new Error().stack ?? '').split('\\n')[2] ?? ''
    if (caller.includes('/dist/') && !caller.includes('/node_modules/')) touched.push(name + ' ' + caller.trim())
    return undefined
  } })
}
for (const file of process.argv.slice(1)) await import(file)
console.log(JSON.stringify(touched))
`

async function touches(files: readonly string[]): Promise<string[]> {
  const { stdout } = await run(process.execPath, ['--no-warnings', '--input-type=module', '-e', probe, ...files.map(file => resolve(root, file))])
  return JSON.parse(stdout) as string[]
}

describe('the exports', () => {
  it('are those of the build, with types first', () => {
    expect(manifest.exports).toEqual(exportsMap())
    for (const target of targets) expect(Object.keys(target)).toEqual(['types', 'default'])
  })

  it('name the builds that have an effect, and no other', () => {
    expect(manifest.sideEffects).toEqual(effects)
    const files = new Set(targets.map(target => target.default))
    expect(effects.filter(file => !files.has(file))).toEqual([])
  })

  it('have a source each', () => {
    const sources = [...Object.values(entries), ...Object.values(browserEntries).map(entry => entry.source)]
    expect(sources.filter(source => !existsSync(join(root, source)))).toEqual([])
  })

  it('are built', () => {
    const files = targets.flatMap(target => [target.types, target.default])
    expect(files.filter(file => !existsSync(join(root, file)))).toEqual([])
  })

  it('are those of the table in README.md', () => {
    const names = documented(readFileSync(join(root, 'README.md'), 'utf8'))
    expect(names).toEqual(Object.keys(manifest.exports).filter(name => name !== './package.json').sort())
  })
})

describe('the built modules', () => {
  it('are imported by plain Node without a touch of the page or its storage', async () => {
    const files = targets.map(target => target.default).filter(file => !effects.includes(file))
    expect(await touches(files)).toEqual([])
  })

  it('that have an effect are imported by plain Node without an error', async () => {
    await expect(Promise.all(effects.map(file => touches([file])))).resolves.toHaveLength(effects.length)
  })
})

describe('what a page may want at once', () => {
  const widget = "import { mount } from './dist/widget.js'; console.log(mount);"
  const names = ['titleBadge', 'isHandbackError', 'deliveryOf', 'nextPhase']

  it.each(names)('%s does not make a page load at once what its widget loads later', async name => {
    const both = await importSize(`${widget} import { ${name} } from './dist/index.js'; console.log(${name})`)
    expect(both - await importSize(widget)).toBeLessThan(700)
  })

  it('is all of what `handback` exports, by the files of its parts and by no list of names', () => {
    const parts = readdirSync(join(root, 'src/light')).map(file => `export * from "./light/${file.replace(/ts$/, 'js')}";`)
    const lines = readFileSync(join(root, 'dist/index.js'), 'utf8').split('\n').filter(line => line && !line.startsWith('//'))
    expect(lines.sort()).toEqual(parts.sort())
  })
})

describe('the built package', () => {
  /** Within two percent, less too: a bundler that leaves out what has an effect is quick to look good. */
  const alike = (built: number, source: number): void => expect(Math.abs(built / source - 1), `${built} and ${source} bytes`).toBeLessThan(0.02)
  const pages: Readonly<Record<string, Readonly<Record<string, readonly [source: string, built: string]>>>> = {
    'the chat and its transport': { createChat: ['src/index.ts', 'index.js'], http: ['src/transports/http.ts', 'transports/http.js'] },
    'the desk': { createDesk: ['src/desk/index.ts', 'desk.js'] },
    'the console': { mountConsole: ['src/console/index.ts', 'console.js'] },
  }

  it.each(Object.keys(pages))('costs a page with %s at once what its sources cost', async page => {
    const sizes = [0, 1].map(async which => {
      const names = Object.entries(pages[page] ?? {})
      return importSize(names.map(([name, files]) => `import { ${name} } from './${which ? 'dist/' : ''}${files[which]}'; console.log(${name});`).join(' '))
    })
    const [source, built] = await Promise.all(sizes)
    alike(built as number, source as number)
  })

  it('costs a page with a widget and a chat of its own at once what the two cost, of which neither brings the other', async () => {
    const chat = `import { createChat } from './dist/index.js'; console.log(createChat);`
    const widget = `import { mount } from './dist/widget.js'; console.log(mount);`
    const [both, alone, launcher] = await Promise.all([chat + widget, chat, widget].map(code => importSize(code)))
    alike(both as number, (alone as number) + (launcher as number))
  })

  it.each(['element', 'mount'] as const)('costs a page with the widget what the one made for pages costs (%s): at once, when it is opened, and when the first answer comes', async entry => {
    const [made, built] = await Promise.all([widgetSizes(`src/widget/${entry}.ts`), packedSizes(entry)])
    for (const stage of ['launcher', 'firstOpen', 'checked', 'firstMessage'] as const) alike(built[stage], made[stage])
  })

  it('has a file for each module, and no two modules in one', async () => {
    const modules = await modulesOf(root, { index: 'src/index.ts', 'hub/node': 'src/hub/adapters/node.ts' })
    expect(modules).toMatchObject({ 'client/chat': 'src/client/chat.ts', 'hub/node': 'src/hub/adapters/node.ts' })
    await expect(modulesOf(root, { index: 'src/index.ts', 'client/chat': 'src/widget/themes.ts' })).rejects.toThrow('would both be client/chat.js')
  })
})

describe('the probe', () => {
  it('sees a module that looks at the page, by name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'handback-probe-'))
    await mkdir(join(folder, 'dist'))
    const file = join(folder, 'dist/looks.mjs')
    await writeFile(file, "export const here = typeof document !== 'undefined'\n")
    const found = await touches([file])
    await rm(folder, { recursive: true })
    expect(found).toEqual([expect.stringMatching(/^document .*looks\.mjs:1/)])
  })
})

describe('the lock file', () => {
  interface Locked {
    readonly resolved?: string
    readonly optionalDependencies?: Readonly<Record<string, string>>
  }
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { readonly packages: Readonly<Record<string, Locked>> }

  it('names no registry', () => {
    expect(Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined)).toEqual([])
  })

  // `npm ci` refuses a lock file without them, and `npm install` leaves them out where a registry does not have them.
  it('has every optional dependency, those of other systems too', () => {
    const names = new Set(Object.keys(packages).map(path => path.replace(/^.*node_modules\//, '')))
    const missing = Object.values(packages).flatMap(entry => Object.keys(entry.optionalDependencies ?? {}).filter(name => !names.has(name)))
    expect(missing).toEqual([])
  })
})

describe('the tarball', () => {
  it('holds the builds, the docs, the examples for integrators, README, LICENSE and package.json, and nothing else', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, maxBuffer: 16 * 1024 * 1024 })
    const packed = JSON.parse(stdout) as unknown
    const [first] = (Array.isArray(packed) ? packed : Object.values(packed as object)) as { readonly files: readonly { readonly path: string }[] }[]
    const paths = (first?.files ?? []).map(file => file.path)
    const tops = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'package.json']
    expect(paths.filter(path => !/^(dist|docs|examples\/custom-(transport|provider))\//.test(path)).sort()).toEqual(tops)
    expect(paths.filter(path => path.startsWith('docs/') && !/\.(md|png)$/.test(path))).toEqual([])
    expect(paths.filter(path => path.startsWith('dist/') && !/\.(js|d\.ts)$/.test(path))).toEqual([])
  })
})
