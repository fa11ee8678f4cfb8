import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ChaosProxy, chaosProxy } from '../../src/testing/index.ts'
import { type Counts, compare, none, readLog, settled } from './comparison.ts'
import { type HubProcess, startHub } from './hub.ts'
import { type Agent, type Visitor, type VisitorOptions, type Writer, createAgent, createVisitor } from './people.ts'
import { rest, until } from './timing.ts'

/** The longest that a shortened fault takes, in ms. */
const SHORTENED = 3_500
const VISITORS = 3

export interface StageOptions {
  readonly seed: number
  /** How much faster everything runs; 1: as it is. */
  readonly scale: number
  /** Something between the people and the hub. */
  readonly front?: (hub: number, folder: string, scale: number) => Promise<Front>
  /** Default: a page with one connection. */
  readonly visitor?: (scale: number, seed: number) => (options: VisitorOptions) => Visitor
  readonly visitors?: number
}

export interface Front {
  readonly port: number
  reload(): void
  stop(): Promise<unknown>
}

/** One conversation: who takes part, and what each has written. */
interface Pair {
  readonly conversation: string
  readonly visitor: Visitor
  readonly agent: Writer
}

/** What one run has shown. */
export interface Outcome extends Counts {
  /** Each defect. */
  readonly words: readonly string[]
  /** What was promised besides, and not kept. */
  readonly broken: readonly string[]
  /** Runs in which the replicas never became the same. */
  apart: number
  /** Milliseconds from the end of the fault to the first acknowledgement, and until all replicas are the same. */
  readonly firstAck: number[]
  readonly equal: number[]
  readonly figures: Record<string, number>
}

/** A hub, people who write to each other, and the lines between them. */
export interface Stage {
  readonly hub: HubProcess
  readonly scale: number
  readonly front: Front | undefined
  /** The lines of the visitors and of the agent. */
  readonly visitorLine: ChaosProxy
  readonly agentLine: ChaosProxy
  readonly figures: Record<string, number>
  readonly pairs: readonly Pair[]
  /** Milliseconds of a real fault, as long as this run makes them. */
  short(ms: number): number
  /** Waits for {@link Stage.short} of it. */
  rest(ms: number): Promise<void>
  /** Notes what was promised and is not so. */
  promise(kept: boolean, otherwise: string): void
  /** Writing, until the returned stop. */
  load(): () => void
  /** From the end of the fault to what it has left behind. */
  outcome(healed: number): Promise<Outcome>
  close(): Promise<void>
}

export async function openStage({ seed, scale, front: open, visitor = () => createVisitor, visitors = VISITORS }: StageOptions): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'handback-bench-'))
  const path = join(folder, 'hub.sqlite')
  const hub = await startHub({ path, port: 0, scale })
  const front = await open?.(hub.port, folder, scale)
  const target = front?.port ?? hub.port
  const [visitorLine, agentLine] = [await chaosProxy({ target, seed }), await chaosProxy({ target, seed: seed + 1_000 })]
  const figures: Record<string, number> = {}
  const broken: string[] = []
  const patience = 20_000 + 100_000 / scale

  const short = (ms: number): number => (scale === 1 ? ms : Math.min(ms / scale, SHORTENED))
  const pairs: Pair[] = []
  let agent: Agent | undefined

  async function begin(): Promise<void> {
    agent = createAgent(agentLine.port)
    const make = visitor(scale, seed)
    const all = Array.from({ length: visitors }, (_, at) => make({ name: `v${at}-${seed}`, port: visitorLine.port }))
    await Promise.all(all.map((each) => each.begin()))
    for (const each of all) {
      const conversation = await until(() => each.written[0]?.acked !== undefined && each.conversation(), patience)
      if (!conversation) throw new Error('A visitor never reached the hub.')
      pairs.push({ conversation, visitor: each, agent: await agent.take(conversation) })
    }
    const ready = await until(() => all.every((each) => ['live', 'polling'].includes(each.state())), patience)
    if (!ready) throw new Error(`The people never met: ${all.map((each) => each.state()).join()}.`)
  }
  const of = (pair: Pair) => ({
    written: [...pair.visitor.written, ...pair.agent.written],
    views: { visitor: pair.visitor.views(), agent: pair.agent.views() },
  })

  async function close(): Promise<void> {
    for (const { visitor } of pairs) visitor.stop()
    agent?.stop()
    await Promise.all([visitorLine.close(), agentLine.close(), front?.stop()])
    await hub.end()
    rmSync(folder, { recursive: true, force: true })
  }

  try {
    await begin()
  } catch (error) {
    await close()
    throw error
  }
  return {
    hub,
    scale,
    front,
    visitorLine,
    agentLine,
    figures,
    pairs,
    short,
    rest: (ms) => rest(short(ms)),
    promise(kept, otherwise) {
      if (!kept) broken.push(otherwise)
    },
    load() {
      let over = false
      const write = async (writer: Writer, name: string): Promise<void> => {
        for (let count = 1; !over; count += 1) {
          writer.write(`${name} says ${count} – größer ✓`)
          await rest((1_000 + Math.random() * 3_000) / scale)
        }
      }
      for (const [at, { visitor, agent, conversation }] of pairs.entries()) {
        void write(visitor, `v${at}`)
        void write(agent, `agent to ${conversation}`)
      }
      return () => {
        over = true
      }
    },
    async outcome(healed) {
      for (const { visitor, agent, conversation } of pairs) {
        visitor.write(`${conversation} visitor afterwards`)
        agent.write(`${conversation} agent afterwards`)
      }
      const all = (): ReturnType<typeof of>['written'] => pairs.flatMap((pair) => of(pair).written)
      const together = await until(() => pairs.every((pair) => settled(of(pair))), patience)
      const equal = performance.now() - healed
      const acks = all().flatMap(({ acked }) => (acked !== undefined && acked >= healed ? [acked - healed] : []))
      const counts = none()
      const words: string[] = []
      for (const pair of pairs) {
        const one = compare({ ...of(pair), log: readLog(path, pair.conversation) })
        for (const field of Object.keys(counts) as (keyof Counts)[]) counts[field] += one.counts[field]
        words.push(...one.words)
      }
      return {
        ...counts,
        words,
        broken,
        apart: together ? 0 : 1,
        firstAck: acks.length > 0 ? [Math.min(...acks)] : [],
        equal: together ? [equal] : [],
        figures,
      }
    },
    close,
  }
}
