import { join } from 'node:path'
import type { Plugin } from 'esbuild'

/** A door of the package names what it exports by files that stand beside it, instead of taking them in. */
export function doors(root: string): Plugin {
  const index = join(root, 'src/index.ts')
  return {
    name: 'doors',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\.\/light\// }, ({ path, importer }) => (importer === index ? { path: path.replace(/ts$/, 'js'), external: true } : undefined)),
  }
}
