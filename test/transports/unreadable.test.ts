import { describe, expect, test } from 'vitest'
import type { AskHub } from '../hub/http-world.ts'
import { answered, bearer, json, mounted, serve, tokenOf } from '../hub/http-world.ts'
import type { World } from '../hub/world.ts'
import { createWorld, maria } from '../hub/world.ts'

const hello = { id: 'command-0001', type: 'message-send', data: { parts: [{ type: 'text', text: 'Hello' }] } }
const good = { t: 'command', conversation: 'conversation-1', seen: null, command: hello }
const bad = { t: 'command', conversation: 'conversation-1', command: { ...hello, id: 'command-0002' } }

const doors: Readonly<Record<string, (world: World) => Promise<AskHub>>> = {
  'over a server of Node': async (world) => (await serve(world)).ask,
  'as a fetch handler': async (world) => mounted(world),
}

describe.each(Object.keys(doors))('a hub %s', (door) => {
  async function posting() {
    const world = createWorld()
    const ask = await (doors[door] as (world: World) => Promise<AskHub>)(world)
    const headers = { ...json, ...bearer(await tokenOf(world, maria)) }
    const post = async (body: unknown) => answered(await ask('/frames', { method: 'POST', headers, body: JSON.stringify(body) }))
    return { world, post }
  }

  test('refuses a command that it cannot read under its id, and takes the others of the same body', async () => {
    const { world, post } = await posting()
    const { status, body } = await post({ frames: [bad, { t: 'of-tomorrow' }, good] })
    expect(status).toBe(200)
    expect(JSON.parse(body)).toEqual({
      frames: [
        { t: 'refused', command: 'command-0002', refusal: { code: 'command/invalid', message: 'This command cannot be read.' } },
        { t: 'ack', command: 'command-0001', at: expect.anything() as unknown },
      ],
    })
    expect((await world.said('conversation-1'))[0]).toBe('visitor: Hello')
  })

  test('answers 400 to a body of which it can read nothing', async () => {
    const { post } = await posting()
    for (const frames of [[{ t: 'of-tomorrow' }], [{ ...good, command: { ...hello, id: 'x' } }, 7]]) {
      const { status, body } = await post({ frames })
      expect([status, JSON.parse(body)]).toMatchObject([400, { error: { code: 'request/invalid', retryable: false } }])
    }
    expect(await post({ frames: [] })).toEqual({ status: 200, body: '{"frames":[]}' })
  })
})
