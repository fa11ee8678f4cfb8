import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Plugin } from 'esbuild'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const notThere = (sources: RegExp): Plugin => ({
  name: 'not-there',
  setup: ({ onResolve }) => onResolve({ filter: sources }, ({ kind }) => (kind === 'dynamic-import' ? { path: './not-there.js', external: true } : undefined)),
})

/** The gallery's page, or another one, as files by path, built in memory from the sources. `missing`: sources that a page asks for later, and in vain. */
export async function bundle(page = here('page.ts'), missing?: RegExp): Promise<ReadonlyMap<string, string>> {
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
    plugins: missing ? [notThere(missing)] : [],
  })
  return new Map(outputFiles.map(({ path, text }) => [path.slice(here('out').length), text]))
}

/** The widget, alone, that finds neither its menu nor the pages of it: once they are fetched they are there for good, so that it takes a widget of its own. */
export const halfAWidget = (): Promise<ReadonlyMap<string, string>> => bundle(here('../../src/widget/index.ts'), /\/(menu|all-pages)\.tsx$/)
