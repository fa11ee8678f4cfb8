import { readFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { type Plugin, build } from 'esbuild'
import { slashed } from './modules.ts'

/** The launcher, by each of its ways into a page. */
export const launchers = { 'widget/mount': 'src/widget/mount.ts', 'widget/element': 'src/widget/element.ts' } as const

const look = 'src/widget/first-look.ts'
const base = 'src/ui/late-base.ts'
const thread = 'src/widget/thread-part.ts'
const engine = 'src/widget/compose.ts'
/** Fetched before any of the others, if at all. */
const checks = 'src/widget/checks.ts'

/** What these load is needed in a thread only, or together with it. */
const inThread = /\/(row|meta|message-body|attachment|offers|all-pages|conversations|load|mount-on)\.tsx?$/

/** What these load is needed by the chat itself only. */
const inChat = /^src\/(client|transports|internal)\//

/** A little that launcher and first look both need, and that remembers nothing: each has its own, so that the launcher stays in one file. */
const twice = /\/(adopt|kept-open|launcher-strings)\.ts$/
/** What is resolved again by us, not asked of us. */
const again = Symbol('again')

/** It remembers the titles of pages, for every widget and whoever else counts there: the package has one of it. */
const shared = 'src/client/title-badge.ts'

/** Each source that the widget loads later, with those that it stands on. */
export type LateParts = ReadonlyMap<string, readonly string[]>

/** What the widget loads later, the first look among them, by the sources as they are. */
export async function latePartsOf(root: string): Promise<LateParts> {
  const { metafile } = await build({
    entryPoints: Object.values(launchers),
    absWorkingDir: root,
    outdir: 'dist',
    bundle: true,
    packages: 'external',
    format: 'esm',
    metafile: true,
    write: false,
    logLevel: 'error',
  })
  const parts = new Map<string, readonly string[]>([[look, []], [base, [look]], [thread, [look, base]], [checks, [look]]])
  for (const [importer, { imports }] of Object.entries(metafile.inputs)) {
    const before = [look, base, ...(inChat.test(importer) ? [thread, engine] : inThread.test(importer) ? [thread] : [])]
    for (const { path, kind } of imports) {
      if (kind !== 'dynamic-import') continue
      const known = parts.get(path)
      // of several that load it, whichever stands on least
      if (!known || known.length > before.length) parts.set(path, before)
    }
  }
  return parts
}

/** One name of each, under which all that stands on it names it. */
const named: Readonly<Record<string, string>> = {
  [look]: 'createPanel as look',
  [base]: 'css as base, threadEnglish as words',
  [thread]: 'FullThread as thread',
  [engine]: 'composeChat as chat',
}

/**
 * A bundler with code splitting puts what the first opening shares with each part that is loaded later into files of their own, a dozen in
 * all. Here each later part depends on the whole first look, which is there anyway when it is loaded, so that the first look stays in one
 * piece: fewer requests, and better compressed. In the same way all later parts depend on what all of them stand on, and the chat itself
 * and what stands only in a thread on the thread. What JSX calls is made of what there is.
 */
export function oneLook(root: string, parts: LateParts): Plugin {
  return {
    name: 'one-look',
    setup({ onLoad, onResolve, resolve }) {
      onResolve({ filter: /^preact\/jsx-runtime$/ }, () => ({ path: join(root, 'src/ui/jsx.ts') }))
      onResolve({ filter: twice }, async ({ path, kind, resolveDir, importer, pluginData }) => {
        if (pluginData === again || /\/(element|mount|mount-on|define-element)\.ts$/.test(importer)) return undefined
        return { ...(await resolve(path, { kind, resolveDir, importer, pluginData: again })), suffix: '?look' }
      })
      onLoad({ filter: /\/src\/.*\.tsx?$/ }, async ({ path }) => {
        const before = parts.get(slashed(relative(root, path)))
        if (!before?.length) return undefined
        const lines = before.map((source) => `export { ${named[source]} } from ${JSON.stringify(join(root, source))}`)
        return { contents: [await readFile(path, 'utf8'), ...lines].join('\n'), loader: path.endsWith('x') ? 'tsx' : 'ts' }
      })
    },
  }
}

/** The files of the package's own build of the widget, by output name: its ways in, and what it loads later, each by its name. */
export function widgetFiles(parts: LateParts): Record<string, string> {
  const files: Record<string, string> = { ...launchers }
  for (const source of parts.keys()) {
    if (source === shared) continue
    const name = `widget/${basename(source).replace(/\.tsx?$/, '')}`
    if (files[name] !== undefined) throw new Error(`${files[name]} and ${source} would both be ${name}.js`)
    files[name] = source
  }
  return files
}

/** In the package's own build of the widget, all whose files stand in `dist/widget`: what it shares with the rest of the package stays a file of its own. */
export const sharing: Plugin = {
  name: 'sharing',
  setup: ({ onResolve }) => onResolve({ filter: /\/title-badge\.ts$/ }, () => ({ path: '../client/title-badge.js', external: true, sideEffects: false })),
}
