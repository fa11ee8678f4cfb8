// @vitest-environment happy-dom
import type { WritableAtom } from 'nanostores'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DeskResult } from '../../src/desk/index.ts'
import { allByRole, byRole } from './by-role.ts'
import { sarah } from './fake-desk.ts'
import { entry, header } from './samples.ts'
import { closeConsoles, openConsole } from './world.ts'

afterEach(closeConsoles)

/** A console with two own conversations, the first on screen. */
async function show(changes: Parameters<typeof header>[1] = {}) {
  const world = await openConsole((fake) => {
    fake.$mine.set(['one', 'two'].map((id) => entry(id, { phase: 'human', holder: sarah.id })))
    for (const id of ['one', 'two']) fake.thread(id).$header.set(header('human', changes))
  }, { open: 'one' })
  const { root, click, change } = world
  const one = world.thread('one')
  return {
    ...world,
    one,
    box: () => byRole(root, 'textbox', 'Message') as HTMLTextAreaElement,
    press: (name: string) => click(byRole(root, 'button', name)),
    turnTo: (index: number) => click(root.querySelectorAll<HTMLElement>('.item-open')[index] as HTMLElement),
    /** Sends, and returns the refusal of it, which may come at any time. */
    async sendSlowly(): Promise<() => Promise<void>> {
      let answer = (_result: DeskResult): void => undefined
      Object.assign(one.thread, { sendMessage: () => new Promise<DeskResult>((resolve) => (answer = resolve)) })
      await click(byRole(root, 'button', 'Send'))
      return () => change(async () => answer({ ok: false, refusal: { code: 'request/rate-limited', message: 'x' } }))
    },
  }
}

describe('the button for files', () => {
  it('is there where the hub takes them, and goes when it says that it takes none', async () => {
    const { root, change, desk } = await show()
    const chooser = () => root.querySelector('.reply input[type=file]')
    expect(chooser()).not.toBeNull()
    await change(() => (desk.$files as WritableAtom<boolean>).set(false))
    expect(chooser()).toBeNull()
  })
})

describe('what an agent is writing', () => {
  it('is there with its files after a look at the form for notes', async () => {
    const { root, box, press, change, write, one } = await show()
    await write('Message', 'Here it is')
    const chooser = root.querySelector('.reply input[type=file]') as HTMLInputElement
    Object.defineProperty(chooser, 'files', { value: [new File(['x'], 'card.png', { type: 'image/png' })] })
    await change(() => void chooser.dispatchEvent(new Event('change', { bubbles: true })))
    await vi.waitFor(() => expect(root.querySelectorAll('.upload')).toHaveLength(1))
    await press('Add note')
    expect([box().closest('[hidden]'), byRole(root, 'textbox', 'Note').closest('[hidden]')]).toEqual([expect.anything(), null])
    await press('Cancel')
    expect([box().closest('[hidden]'), box().value, root.querySelectorAll('.upload').length]).toEqual([null, 'Here it is', 1])
    await vi.waitFor(() => expect(byRole(root, 'button', 'Send').getAttribute('aria-disabled')).toBeNull())
    await press('Send')
    expect(one.calls).toContain('send Here it is + card.png')
  })

  it('is given back where it was refused while a note was written', async () => {
    const { root, box, press, write, sendSlowly } = await show()
    await write('Message', 'On its way')
    const refuse = await sendSlowly()
    await press('Add note')
    await press('Cancel')
    await refuse()
    expect(box().value).toBe('On its way')
    expect(byRole(root, 'alert').textContent).toContain('That was a lot at once')
  })

  it('is given back where it was refused after a look at another conversation', async () => {
    const { box, write, sendSlowly, turnTo } = await show()
    await write('Message', 'On its way')
    const refuse = await sendSlowly()
    await turnTo(1)
    await turnTo(0)
    await refuse()
    expect(box().value).toBe('On its way')
    // and stays when it is written on
    await write('Message', `${box().value}, Maria`)
    await turnTo(1)
    await turnTo(0)
    expect(box().value).toBe('On its way, Maria')
  })

  it('goes into no other conversation when it is refused there', async () => {
    const { box, write, sendSlowly, turnTo } = await show()
    await write('Message', 'On its way')
    const refuse = await sendSlowly()
    await turnTo(1)
    await refuse()
    expect(box().value).toBe('')
    await turnTo(0)
    expect(box().value).toBe('On its way')
  })
})

it('who writes no note after all stays in the console where no message can be written', async () => {
  const { root, press } = await show({ phase: 'closed', floor: { number: 3, holder: null } })
  await press('Add note')
  await press('Cancel')
  await vi.waitFor(() => expect(root.activeElement).toBe(root.querySelector('.thread-title h2')))
  expect(allByRole(root, 'textbox', 'Note')).toEqual([])
})

it('what is shown of a conversation stays while its log is taken anew, until it is gone', async () => {
  const { root, one, box, change } = await show()
  const before = box()
  before.focus()
  await change(() => one.$header.set(null))
  expect([box() === before, root.activeElement === before, root.querySelector('.state')?.textContent]).toEqual([true, true, 'With you'])
  await change(() => one.$gone.set(true))
  expect(byRole(root, 'region', 'Conversation').textContent).toContain('This conversation no longer exists')
})
