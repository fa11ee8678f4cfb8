import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'

/**
 * A bundler with code splitting puts what the first opening shares with each part that is loaded later into files of their own, a dozen in
 * all. Here each later part depends on the whole first look, which is there anyway when it is loaded, so that the first look stays in one
 * piece: fewer requests, and better compressed.
 */
export function oneLook(root: string): Plugin {
  const look = join(root, 'src/widget/first-look.ts')
  return {
    name: 'one-look',
    setup({ onLoad, onResolve, resolve }) {
      const later = new Set<string>()
      onResolve({ filter: /^\./ }, async ({ path, kind, resolveDir, importer, pluginData }) => {
        if (kind !== 'dynamic-import' || pluginData === later) return undefined
        const found = await resolve(path, { kind, resolveDir, importer, pluginData: later })
        if (found.path !== look) later.add(found.path)
        return found
      })
      onLoad({ filter: /\/src\/(widget|ui)\/.*\.tsx?$/ }, async ({ path }) => {
        if (!later.has(path)) return undefined
        const contents = `${await readFile(path, 'utf8')}\nexport { createPanel as look } from ${JSON.stringify(look)}\n`
        return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' }
      })
    },
  }
}
