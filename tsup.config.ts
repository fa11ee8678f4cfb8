import { defineConfig, type Options } from 'tsup'
import { browserInput, packageInput } from './scripts/entries.ts'
import { apart, modulesOf } from './scripts/modules.ts'
import { oneLook } from './scripts/one-look.ts'

const shared: Options = { format: 'esm', target: 'es2022', splitting: true, silent: true }

const browser = browserInput()
/** Pages without a bundler that have types of their own. */
const typed = ['console', 'replay', 'snippet']
const pages = Object.fromEntries(typed.flatMap((name) => (browser[name] === undefined ? [] : [[`browser/${name}`, browser[name]]])))

const page: Options = {
  ...shared,
  outDir: 'dist/browser',
  platform: 'browser',
  minify: true,
  noExternal: [/.*/],
  env: { NODE_ENV: 'production' },
}
const isLocale = ([name]: readonly [string, string]) => name.startsWith('locales/')
const [locales, tags] = [Object.entries(browser).filter(isLocale), Object.entries(browser).filter((entry) => !isLocale(entry))]

/** The snippet is no module, so it has the element as a file beside it. */
const besideIt: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'beside',
  setup: ({ onResolve }) => onResolve({ filter: /\/widget\/element\.ts$/ }, () => ({ path: './element.js', external: true })),
}
const classic: Options = {
  format: 'iife',
  splitting: false,
  esbuildPlugins: [besideIt],
  outExtension: () => ({ js: '.js' }),
  esbuildOptions: (options) => void (options.supported = { 'dynamic-import': true }),
}
const merged: Options = { esbuildPlugins: [oneLook(import.meta.dirname)] }
const special: Readonly<Record<string, Options>> = { snippet: classic, element: merged, widget: merged }

const modules = await modulesOf(import.meta.dirname, packageInput())

export default defineConfig([
  {
    ...shared,
    name: 'package',
    entry: modules,
    dts: { entry: { ...packageInput(), ...pages } },
    outDir: 'dist',
    platform: 'neutral',
    removeNodeProtocol: false,
    external: [/^node:/],
    esbuildPlugins: [apart(import.meta.dirname, modules)],
  },
  // One build each: what a page loads first is one file, and only what it loads later are others.
  ...tags.map(([name, source]): Options => ({ ...page, name, entry: { [name]: source }, ...special[name] })),
  // A dictionary stands alone.
  { ...page, name: 'locales', entry: Object.fromEntries(locales), splitting: false, esbuildOptions: (options) => void (options.charset = 'utf8') },
])
