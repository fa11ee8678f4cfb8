// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import type { Header } from '../../src/protocol/index.ts'
import { allByRole, byRole } from './by-role.ts'
import { header, maria, message } from './samples.ts'
import { closeConsoles, openConsole } from './world.ts'

afterEach(closeConsoles)

/** A console with two messages, each with a button that removes it. */
async function show(changes: Partial<Header> = {}) {
  const rows = [message(maria, 'My PIN is 1234'), message(maria, 'And my name is Maria')]
  const world = await openConsole((fake) => {
    fake.thread('one').$header.set(header('human', changes))
    fake.thread('one').$rows.set(rows)
  }, { open: 'one' })
  return {
    ...world,
    one: world.thread('one'),
    rows,
    removes: () => allByRole(world.root, 'button', 'Remove message'),
    press: (name: string) => world.click(byRole(world.root, 'button', name)),
    focused: () => world.root.activeElement,
    title: () => world.root.querySelector('.thread-title h2'),
  }
}

const closed = { phase: 'closed', floor: { number: 3, holder: null } } as const

describe('who is asked whether a message is to be removed', () => {
  it.each([
    ['in a conversation of their own', {}, false],
    ['in a closed conversation', closed, false],
    ['while a note is written', {}, true],
  ])('goes on at the button that asked, when it is kept: %s', async (_where, changes, noting) => {
    const { removes, click, press, focused } = await show(changes)
    if (noting) await press('Add note')
    const button = removes()[1] as HTMLElement
    await click(button)
    await press('Keep')
    expect(focused()).toBe(button)
  })

  it('goes on at the title where that button has gone meanwhile', async () => {
    const { one, rows, removes, click, press, change, focused, title } = await show(closed)
    await click(removes()[1] as HTMLElement)
    await change(() => one.$rows.set(rows.slice(0, 1)))
    await press('Keep')
    expect(focused()).toBe(title())
  })

  it('goes on where words are written, when it is removed, and at the title where none are', async () => {
    const { removes, click, press, focused, root } = await show()
    await click(removes()[0] as HTMLElement)
    await press('Remove')
    expect(focused()).toBe(byRole(root, 'textbox', 'Message'))
    await press('Add note')
    await click(removes()[0] as HTMLElement)
    await press('Remove')
    expect(focused()).toBe(byRole(root, 'textbox', 'Note'))
    closeConsoles()
    const over = await show(closed)
    await over.click(over.removes()[0] as HTMLElement)
    await over.press('Remove')
    expect(over.focused()).toBe(over.title())
  })

  it('is asked anew for another message, and it is that which is removed', async () => {
    const { one, rows, removes, click, press, focused, root } = await show()
    await click(removes()[0] as HTMLElement)
    const second = removes()[1] as HTMLElement
    second.focus()
    await click(second)
    expect(focused()).toBe(byRole(root, 'button', 'Keep'))
    await press('Remove')
    expect(one.calls.filter((call) => call.startsWith('redact'))).toEqual([`redact ${rows[1]?.seq}`])
  })
})

it('two commands at once are both waited for', async () => {
  const { one, removes, click, press, change, root } = await show()
  const answers: (() => void)[] = []
  const slow = () => new Promise<{ readonly ok: true }>((resolve) => answers.push(() => resolve({ ok: true })))
  Object.assign(one.thread, { handBack: slow, redact: slow })
  const waits = () => byRole(root, 'button', 'Resolve').matches(':disabled')
  await click(removes()[0] as HTMLElement)
  await press('Hand back')
  await press('Remove')
  expect([answers.length, waits()]).toEqual([2, true])
  await change(async () => answers[0]?.())
  expect(waits()).toBe(true)
  await change(async () => answers[1]?.())
  expect(waits()).toBe(false)
})
