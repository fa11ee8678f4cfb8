import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/**
 * What a page pays for `createChat` with the http transport, and for the widget where it is built, in kB of 1,000 bytes:
 * bundled, minified, gzip -9. The floor is what the two libraries inside cost alone, measured in the same run.
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
async function bundle(contents: string): Promise<{ readonly code: Uint8Array; readonly parts: ReadonlyMap<string, number> }> {
  const stdin = { contents, resolveDir: root, loader: 'ts' } as const
  const result = await build({ stdin, bundle: true, minify: true, format: 'esm', platform: 'browser', write: false, metafile: true })
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
