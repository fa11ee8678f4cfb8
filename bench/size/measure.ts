import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, type Metafile, build } from 'esbuild'

/** Sizes are in kB of 1,000 bytes: bundled, minified, gzip -9, each file on its own as a server sends it. */

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const zip = (code: Uint8Array): number => gzipSync(code, { level: 9 }).length
export const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

export interface Bundle {
  /** The file of an entry, or of a module that is loaded later. */
  fileOf(source: string): string
  /** What is loaded at once with these files, themselves included. */
  closure(...files: readonly string[]): ReadonlySet<string>
  /** Modules that are loaded when they are wanted, by something in these files. */
  later(files: Iterable<string>): readonly string[]
  gz(files: Iterable<string>): number
  /** Minified bytes by source file. */
  inputs(files: Iterable<string>): ReadonlyMap<string, number>
}

/** What a bundler with code splitting makes of one entry: a file of the repository, or code. */
export async function bundle(entry: string, options: Pick<BuildOptions, 'external' | 'plugins' | 'minify'> = {}): Promise<Bundle> {
  const code = /[\s;]/.test(entry)
  const { metafile, outputFiles } = await build({
    ...(code ? { stdin: { contents: entry, resolveDir: root, loader: 'ts', sourcefile: 'entry.ts' } } : { entryPoints: [join(root, entry)] }),
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    outdir: join(root, 'out'),
    absWorkingDir: root,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    ...options,
  })
  const files = metafile.outputs
  const sizes = new Map(outputFiles.map(({ path, contents }) => [path.slice(root.length), zip(contents)]))
  const importsOf = (file: string, kind: Metafile['outputs'][string]['imports'][number]['kind']): readonly string[] =>
    (files[file]?.imports ?? []).filter((one) => one.kind === kind && files[one.path]).map(({ path }) => path)
  function closure(...from: readonly string[]): ReadonlySet<string> {
    const found = new Set(from)
    for (const file of found) for (const next of importsOf(file, 'import-statement')) found.add(next)
    return found
  }
  return {
    closure,
    fileOf(source) {
      const found = Object.entries(files).find(([, { entryPoint }]) => entryPoint === source)
      if (!found) throw new Error(`${source} has no file of its own: is it still loaded on its own?`)
      return found[0]
    },
    later: (from) => [...new Set([...from].flatMap((file) => importsOf(file, 'dynamic-import')))].map((file) => files[file]?.entryPoint ?? file),
    gz: (from) => [...from].reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0),
    inputs(from) {
      const bytes = new Map<string, number>()
      for (const file of from) {
        for (const [path, { bytesInOutput }] of Object.entries(files[file]?.inputs ?? {})) bytes.set(path, (bytes.get(path) ?? 0) + bytesInOutput)
      }
      return bytes
    },
  }
}
