import { expect, test } from 'vitest'
import { json, mounted, post } from './http-world.ts'
import { parts } from './recorded-link.ts'
import { until } from './until.ts'
import { createWorld, sarah } from './world.ts'

// with Cyrillic letters, as one that looks like another would be
const names = ['Support Agent', 'Ѕаrаh', 'AI Assistant']

test('an anonymous visitor has the name that the hub gives, whatever is asked for, and nobody of the team is shown by a name that a visitor chose', async () => {
  const world = createWorld({ policy: { humanOnly: true } })
  const ask = mounted(world)
  const desk = world.link(sarah)
  await desk.send({ t: 'follow', follow: { topic: 'desk' } })
  for (const [index, name] of names.entries()) {
    const wished = { name, role: 'agent', sub: sarah.sub, person: { ...sarah, name }, identity: { ...sarah, name } }
    const opened = await ask('/session', { method: 'POST', headers: json, body: JSON.stringify(wished) })
    const { token, refresh, sub } = (await opened.json()) as { token: string; refresh: string; sub: string }
    expect(sub).not.toBe(sarah.sub)
    const claims = JSON.parse(atob(token.split('.')[1] as string)) as object
    expect(claims).toMatchObject({ role: 'visitor', name: expect.stringMatching(/^Visitor \d{4}$/) })
    // nor by what it sends
    const conversation = `conversation-${index}`
    const send = (id: string, type: string, data: object) =>
      ({ t: 'command', conversation, seen: null, command: { id: `${id}-${index}`, type, data: { ...data, ...wished, visitor: wished.person, author: wished.person, by: { kind: 'agent', id: sarah.sub } } } }) as never
    await post(ask, token, [
      send('message-1', 'message-send', { parts: parts('Hello') }),
      send('values-01', 'attributes-update', { values: { name } }),
      send('request-1', 'handoff-request', {}),
    ])
    // and a later session is the same
    const again = await ask('/session', { method: 'POST', headers: json, body: JSON.stringify({ ...wished, refresh }) })
    expect(((await again.json()) as { sub: string }).sub).toBe(sub)
    const { name: given } = claims as { name: string }
    expect((await world.store.load(conversation))?.people).toEqual([{ id: sub, kind: 'visitor', name: given }])
    const events = await world.events(conversation)
    expect(new Set(events.map(({ by }) => (by.kind === 'visitor' ? by.id : by.kind)))).toEqual(new Set([sub, 'assistant', 'machine']))
    await until(() => desk.bytes.includes(given))
  }
  for (const name of names) expect(desk.bytes).not.toContain(JSON.stringify(name))
})
