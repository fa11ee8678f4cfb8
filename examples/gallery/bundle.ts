import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The gallery's page, or another one, as files by path, built in memory from the sources. */
export async function bundle(page = fileURLToPath(new URL('page.ts', import.meta.url))): Promise<ReadonlyMap<string, string>> {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
  const { outputFiles } = await build({
    entryPoints: [page],
    outdir: here('out'),
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfig: here('../../tsconfig.json'),
  })
  return new Map(outputFiles.map(({ path, text }) => [path.slice(here('out').length), text]))
}
