import { defineConfig, type Options } from 'tsup'
import { browserInput, packageInput } from './scripts/entries.ts'
import { apart, modulesOf } from './scripts/modules.ts'
import { latePartsOf, launchers, oneLook, sharing, widgetFiles } from './scripts/one-look.ts'

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
/** On a page of another origin a script that is no module has no address of its own to begin from; its tag has. */
const byItsTag: NonNullable<Options['plugins']>[number] = {
  name: 'by-its-tag',
  renderChunk(code) {
    const asked = 'import("./element.js")'
    if (!code.includes(asked)) throw new Error('The snippet does not ask for the element as it did.')
    return { code: code.replace(asked, 'import(new URL("element.js",document.currentScript.src||location))') }
  },
}
const classic: Options = {
  plugins: [byItsTag],
  format: 'iife',
  splitting: false,
  esbuildPlugins: [besideIt],
  outExtension: () => ({ js: '.js' }),
  esbuildOptions: (options) => void (options.supported = { 'dynamic-import': true }),
}
const parts = await latePartsOf(import.meta.dirname)
const merged: Options = { esbuildPlugins: [oneLook(import.meta.dirname, parts)] }
const special: Readonly<Record<string, Options>> = { snippet: classic, element: merged, widget: merged }

const modules = await modulesOf(import.meta.dirname, packageInput(), launchers)

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
    esbuildPlugins: [apart(import.meta.dirname, { ...modules, ...launchers })],
  },
  // By its parts instead: a bundler that splits code would make a dozen files of its modules' first look.
  {
    ...shared,
    name: 'widget',
    entry: widgetFiles(parts),
    outDir: 'dist',
    platform: 'neutral',
    noExternal: ['preact/jsx-runtime'],
    esbuildPlugins: [sharing, oneLook(import.meta.dirname, parts)],
    esbuildOptions: (options) => void (options.chunkNames = 'widget/[name]-[hash]'),
  },
  // One build each: what a page loads first is one file, and only what it loads later are others.
  ...tags.map(([name, source]): Options => ({ ...page, name, entry: { [name]: source }, ...special[name] })),
  // A dictionary stands alone.
  { ...page, name: 'locales', entry: Object.fromEntries(locales), splitting: false, esbuildOptions: (options) => void (options.charset = 'utf8') },
])
