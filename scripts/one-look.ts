import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'

/** What these load is needed in a thread only, or together with it. */
const inThread = /\/(row|meta|message-body|attachment|offers|all-pages|conversations|load|mount-on)\.tsx?$/

/** What these load is needed by the chat itself only. */
const inChat = /\/src\/(client|transports|internal)\//

/** A little that launcher and first look both need, and that remembers nothing: each has its own, so that the launcher stays in one file. */
const twice = /\/(adopt|kept-open|launcher-strings)\.ts$/

/**
 * A bundler with code splitting puts what the first opening shares with each part that is loaded later into files of their own, a dozen in
 * all. Here each later part depends on the whole first look, which is there anyway when it is loaded, so that the first look stays in one
 * piece: fewer requests, and better compressed. In the same way all later parts depend on what all of them stand on, and the chat itself
 * and what stands only in a thread on the thread. What JSX calls is made of what there is.
 */
export function oneLook(root: string): Plugin {
  const look = join(root, 'src/widget/first-look.ts')
  const base = join(root, 'src/ui/late-base.ts')
  const thread = join(root, 'src/widget/thread-part.ts')
  return {
    name: 'one-look',
    setup({ onLoad, onResolve, resolve }) {
      const first = `createPanel as look } from ${JSON.stringify(look)}`
      const common = `css as base, threadEnglish as words } from ${JSON.stringify(base)}`
      const around = `FullThread as thread } from ${JSON.stringify(thread)}`
      const chat = `composeChat as chat } from ${JSON.stringify(join(root, 'src/widget/compose.ts'))}`
      const later = new Map<string, readonly string[]>([[base, [first]], [thread, [first, common]]])
      onResolve({ filter: /^\./ }, async ({ path, kind, resolveDir, importer, pluginData }) => {
        if (kind !== 'dynamic-import' || pluginData === later) return undefined
        const found = await resolve(path, { kind, resolveDir, importer, pluginData: later })
        // fetched before any of the others, if at all
        const beside = found.path === join(root, 'src/widget/checks.ts')
        const behind = inChat.test(importer) ? [around, chat] : inThread.test(importer) ? [around] : []
        if (found.path !== look && !later.has(found.path)) later.set(found.path, beside ? [first] : [first, common, ...behind])
        return found
      })
      onResolve({ filter: /^preact\/jsx-runtime$/ }, () => ({ path: join(root, 'src/ui/jsx.ts') }))
      onResolve({ filter: twice }, async ({ path, kind, resolveDir, importer, pluginData }) => {
        if (pluginData === later || /\/(element|mount|mount-on|define-element)\.ts$/.test(importer)) return undefined
        return { ...(await resolve(path, { kind, resolveDir, importer, pluginData: later })), suffix: '?look' }
      })
      onLoad({ filter: /\/src\/.*\.tsx?$/ }, async ({ path }) => {
        const before = later.get(path)
        if (!before) return undefined
        const contents = [await readFile(path, 'utf8'), ...before.map((names) => `export { ${names}`)].join('\n')
        return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' }
      })
    },
  }
}
