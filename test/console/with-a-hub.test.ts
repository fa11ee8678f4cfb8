// @vitest-environment happy-dom
import { expect, it, onTestFinished, vi } from 'vitest'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import { mountConsole } from '../../src/console/index.ts'
import type { Connection, Transport } from '../../src/contracts/index.ts'
import type { StaffRow } from '../../src/conversation/index.ts'
import { createDesk, type DeskThread } from '../../src/desk/index.ts'
import { createHub, createTokens } from '../../src/hub/index.ts'
import { HandbackError, type Person } from '../../src/protocol/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { memoryBlobs, memoryStore } from '../../src/stores/memory.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { byRole } from './by-role.ts'
import { sarah } from './fake-desk.ts'
import { tom } from './samples.ts'

const until = (condition: () => void): Promise<void> => vi.waitFor(condition, { timeout: 5000, interval: 5 })

/** Sarah's console on a conversation of Maria's, and what Tom does in it from a desk of his own. */
async function open() {
  const tokens = createTokens(new Uint8Array(32).fill(7))
  const hub = createHub({ store: memoryStore(), blobs: memoryBlobs(), tokens, provider: scripted(() => ['A working day.']) })
  const direct = inProcess(hub)
  const lines = new Set<Connection>()
  let away = false
  const transport: Transport = {
    ...direct,
    async connect(options) {
      if (away) throw new HandbackError('transport/unreachable', 'No line.', { retryable: true })
      const line = await direct.connect(options)
      lines.add(line)
      return line
    },
  }
  const deskOf = (me: Person, over: Transport) =>
    createDesk({ transport: over, credentials: async () => (await tokens.issue({ sub: me.id, role: 'agent', name: me.name })).token, me })
  const chat = createChat({
    transport: direct,
    credentials: async () => (await tokens.issue({ sub: 'visitor-maria', role: 'visitor', name: 'Maria' })).token,
    storage: memoryStorage(),
  })
  const [hers, his] = [deskOf(sarah, transport), deskOf(tom, direct)]
  const host = document.createElement('div')
  document.body.append(host)
  await chat.sendMessage('My PIN is 1234')
  await until(() => expect(hers.$others.get()).toHaveLength(1))
  const id = hers.$others.get()[0]?.conversation ?? ''
  const stop = mountConsole(host, { desk: hers, open: id })
  onTestFinished(async () => {
    stop()
    host.remove()
    chat.destroy()
    hers.destroy()
    his.destroy()
    await hub.close()
  })
  const root = host.shadowRoot as ShadowRoot
  const [thread, toms] = [hers.open(id), his.open(id)]
  await until(() => expect([thread, toms].map(({ $header }) => $header.get()?.log)).toEqual([1, 1]))
  expect(await thread.claim()).toMatchObject({ ok: true })
  const box = () => byRole(root, 'textbox', 'Message') as HTMLTextAreaElement
  await until(() => expect(box().disabled).toBe(false))
  return {
    root,
    thread,
    toms,
    box,
    context: () => byRole(root, 'complementary', 'Context').textContent,
    /** Tom takes the first of something out of the conversation. */
    async removes(type: StaffRow['type']): Promise<void> {
      await until(() => expect(rowOf(toms, type)).toBeDefined())
      expect(await toms.redact([rowOf(toms, type)?.seq ?? 0])).toMatchObject({ ok: true })
    },
    /** Sarah's line is lost while something happens. */
    async away(work: () => Promise<void>): Promise<void> {
      away = true
      for (const line of lines) await line.close()
      await work()
      away = false
    },
  }
}

const rowOf = ({ $rows }: DeskThread, type: StaffRow['type']): StaffRow | undefined => [...$rows.get()].find((row) => row.type === type)

it('a note that a colleague removes while this desk is away is gone beside the thread too', async () => {
  const { thread, toms, context, removes, away } = await open()
  expect(await toms.addNote('Her mother’s name is Ada')).toMatchObject({ ok: true })
  await until(() => expect(context()).toContain('Ada'))
  await away(() => removes('note'))
  await until(() => expect(thread.$header.get()?.log).toBe(2))
  await until(() => expect(rowOf(thread, 'note')).toBeUndefined())
  await until(() => expect(context()).toContain('No notes yet'))
  expect(context()).not.toContain('Ada')
})

it('a colleague who removes a message takes nothing from the hands of who writes', async () => {
  const { root, thread, box, removes } = await open()
  const chooser = root.querySelector('.reply input[type=file]') as HTMLInputElement
  Object.defineProperty(chooser, 'files', { value: [new File(['x'], 'card.txt', { type: 'text/plain' })] })
  chooser.dispatchEvent(new Event('change', { bubbles: true }))
  await until(() => expect(root.querySelector('.upload')).not.toBeNull())
  const tag = root.querySelector('.tag-form input') as HTMLInputElement
  tag.value = 'card lo'
  tag.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  const before = box()
  before.focus()
  const logs: (number | undefined)[] = []
  thread.$header.listen((header) => logs.push(header?.log))
  await removes('message')
  await until(() => expect([root.textContent?.includes('1234'), logs.at(-1)]).toEqual([false, 2]))
  // the log was taken anew, with a moment at which nothing of it was there
  expect(logs).toContain(undefined)
  await until(() => expect(byRole(root, 'log').textContent).toContain('A message was removed'))
  expect([box() === before, root.activeElement === before]).toEqual([true, true])
  expect(root.querySelectorAll('.upload')).toHaveLength(1)
  expect(root.querySelector('.tag-form input')).toHaveProperty('value', 'card lo')
})
