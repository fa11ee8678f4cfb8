import { createDesk } from '../../src/desk/index.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { rest, until } from '../connections/timing.ts'
import { unended } from './fault-run.ts'
import { TEXT, WORDS } from './faults.ts'
import type { Format } from './formats.ts'
import { startService } from './service.ts'
import { createStage, identify, said } from './stage.ts'

/** When a person takes over. */
export interface Point {
  readonly name: string
  /** Words that the visitor sees by then; -1: the service has not even answered. */
  readonly words: number
  /** The service ends its answer at that moment. Otherwise it goes on without end, until nobody listens. */
  readonly ends?: true
  /** The turn is over first. */
  readonly done?: true
  /** The claim comes so many turns of the event loop after the service's last byte. */
  readonly turns?: number
  /** Nobody waits for anything: the service streams, and the claim comes after so many ms. */
  readonly after?: number
}

export const points: readonly Point[] = [
  { name: 'before the head', words: -1 },
  { name: 'before the first word', words: 0 },
  ...WORDS.slice(1).map((_, at) => ({ name: `after word ${at + 1}`, words: at + 1 })),
  { name: 'after the last word', words: WORDS.length },
  { name: 'with the end', words: WORDS.length, ends: true },
  ...Array.from({ length: 8 }, (_, turns): Point => ({ name: 'around the end', words: WORDS.length, ends: true, turns })),
  { name: 'after the end', words: WORDS.length, ends: true, done: true },
]

/** The same at moments that a seed chooses. */
export const atRandom = (seeds: number): Point[] =>
  Array.from({ length: seeds }, (_, seed) => {
    const share = (Math.imul(seed + 1, 2_654_435_761) >>> 0) / 2 ** 32
    return { name: 'at any moment', words: 0, after: share * LONGEST }
  })

/** About as long as an answer takes whose claim comes at any moment, in ms. */
const LONGEST = 120

export interface Takeover {
  readonly format: Format
  readonly point: Point
  /** The assistant's messages in the log after the claim. */
  readonly messages: number
  /** Words of the old turn that the visitor's page has shown after it knew of the claim. */
  readonly deltas: number
  /** Milliseconds from the claim until the service's connection was closed; absent where it had ended. */
  readonly closed: number | undefined
  /** Words that the service could still send after the claim was acknowledged. */
  readonly wasted: number
  readonly broken: readonly string[]
}

/** The service must be left by then, also on a busy machine; it takes a few ms. */
const AT_ONCE = 500
/** Longer than the hub waits between two deltas: what could still be shown is shown by then. */
const LATE = 80
const PACE = 2
/** What an append takes, in ms. */
const APPEND = 3
const LONG = 40
const me = { id: 'agent-sarah', kind: 'agent', name: 'Sarah' } as const

/** Something that happens once, to wait for. */
function moment(): { readonly came: Promise<void>; readonly now: () => void } {
  let now = (): void => undefined
  const came = new Promise<void>((resolve) => (now = resolve))
  return { came, now }
}

/** One visitor, one question, and a person who takes over in the middle of the answer. */
export async function runTakeover(format: Format, point: Point): Promise<Takeover> {
  const { words, ends, done, after } = point
  const [reached, go] = [moment(), moment()]
  let acked = Number.POSITIVE_INFINITY
  let wasted = 0
  const service = await startService(async (call) => {
    const say = async (word: string): Promise<boolean> => {
      const heard = await call.write(format.word(word))
      if (heard && performance.now() > acked) wasted += 1
      return heard
    }
    if (after !== undefined) {
      reached.now()
      await call.write(format.open)
      for (let at = 0; at < LONG && (await say(WORDS[at % WORDS.length] ?? '')); at += 1) await rest(PACE)
      return call.end(format.end(WORDS.join('')))
    }
    if (words < 0) {
      reached.now()
      await go.came
    }
    await call.write(format.open)
    for (const word of WORDS.slice(0, Math.max(0, words))) await say(word)
    reached.now()
    if (!done) await go.came
    if (ends) return call.end(format.end(TEXT))
    while (await say(' ja')) await rest(PACE)
  })
  const stage = await createStage({ provider: format.provider(service.url), append: APPEND })
  const desk = createDesk({ transport: inProcess(stage.hub), credentials: () => identify({ sub: me.id, role: 'agent', name: me.name }), me })
  try {
    const thread = desk.open(stage.conversation)
    await until(() => thread.$header.get(), 2_000)
    await reached.came
    const length = WORDS.slice(0, Math.max(0, words)).join('').length
    const ready = done ? await stage.settled() : await until(() => length === 0 || (stage.sights.at(-1)?.text.length ?? 0) >= length, 2_000)
    if (after !== undefined) await rest(after)
    go.now()
    for (let left = point.turns ?? 0; left > 0; left -= 1) await new Promise((resolve) => setImmediate(resolve))
    const sent = performance.now()
    const claimed = await thread.claim()
    acked = performance.now()
    const closed = await until(() => service.asked.every(({ open }) => !open), 2_000)
    const shown = await until(() => stage.page().human && !stage.page().answering, 2_000)
    await rest(LATE)
    const events = await stage.events()
    const claim = events.find(({ type }) => type === 'floor-claimed')?.seq ?? 0
    const kept = said(events)
    const left = service.asked[0]?.left
    return {
      format,
      point,
      messages: kept.filter(({ seq }) => seq > claim).length,
      deltas: stage.sights.filter(({ human }) => human).length,
      closed: left === undefined ? undefined : left - sent,
      wasted,
      broken: [
        ...(ready ? [] : ['the words before it were never shown']),
        ...(claimed.ok ? [] : [`the claim was refused: ${claimed.refusal.code}`]),
        ...(closed && (left ?? 0) - sent < AT_ONCE ? [] : ['the service is still connected']),
        ...(shown ? [] : ['the page does not show the person']),
        ...(service.asked.length > 1 ? ['the service was asked again'] : []),
        ...(stage.page().said.join('|') === kept.map(({ text }) => text).join('|') ? [] : ['the page shows words that are not in the log']),
        ...(done && kept.length !== 1 ? ['the answer is gone'] : []),
        ...unended(events),
        ...stage.errors,
      ],
    }
  } finally {
    desk.destroy()
    await stage.close()
    await service.close()
  }
}
