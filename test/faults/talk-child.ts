import { startLoad } from './load.ts'
import { openScene } from './scene.ts'
import { until } from './waiting.ts'

/** A scene under load in a process of its own, which does what it is told. It ends with the process that started it. */
export type TalkArguments = readonly [endpoint: string, everyMs: string]
const [endpoint, every] = process.argv.slice(2) as unknown as TalkArguments
const scene = await openScene({ endpoint })
const load = startLoad(scene, Number(every))
let questions = 0

const verbs = {
  written: async () => load.written(),
  /** Ms until a question of the visitor is at the agent's desk, and its answer on the visitor's page. */
  async exchange() {
    const began = performance.now()
    const number = (questions += 1)
    await scene.visitorSays(`Are you there? (${number})`)
    await until(() => [...scene.thread.$rows.get()].some((row) => JSON.stringify(row).includes(`Are you there? (${number})`)), 100_000)
    await scene.agentSays(`I am here (${number})`)
    await until(() => scene.shown().includes(`agent: I am here (${number})`), 100_000)
    return performance.now() - began
  },
  async end() {
    await load.stop()
    const outcome = await scene.settled()
    return { outcome, states: scene.states.map(({ state }) => state), errors: scene.errors }
  },
} satisfies Record<string, () => Promise<unknown>>
export type TalkVerbs = typeof verbs

process.on('message', (name: keyof TalkVerbs) => {
  verbs[name]().then(
    (value) => process.send?.({ name, value }),
    (error: unknown) => process.send?.({ name, error: error instanceof Error ? error.stack : String(error) }),
  )
})
process.once('disconnect', () => process.exit())
process.send?.('ready')
