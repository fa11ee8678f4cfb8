import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { entries } from '../scripts/entries.ts'

/**
 * What a page pays for `createChat` with the http transport, and for the widget where it is built, in kB of 1,000 bytes:
 * bundled, minified, gzip -9. The floor is what the two libraries inside cost alone, measured in the same run.
 * Then what each provider costs. Exits with 1 when the part of a provider that it shares with no other is above its limit.
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const core = `
  import { createChat } from './src/index.ts'
  import { http } from './src/transports/http.ts'
  console.log(createChat, http)`
const floor = `
  import { atom } from 'nanostores'
  import { createStore } from 'idb-keyval'
  console.log(atom, createStore)`

const zip = (code: Uint8Array): number => gzipSync(code, { level: 9 }).length
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`.padStart(9)
const line = (name: string, min: number, gz: number): void => console.log(`${name.padEnd(28)}${kB(min)} minified ${kB(gz)} gzipped`)

/** A page's bundle, and the bytes in it by folder. */
async function bundle(
  contents: string,
  options: Pick<BuildOptions, 'external' | 'plugins'> = {},
): Promise<{ readonly code: Uint8Array; readonly parts: ReadonlyMap<string, number> }> {
  const stdin = { contents, resolveDir: root, loader: 'ts' } as const
  const result = await build({ ...options, stdin, bundle: true, minify: true, format: 'esm', platform: 'browser', write: false, metafile: true })
  const parts = new Map<string, number>()
  for (const { inputs } of Object.values(result.metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const [, part = 'entry'] = /^(?:src|node_modules)\/([^/]+)/.exec(path) ?? []
      parts.set(part, (parts.get(part) ?? 0) + bytesInOutput)
    }
  }
  return { code: result.outputFiles[0]?.contents ?? new Uint8Array(), parts }
}

/** The files of a build that one of them loads at once, itself first, and those that it loads when they are wanted. */
function loads(entry: string): { readonly atOnce: ReadonlySet<string>; readonly later: ReadonlySet<string> } {
  const named = (file: string, how: RegExp): string[] => [...readFileSync(file, 'utf8').matchAll(how)].map(([, name = '']) => join(file, '..', name))
  const follow = (files: Iterable<string>, how: RegExp): Set<string> => {
    const found = new Set(files)
    for (const file of found) for (const next of named(file, how)) found.add(next)
    return found
  }
  const atOnce = follow([entry], /(?:from|import)\s*"(\.[^"]+)"/g)
  const all = follow(atOnce, /(?:from|import)\s*\(?"(\.[^"]+)"/g)
  return { atOnce, later: new Set([...all].filter((file) => !atOnce.has(file))) }
}

const [page, least] = [await bundle(core), await bundle(floor)]
line('createChat + http', page.code.length, zip(page.code))
for (const [part, bytes] of [...page.parts].sort(([, a], [, b]) => b - a)) if (bytes > 100) console.log(`  ${part.padEnd(26)}${kB(bytes)}`)
line('floor: two libraries alone', least.code.length, zip(least.code))
console.log(`ratio to the floor: ${(zip(page.code) / zip(least.code)).toFixed(1)}`)

const element = join(root, 'dist/browser/element.js')
if (existsSync(element)) {
  const { atOnce, later } = loads(element)
  for (const [name, files] of [['launcher', atOnce], ['widget, when it is opened', later]] as const) {
    const codes = [...files].map((file) => readFileSync(file))
    line(name, codes.reduce((sum, code) => sum + code.length, 0), codes.reduce((sum, code) => sum + zip(code), 0))
  }
} else console.log('launcher and widget: not built, `npm run build` first')

/** Most bytes that a provider may add to what all of them share; `knowledge` asks no service but is one, with its phrases in it. */
const OWN = 3000
const unlimited = './providers/knowledge'
const parser = 'eventsource-parser'
const shared: Plugin = {
  name: 'shared',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/(service|protocol)\// }, ({ path }) => (path.startsWith('.') ? { path, external: true } : undefined))
  },
}
const sizeOf = async (contents: string, options?: Parameters<typeof bundle>[1]): Promise<number> => zip((await bundle(contents, options)).code)
const all = (source: string): string => `export * from './${source}'`
const row = (name: string, ...sizes: readonly (number | string)[]): void =>
  console.log(name.padEnd(28) + sizes.map((size) => (typeof size === 'string' ? size.padStart(12) : kB(size).padStart(12))).join(''))

console.log()
row('providers, gzipped', 'own part', 'whole')
let tooLarge = 0
for (const [subpath, source] of Object.entries(entries)) {
  if (!subpath.startsWith('./providers/')) continue
  const own = await sizeOf(all(source), { plugins: [shared], external: [parser] })
  row(subpath.slice('./providers/'.length), own, await sizeOf(all(source)))
  if (own > OWN && subpath !== unlimited) tooLarge += 1
}
const folder = 'src/providers/service'
row('base: serviceProvider()', await sizeOf(all(`${folder}/service.ts`), { external: [parser] }))
row('base: all of service/', await sizeOf(readdirSync(join(root, folder)).map((file) => all(`${folder}/${file}`)).join('\n'), { external: [parser] }))
row(`floor: ${parser}`, await sizeOf(`export * from '${parser}'`))
if (tooLarge) console.log(`${tooLarge} own parts are above ${kB(OWN).trim()}`)
process.exitCode = tooLarge ? 1 : 0
