import { expect, test } from 'vitest'
import type { Identity } from '../../src/contracts/index.ts'
import { createDesk } from '../../src/desk/index.ts'
import { memoryBlobs } from '../../src/stores/memory.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { tokenOf } from '../hub/http-world.ts'
import { until } from '../hub/until.ts'
import { createWorld, maria, sarah } from '../hub/world.ts'

const c = 'conversation-1'
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

test('whether the hub takes files is known by its word at the connection', async () => {
  for (const takes of [true, false]) {
    const world = createWorld(takes ? { blobs: memoryBlobs() } : {})
    const desk = createDesk({ transport: inProcess(world.hub), credentials: () => tokenOf(world, sarah), me: { id: sarah.sub, kind: 'agent', name: 'Sarah' } })
    expect(desk.$files.get()).toBe(true)
    await until(() => desk.$connection.get() === 'live')
    expect(desk.$files.get()).toBe(takes)
    desk.destroy()
  }
})

test('an agent sends a file to the visitor, with words or without, and reads what the visitor has sent', async () => {
  const world = createWorld({ blobs: memoryBlobs() })
  await world.link(maria).command(c, 'message-send', { parts: [{ type: 'text', text: 'Hello' }] })
  const token = (who: Identity) => () => tokenOf(world, who)
  const desk = createDesk({ transport: inProcess(world.hub), credentials: token(sarah), me: { id: sarah.sub, kind: 'agent', name: 'Sarah' } })
  const thread = desk.open(c)
  await until(() => thread.$header.get())
  const shares: number[] = []
  const part = await thread.uploadFile(new Blob([png]), { name: 'receipt.png', onProgress: (share) => shares.push(share) })
  expect(part).toMatchObject({ name: 'receipt.png', media: 'image/png', size: png.length })
  expect(shares.at(-1)).toBe(1)
  expect(await thread.sendMessage('', { files: [part] })).toMatchObject({ ok: true })
  expect(await thread.sendMessage('Once more', { files: [part] })).toMatchObject({ ok: true })
  const sent = await until(() => {
    const rows = [...thread.$rows.get()].flatMap((row) => (row.type === 'message' && row.author.id === sarah.sub ? [row.parts] : []))
    return rows.length === 2 && rows
  })
  expect(sent).toEqual([[part], [{ type: 'text', text: 'Once more' }, part]])
  expect(new Uint8Array(await (await thread.readFile(part)).arrayBuffer())).toEqual(png)
  await expect(thread.uploadFile(new Blob([Uint8Array.from([0, 1])]))).rejects.toMatchObject({ code: 'request/invalid' })
  await expect(thread.readFile({ ...part, blob: 'blob-of-nobody' })).rejects.toMatchObject({ code: 'request/not-found' })
  desk.destroy()
  await expect(thread.readFile(part)).rejects.toMatchObject({ code: 'client/closed' })
})
