import { dirname, join, relative, sep } from 'node:path'
import { type OnResolveArgs, type OnResolveResult, type Plugin, build } from 'esbuild'

const slashed = (path: string): string => path.split(sep).join('/')

/**
 * All modules that the sources of `named` (output name → source) load, at once or later, by output name: what has none there is named after its place
 * in `src`. Throws when two would be the same file.
 */
export async function modulesOf(root: string, named: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const { metafile } = await build({
    entryPoints: Object.values(named),
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

/** A little that the launcher and what comes after it both need, and that remembers nothing: the launcher has its own, so that a page loads one file for it. */
export function launchersOwn({ importer, resolveDir, path }: OnResolveArgs): OnResolveResult | undefined {
  const own = importer.endsWith('/mount-on.ts') && /\/(adopt|launcher-strings)\.ts$/.test(path)
  return own ? { path: join(resolveDir, path), suffix: '?own' } : undefined
}

/**
 * Each module of the package stays a file of its own and names the others, instead of taking them in. A bundler that splits code moves whole files:
 * of what stands together in one, a page that loads some at once loads all of it at once. None is there for its effect only, so what nothing is used
 * of is not named.
 */
export function apart(root: string, modules: Readonly<Record<string, string>>): Plugin {
  const names = new Map(Object.entries(modules).map(([name, source]) => [source, name]))
  const nameOf = (file: string): string => {
    const name = names.get(slashed(relative(root, file)))
    if (name === undefined) throw new Error(`${file} is no module of the package`)
    return name
  }
  return {
    name: 'apart',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\./ }, (args) => {
        const { path, kind, resolveDir, importer } = args
        if (kind === 'entry-point') return undefined
        const own = launchersOwn(args)
        if (own) return own
        const way = slashed(relative(dirname(nameOf(importer)), nameOf(join(resolveDir, path))))
        return { path: `${way.startsWith('.') ? '' : './'}${way}.js`, external: true, sideEffects: false }
      }),
  }
}
