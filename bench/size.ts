import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { entries } from '../scripts/entries.ts'
import { budgets, core, imports } from './size/budgets.ts'
import { bundle, kB, root } from './size/measure.ts'
import { peers } from './size/peers.ts'
import { providers } from './size/providers.ts'
import { importSize, packedSizes, widgetSizes } from './size/widget.ts'

/**
 * What pages pay, in kB of 1,000 bytes, gzipped: the widget by what is loaded when, each import of the package that a page makes, and each provider.
 * A budget is what was reached; the number beside it is what we want. Exits with 1 when a budget is missed.
 */

const libraries = `
  import * as preact from 'preact'; import * as hooks from 'preact/hooks'; import { jsx } from 'preact/jsx-runtime'
  import { atom } from 'nanostores'; import * as markdown from 'streaming-markdown'
  console.log(preact.h, preact.render, preact.Component, preact.createContext, Object.keys(hooks), jsx, atom)
  console.log(markdown.parser, markdown.parser_write, markdown.parser_end)`
const floor = `import { atom } from 'nanostores'; import { createStore } from 'idb-keyval'; console.log(atom, createStore)`

let missed = 0
function line(name: string, bytes: number, budget?: number, target?: number): void {
  const over = budget !== undefined && bytes > budget
  if (over) missed += 1
  const limit = budget === undefined ? '' : `${over ? 'MISSED' : 'within'} ${kB(budget)}${target === undefined ? '' : `, wanted ${kB(target)}`}`
  console.log(`${name.padEnd(38)}${kB(bytes).padStart(9)}  ${limit}`)
}
function folders(bytes: Iterable<readonly [source: string, bytes: number]>): void {
  const parts = new Map<string, number>()
  for (const [path, size] of bytes) {
    const named = /styles|-css\.ts$/.test(path) ? 'styles' : /\/(english|strings)\.ts$/.test(path) ? 'English' : undefined
    const part = named ?? /(?:src|node_modules)\/([^/]+)/.exec(path)?.[1] ?? 'entry'
    parts.set(part, (parts.get(part) ?? 0) + size)
  }
  for (const [part, size] of [...parts].sort(([, a], [, b]) => b - a)) {
    if (size > 300) console.log(`    ${part.padEnd(34)}${kB(size).padStart(9)}  minified`)
  }
}

const widget = await widgetSizes()
console.log('the widget')
line('launcher, before the first click', widget.launcher, budgets.page.launcher, 5_000)
line('first open', widget.firstOpen, budgets.page.firstOpen, 25_000)
folders(widget.inside)
line('  with options to be looked at', widget.checked, budgets.page.checked)
line('first open and first message', widget.firstMessage, budgets.page.firstMessage)
line('floor: the libraries of the first open', await importSize(libraries))
console.log('  later, on top of that')
for (const [name, bytes] of [...widget.parts].sort(([, a], [, b]) => b - a)) line(`    ${name}`, bytes, budgets.part)

console.log('\nwhat an import loads at once')
const page = await bundle(core)
const files = page.closure(page.fileOf('entry.ts'))
line('createChat + http', page.gz(files), budgets.core, 11_000)
folders(page.inputs(files))
line('floor: the two libraries inside', await importSize(floor))
for (const { subpath, budget, external } of imports) {
  const source = entries[subpath]
  if (!existsSync(join(root, source))) continue
  line(`handback${subpath.slice(1)}`, await importSize(source, { external: [...(external ?? [])] }), budget)
}
if (existsSync(join(root, 'dist/index.js'))) {
  console.log('\nthe same of the built package, by a bundler of the page')
  for (const entry of ['element', 'mount'] as const) {
    const packed = await packedSizes(entry)
    line(`launcher (${entry})`, packed.launcher, budgets.page.launcher)
    line('  first open', packed.firstOpen, budgets.page.firstOpen, 25_000)
    line('    with options to be looked at', packed.checked, budgets.page.checked)
    line('  and first message', packed.firstMessage, budgets.page.firstMessage)
  }
  const named = (name: string, entry: string): string => `import { ${name} } from './dist/${entry}.js'; console.log(${name});`
  line('createChat + http', await importSize(named('createChat', 'index') + named('http', 'transports/http')), budgets.core)
  line('createDesk', await importSize(named('createDesk', 'desk')), 17_300)
  line('mountConsole', await importSize(named('mountConsole', 'console')), 52_500)
  for (const name of ['titleBadge', 'isHandbackError', 'deliveryOf', 'nextPhase']) {
    line(`  of handback, ${name} alone`, await importSize(named(name, 'index')), 400)
    line('    beside a widget', await importSize(named(name, 'index') + named('mount', 'widget')), 5_400)
  }
}

console.log('\nothers, all that they load to show a conversation; ours is the first open and the first message')
await peers(widget.firstMessage)

console.log()
missed += await providers()
process.exitCode = missed ? 1 : 0
