import { parseArgs } from 'node:util'
import { launchChromium } from '../test/browser/chromium.ts'
import { linear } from './widget/linear.ts'
import { type LongThread, openLong } from './widget/long-thread.ts'
import { type Cost, type Frames, type LauncherCost, launcherCost, median, streamCost, streamFrames } from './widget/measure.ts'
import { peersFolder } from './widget/peers.ts'
import { openSite } from './widget/site.ts'

/**
 * What the widget costs a page's main thread while an answer is streamed: 2,000 deltas of about 4 characters, one each 5 ms, each a task of
 * its own. Beside it in the same browser, in turn: the floor (a box with a streaming Markdown parser, fed once per frame, and nothing else)
 * and what others ship. All must show the same words. Then threads of 1,000 and 10,000 messages, and what the launcher costs.
 * What it costs and how its frames come are measured in turns of their own, because whoever counts frames makes the page pay for each.
 * Times are of the processor, medians of all runs; judge by ratios. Ends with 1 when a target is missed.
 *
 *     npm run bench:widget                      the whole table (about 30 minutes)
 *     npm run bench:widget -- --quick           one run, against the floor only
 *     npm run bench:widget -- --runs 3          fewer runs
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, runs: { type: 'string' } } })
const runs = Number(values.runs ?? (values.quick ? 1 : 5))

const ours = 'handback.ts'
const floor = 'floor.tsx'
const names: Readonly<Record<string, string>> = {
  [ours]: 'handback, the whole widget', [floor]: 'floor: parser alone', 'ai-sdk.js': 'AI SDK, memo + 50 ms', 'assistant-ui.js': 'assistant-ui thread',
  'deep-chat.js': 'deep-chat',
}
/** Highest share of each that ours may cost. */
const targets: readonly (readonly [page: string, most: number])[] =
  [[floor, 1.25], ['ai-sdk.js', 0.65], ['assistant-ui.js', 0.25], ['deep-chat.js', 0.12]]

const peers = values.quick ? undefined : peersFolder()
const compared = targets.filter(([page]) => page === floor || peers !== undefined)
const site = await openSite([ours, 'launcher.ts', 'empty.ts', ...compared.map(([page]) => page)], peers)
const browser = await launchChromium()
const address = (page: string): string => `${site.base}/${page.replace(/\.\w+$/, '')}.html`
let missed = 0

function judge(what: string, value: number, most: number): void {
  const met = value <= most
  if (!met) missed += 1
  console.log(`  ${what.padEnd(52)}${value.toFixed(2).padStart(7)}   target ≤ ${most}${met ? '' : '   MISSED'}`)
}
const middle = <K extends string>(list: readonly Readonly<Record<K, number>>[], key: K): number => median(list.map((each) => each[key]))

/** One turn of a page: what it cost, and, seen in another, its frames and what it cost with them. */
interface Turn extends Cost, Frames {
  readonly seen: number
}

function tell(name: string, turns: readonly Turn[]): void {
  const ms = (key: keyof Turn): string => middle(turns, key).toFixed(0).padStart(6)
  console.log(`  ${name.padEnd(30)}${(['task', 'script', 'layout', 'style', 'lag', 'dropped', 'long', 'longest', 'seen'] as const).map(ms).join('')}`)
}

interface Entry {
  readonly key: string
  readonly page: string
  readonly messages?: number
}

/** Streams into each page in turn, as often as there are runs. */
async function race(entries: readonly Entry[], slower: number): Promise<Map<string, Turn[]>> {
  const turns = new Map<string, Turn[]>(entries.map(({ key }) => [key, []]))
  for (let run = 0; run < runs; run += 1) {
    for (const { key, page, messages = 0 } of entries) {
      const cost = await streamCost(browser, address(page), messages, slower)
      const { task: seen, ...frames } = await streamFrames(browser, address(page), messages, slower)
      turns.get(key)?.push({ ...cost, ...frames, seen })
    }
  }
  return turns
}

