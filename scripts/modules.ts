import { dirname, join, relative, sep } from 'node:path'
import { type Plugin, build } from 'esbuild'

/** A path as sources are named. */
export const slashed = (path: string): string => path.split(sep).join('/')

type Named = Readonly<Record<string, string>>

/**
 * All modules that the sources of `named` (output name → source) load, at once or later, by output name: what has none there is named after its place
 * in `src`. Those of `elsewhere` have a build of their own, with all that they load. Throws when two would be the same file.
 */
export async function modulesOf(root: string, named: Named, elsewhere: Named = {}): Promise<Record<string, string>> {
  const own = new Set(Object.values(elsewhere))
  const { metafile } = await build({
    entryPoints: Object.values(named).filter((source) => !own.has(source)),
    plugins: [{
      name: 'elsewhere',
      setup: ({ onResolve }) =>
        onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
          const source = slashed(relative(root, join(resolveDir, path)))
          return own.has(source) ? { path, external: true } : undefined
        }),
    }],
    absWorkingDir: root,
    outdir: 'dist',
    bundle: true,
    packages: 'external',
    platform: 'neutral',
    format: 'esm',
    metafile: true,
    write: false,
    logLevel: 'error',
  })
  const names = new Map(Object.entries(named).map(([name, source]) => [source, name]))
  const modules: Record<string, string> = {}
  for (const source of Object.keys(metafile.inputs)) {
    const name = names.get(source) ?? source.replace(/^src\/|\.tsx?$/g, '')
    if (modules[name] !== undefined) throw new Error(`${modules[name]} and ${source} would both be ${name}.js`)
    modules[name] = source
  }
  return modules
}

/**
 * Each module of the package stays a file of its own and names the others, instead of taking them in. A bundler that splits code moves whole files:
 * of what stands together in one, a page that loads some at once loads all of it at once. None is there for its effect only, so what nothing is used
 * of is not named.
 */
export function apart(root: string, modules: Named): Plugin {
  const names = new Map(Object.entries(modules).map(([name, source]) => [source, name]))
  const nameOf = (file: string): string => {
    const name = names.get(slashed(relative(root, file)))
    if (name === undefined) throw new Error(`${file} is no module of the package`)
    return name
  }
  return {
    name: 'apart',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\./ }, ({ path, kind, resolveDir, importer }) => {
        if (kind === 'entry-point') return undefined
        const way = slashed(relative(dirname(nameOf(importer)), nameOf(join(resolveDir, path))))
        return { path: `${way.startsWith('.') ? '' : './'}${way}.js`, external: true, sideEffects: false }
      }),
  }
}
