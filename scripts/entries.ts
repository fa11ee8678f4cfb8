import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Every subpath that the package exports for bundlers and Node, and its source. Each is built to `dist/<the same path>`. */
export const entries = {
  '.': 'src/index.ts',
  './protocol': 'src/protocol/index.ts',
  './contracts': 'src/contracts/index.ts',
  './schema': 'src/schema/index.ts',
  './transports/http': 'src/transports/http.ts',
  './transports/in-process': 'src/transports/in-process.ts',
  './transports/websocket': 'src/transports/websocket.ts',
  './transports/broadcast-channel': 'src/transports/broadcast-channel.ts',
  './transports/replay': 'src/transports/replay.ts',
  './providers/knowledge': 'src/providers/knowledge.ts',
  './providers/openai': 'src/providers/openai.ts',
  './providers/openai-responses': 'src/providers/openai-responses.ts',
  './providers/anthropic': 'src/providers/anthropic.ts',
  './providers/gemini': 'src/providers/gemini.ts',
  './providers/ai-sdk': 'src/providers/ai-sdk.ts',
  './providers/ai-sdk-model': 'src/providers/ai-sdk-model.ts',
  './providers/ag-ui': 'src/providers/ag-ui.ts',
  './providers/prompt-api': 'src/providers/prompt-api.ts',
  './providers/scripted': 'src/providers/scripted.ts',
  './stores/memory': 'src/stores/memory.ts',
  './stores/sqlite': 'src/stores/sqlite.ts',
  './stores/indexeddb': 'src/stores/indexeddb.ts',
  './stores/folder': 'src/stores/folder-blobs.ts',
  './knowledge': 'src/knowledge/index.ts',
  './hub': 'src/hub/index.ts',
  './hub/node': 'src/hub/adapters/node.ts',
  './hub/tabs': 'src/hub/adapters/tabs.ts',
  './widget': 'src/widget/index.ts',
  './widget/element': 'src/widget/element.ts',
  './widget/themes': 'src/widget/themes.ts',
  './widget/locales/en': 'src/ui/locales/en.ts',
  './widget/locales/de': 'src/ui/locales/de.ts',
  './widget/locales/fr': 'src/ui/locales/fr.ts',
  './widget/locales/es': 'src/ui/locales/es.ts',
  './widget/locales/pt': 'src/ui/locales/pt.ts',
  './widget/locales/ar': 'src/ui/locales/ar.ts',
  './widget/locales/he': 'src/ui/locales/he.ts',
  './widget/locales/ja': 'src/ui/locales/ja.ts',
  './widget/locales/zh': 'src/ui/locales/zh.ts',
  './widget/locales/hi': 'src/ui/locales/hi.ts',
  './react': 'src/react/index.ts',
  './console': 'src/console/index.ts',
  './desk': 'src/desk/index.ts',
  './testing': 'src/testing/index.ts',
} as const

const locales = ['en', 'de', 'fr', 'es', 'pt', 'ar', 'he', 'ja', 'zh', 'hi'] as const

interface BrowserEntry {
  readonly source: string
  readonly types: string
}

const localeEntries = Object.fromEntries(
  locales.map((tag) => [`./browser/locales/${tag}.js`, { source: `src/ui/locales/${tag}.ts`, types: `./dist/widget/locales/${tag}.d.ts` }]),
) as Record<`./browser/locales/${(typeof locales)[number]}.js`, BrowserEntry>

/** Builds for pages without a bundler: everything inside, `dist/browser/<name>.js`. `types` is a build of `entries`, or one more. */
export const browserEntries = {
  './browser/widget.js': { source: 'src/widget/index.ts', types: './dist/widget.d.ts' },
  './browser/element.js': { source: 'src/widget/element.ts', types: './dist/widget/element.d.ts' },
  './browser/themes.js': { source: 'src/widget/themes.ts', types: './dist/widget/themes.d.ts' },
  './browser/snippet.js': { source: 'src/browser/snippet.ts', types: './dist/browser/snippet.d.ts' },
  './browser/replay.js': { source: 'src/browser/replay.ts', types: './dist/browser/replay.d.ts' },
  './browser/console.js': { source: 'src/browser/console.ts', types: './dist/browser/console.d.ts' },
  ...localeEntries,
} as const

/** Builds that do something when imported; everything else may be dropped by a bundler when nothing of it is used. */
export const effects = ['./dist/widget/element.js', './dist/browser/element.js', './dist/browser/snippet.js']

/** `'./hub/node'` → `'hub/node'`, `'.'` → `'index'`. */
export const outputOf = (subpath: string): string => (subpath === '.' ? 'index' : subpath.slice(2).replace(/\.js$/, ''))

/** The `exports` of package.json that follow from the two tables. */
export function exportsMap(): Record<string, string | { types: string; default: string }> {
  const map: Record<string, string | { types: string; default: string }> = {}
  for (const subpath of Object.keys(entries)) {
    map[subpath] = { types: `./dist/${outputOf(subpath)}.d.ts`, default: `./dist/${outputOf(subpath)}.js` }
  }
  for (const [subpath, { types }] of Object.entries(browserEntries)) map[subpath] = { types, default: `./dist/${outputOf(subpath)}.js` }
  map['./package.json'] = './package.json'
  return map
}

const exists = (source: string): boolean => existsSync(fileURLToPath(new URL(`../${source}`, import.meta.url)))

/** What the package build takes: output name → source, of the sources that exist. */
export const packageInput = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(entries)
      .filter(([, source]) => exists(source))
      .map(([subpath, source]) => [outputOf(subpath), source]),
  )

/** What the browser build takes: output name → source, of the sources that exist. */
export const browserInput = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(browserEntries)
      .filter(([, { source }]) => exists(source))
      .map(([subpath, { source }]) => [outputOf(subpath).replace(/^browser\//, ''), source]),
  )
