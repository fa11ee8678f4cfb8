import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { entries } from '../../scripts/entries.ts'
import { kB, root } from './measure.ts'
import { importSize } from './widget.ts'

/** Most bytes that a provider may add to what all of them share; `knowledge` asks no service but is one, with its phrases in it. */
const OWN = 3000
const unlimited = './providers/knowledge'
const parser = 'eventsource-parser'
const shared: Plugin = {
  name: 'shared',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/(service|protocol)\// }, ({ path }) => (path.startsWith('.') ? { path, external: true } : undefined))
  },
}
const all = (source: string): string => `export * from './${source}';`
const row = (name: string, ...sizes: readonly (number | string)[]): void =>
  console.log(name.padEnd(28) + sizes.map((size) => (typeof size === 'string' ? size : kB(size)).padStart(12)).join(''))

/** What each provider costs. Returns how many have a part that they share with no other, and that is too large. */
export async function providers(): Promise<number> {
  row('providers, gzipped', 'own part', 'whole')
  let tooLarge = 0
  for (const [subpath, source] of Object.entries(entries)) {
    if (!subpath.startsWith('./providers/')) continue
    const own = await importSize(all(source), { plugins: [shared], external: [parser] })
    row(subpath.slice('./providers/'.length), own, await importSize(all(source)))
    if (own > OWN && subpath !== unlimited) tooLarge += 1
  }
  const folder = 'src/providers/service'
  row('base: serviceProvider()', await importSize(all(`${folder}/service.ts`), { external: [parser] }))
  const service = readdirSync(join(root, folder)).map((file) => all(`${folder}/${file}`))
  row('base: all of service/', await importSize(service.join('\n'), { external: [parser] }))
  row(`floor: ${parser}`, await importSize(`export * from '${parser}';`))
  if (tooLarge) console.log(`${tooLarge} own parts are above ${kB(OWN)}`)
  return tooLarge
}
