import { createDesk } from 'handback/desk'
import type { DeskResult } from 'handback/desk'
import { http } from 'handback/transports/http'
import { until } from './until.ts'

export interface Agent {
  /** Takes the one who waits, says something, and resolves when the hub has it. */
  takeOver(text: string): Promise<void>
  /** Resolves when the visitor's words are in her thread. */
  reads(text: string): Promise<void>
  /** Back to the bot, which asks for a rating. */
  handBack(): Promise<void>
  end(): void
}

/** Sarah, at a desk in this process, signed in as the console is. */
export function startAgent(base: string): Agent {
  const me = { id: 'agent-sarah', kind: 'agent', name: 'Sarah' } as const
  const credentials = async (): Promise<string> => {
    const response = await fetch(`${base}/dev/sign-in`, { method: 'POST', body: '{"identity":"sarah"}', headers: { 'content-type': 'application/json' } })
    return ((await response.json()) as { readonly token: string }).token
  }
  const desk = createDesk({ transport: http({ endpoint: `${base}/handback` }), credentials, me })
  const done = (result: DeskResult): void => {
    if (!result.ok) throw new Error(`The agent was refused: ${result.refusal.code}`)
  }
  let held = ''
  return {
    async takeOver(text) {
      held = await until(() => desk.$queue.get()[0]?.conversation, 'the agent sees who waits')
      done(await desk.open(held).claim())
      done(await desk.open(held).sendMessage(text))
    },
    async reads(text) {
      await until(() => JSON.stringify([...desk.open(held).$rows.get()]).includes(text), `the agent reads “${text}”`)
    },
    handBack: async () => done(await desk.open(held).handBack()),
    end: desk.destroy,
  }
}
