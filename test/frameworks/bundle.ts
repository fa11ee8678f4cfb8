import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Plugin } from 'esbuild'
import { compile } from 'svelte/compiler'
import { compileScript, parse } from 'vue/compiler-sfc'

const require = createRequire(import.meta.url)
export const examples = fileURLToPath(new URL('../../examples/frameworks', import.meta.url))

/** The package as its users get it: what was built, by its exports. */
const built: Plugin = {
  name: 'built',
  setup: ({ onResolve }) => onResolve({ filter: /^handback(\/|$)/ }, ({ path }) => ({ path: require.resolve(path) })),
}

const compilerOptions = { isCustomElement: (tag: string): boolean => tag === 'handback-chat' }

const vue: Plugin = {
  name: 'vue',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor } = parse(await readFile(path, 'utf8'), { filename: path, templateParseOptions: compilerOptions })
      const { content } = compileScript(descriptor, { id: basename(path), inlineTemplate: true, templateOptions: { compilerOptions } })
      return { contents: content, loader: 'ts' }
    }),
}

const svelte: Plugin = {
  name: 'svelte',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => ({
      contents: compile(await readFile(path, 'utf8'), { filename: path, dev: true }).js.code,
      loader: 'js',
    }))
  },
}

/** A page's modules as a bundler makes them: the first by its name, what it loads later beside it. For development, so that Strict Mode is strict. */
export async function bundle(folder: string, entry: string): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    absWorkingDir: `${examples}/${folder}`,
    entryPoints: [entry],
    outdir: '/',
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
    target: 'es2022',
    conditions: ['development'],
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    plugins: [built, vue, svelte],
  })
  return new Map(outputFiles.map(({ path, text }) => [path, text]))
}