async function streaming(slower: number): Promise<void> {
  const more = slower === 1 ? [{ key: 'more', page: ours, messages: 1000 }] : []
  const others = compared.slice(1).map(([page]) => ({ key: page, page }))
  const turns = await race([{ key: floor, page: floor }, { key: ours, page: ours }, ...more, ...others], slower)
  console.log(`\nStreaming, ${runs} runs, a processor ${slower > 1 ? `${slower} times as slow` : 'as it is'}: ms;`)
  console.log('with each frame asked for: dropped frames, tasks over 50 ms, the longest, and the task time of these turns')
  console.log(`${''.padEnd(32)}  task script layout style   lag  drop  long   max  seen`)
  for (const [key, list] of turns) tell(names[key] ?? 'handback, 1,000 messages shown', list)
  const own = turns.get(ours) ?? []
  for (const [page, most] of compared) {
    const than = turns.get(page) ?? []
    judge(`task time: handback / ${names[page]}`, middle(own, 'task') / middle(than, 'task'), most)
    console.log(`    the same with each frame asked for${(middle(own, 'seen') / middle(than, 'seen')).toFixed(2).padStart(23)}`)
  }
  const base = turns.get(floor) ?? []
  judge('dropped frames more than the floor, per 100', Math.max(0, middle(own, 'dropped') - middle(base, 'dropped')) / 6, 1)
  judge('tasks over 50 ms more than the floor', Math.max(0, middle(own, 'long') - middle(base, 'long')), 0)
  const shown = turns.get('more')
  if (shown) judge('task time: 1,000 messages shown / none', middle(shown, 'task') / middle(own, 'task'), 1.1)
}

async function longThreads(): Promise<void> {
  const sizes = [1000, 10_000] as const
  const seen = new Map<number, LongThread[]>(sizes.map((size) => [size, []]))
  for (let run = 0; run < runs; run += 1) {
    for (const size of sizes) seen.get(size)?.push(await openLong(browser, address(ours), size))
  }
  console.log(`\nLong threads, ${runs} runs: ms to open, of which the main thread; to leap to message 0; then by the wheel, in steps of 2,500 pixels`)
  console.log(`${''.padEnd(32)}  open  task  leap    steps blank  long   max`)
  for (const [size, list] of seen) {
    const of = (key: keyof LongThread, width = 6): string => middle(list, key).toFixed(0).padStart(width)
    console.log(`  ${`${size} messages`.padEnd(30)}${(['open', 'task', 'leap'] as const).map((key) => of(key)).join('')}` +
      `${of('frames', 9)}${of('blank')}${of('long')}${of('longest')}`)
  }
  const [small, large] = sizes.map((size) => seen.get(size) ?? [])
  judge('opening: 10,000 messages / 1,000', middle(large ?? [], 'task') / middle(small ?? [], 'task'), 1.5)
  judge('back to message 0: frames with a blank place', middle(large ?? [], 'blank'), 0)
  judge('back to message 0: tasks over 50 ms', middle(large ?? [], 'long'), 0)
}

async function launcher(): Promise<void> {
  const costs: LauncherCost[] = []
  for (let run = 0; run < runs; run += 1) {
    const [page, bare] = [await launcherCost(browser, address('launcher.ts')), await launcherCost(browser, address('empty.ts'))]
    const more = (key: 'blocking' | 'withSwap'): number => Math.max(0, page[key] - bare[key])
    costs.push({ ...page, blocking: more('blocking'), withSwap: more('withSwap'), task: page.task - bare.task })
  }
  console.log('\nThe launcher on a page, a processor 4 times as slow')
  console.log(`  main thread, more than an empty page: ${middle(costs, 'task').toFixed(0)} ms; its longest task ${middle(costs, 'longest').toFixed(0)} ms`)
  console.log(`  blocking time with the swap of the documents, more than an empty page: ${middle(costs, 'withSwap').toFixed(1)} ms`)
  judge('blocking time (over 50 ms of a task), ms', middle(costs, 'blocking'), 0)
}

function hostileTexts(): void {
  const texts = linear()
  const worst = texts.toSorted((a, b) => b.times - a.times).slice(0, 3)
  console.log(`\nMarkdown that attacks: ${texts.length} texts of 50,000 letters, and twice that`)
  console.log(`  slowest: ${worst.map(({ name, ms, times }) => `${name} × ${times.toFixed(1)} (${ms.toFixed(1)} ms)`).join(', ')}`)
  judge('time at twice the length / time', worst[0]?.times ?? 0, 3)
}

try {
  hostileTexts()
  await streaming(1)
  if (!values.quick) await streaming(4)
  await longThreads()
  await launcher()
} finally {
  await browser.close()
  await site.close()
}
console.log(missed ? `\n${missed} targets are missed` : '\nall targets are met')
process.exitCode = missed ? 1 : 0
