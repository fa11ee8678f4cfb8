import { onTestFinished } from 'vitest'
import { createDesk } from '../../src/desk/index.ts'
import { http } from '../../src/transports/http.ts'
import type { FaultsHub } from './hub.ts'
import { agentToken } from './tokens.ts'
import { until } from './waiting.ts'

export interface FaultsAgent {
  /** How many of the hub's streams are the agent's. */
  readonly streams: number
  /** Resolves when the hub has it. */
  say(text: string): Promise<void>
}

/** An agent in this process who takes over the only conversation of a hub. */
export async function startAgent(hub: FaultsHub): Promise<FaultsAgent> {
  const me = { id: 'agent-sarah', kind: 'agent', name: 'Sarah' } as const
  const desk = createDesk({ transport: http({ endpoint: hub.endpoint }), credentials: () => agentToken(me.id, me.name), me })
  onTestFinished(desk.destroy)
  await until(() => desk.$others.get().length === 1)
  const thread = desk.open(desk.$others.get()[0]?.conversation ?? '')
  return {
    streams: 1,
    async say(text) {
      const result = await thread.sendMessage(text)
      if (!result.ok) throw new Error(`The agent's "${text}" was refused: ${result.refusal.code}`)
    },
  }
}
