// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Draft } from '../../src/conversation/index.ts'
import type { Header, Person } from '../../src/protocol/index.ts'
import { allByRole, byRole, textsOf } from './by-role.ts'
import { sarah } from './fake-desk.ts'
import { entry, header, maria, message, start, tom } from './samples.ts'
import { closeConsoles, openConsole } from './world.ts'

beforeEach(() => void vi.useFakeTimers({ now: start + 2 * 60_000, toFake: ['Date', 'setInterval', 'clearInterval'] }))
afterEach(() => {
  closeConsoles()
  vi.useRealTimers()
})

const ann: Person = { id: 'super-ann', kind: 'supervisor', name: 'Ann' }
const draft = (id: string, text: string): Draft => ({ id, parts: [{ type: 'text', text }] })
const fee = draft('draft-0001', 'The fee is 15 €.')
const card = draft('draft-0002', 'Your card leaves today.')

/** A console with one own conversation on screen. */
async function show(changes: Partial<Header> = {}, prepare?: Parameters<typeof openConsole>[0]) {
  const world = await openConsole((fake) => {
    fake.thread('one').$header.set(header('human', changes))
    prepare?.(fake)
  }, { open: 'one' })
  const one = world.thread('one')
  const region = byRole(world.root, 'region', 'Conversation')
  const drafts = () => textsOf([...region.querySelectorAll('.draft p')])
  const box = () => byRole(region, 'textbox', 'Message') as HTMLTextAreaElement
  const type = (label: string, text: string) =>
    world.change(() => {
      const input = world.root.querySelector(`input[aria-label="${label}"]`) as HTMLInputElement
      input.value = text
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    })
  return { ...world, one, region, drafts, box, type, press: (name: string) => world.click(byRole(world.root, 'button', name)), focused: () => world.root.activeElement }
}

const offers = (...all: Draft[]): Parameters<typeof openConsole>[0] => (fake) => fake.thread('one').$drafts.set(all)

describe('drafts of the assistant', () => {
  it('go into the box to be changed, and are sent as what they were made of', async () => {
    const { one, region, drafts, box, write, press, focused, click } = await show({}, offers(fee, card))
    expect(drafts()).toEqual(['The fee is 15 €.', 'Your card leaves today.'])
    await click(allByRole(region, 'button', 'Use')[0] as HTMLElement)
    expect([box().value, focused(), drafts()]).toEqual(['The fee is 15 €.', box(), ['Your card leaves today.']])
    await write('Message', 'The fee is 12 €.')
    await press('Send')
    expect(one.calls).toContain('send The fee is 12 €. of draft-0001')
    // its end is on the way
    expect(drafts()).toEqual(['Your card leaves today.'])
  })

  it('never take the place of what was typed', async () => {
    const { box, write, press } = await show({}, offers(fee))
    await write('Message', 'Hello Maria,')
    await press('Use')
    expect(box().value).toBe('Hello Maria,\n\nThe fee is 15 €.')
  })

  it('are forgotten with the last of their words, and when they have ended', async () => {
    const { one, write, press, change, drafts } = await show({}, offers(fee))
    await press('Use')
    await write('Message', '')
    expect(drafts()).toEqual(['The fee is 15 €.'])
    await write('Message', 'Mine')
    await press('Send')
    await press('Use')
    await change(() => one.$drafts.set([]))
    await press('Send')
    expect(one.calls.filter((call) => call.startsWith('send'))).toEqual(['send Mine', 'send The fee is 15 €.'])
  })

  it('are back when the message is refused', async () => {
    const { one, box, press } = await show({}, offers(fee))
    await press('Use')
    one.answer({ ok: false, refusal: { code: 'request/rate-limited', message: 'x' } })
    await press('Send')
    expect(box().value).toBe('The fee is 15 €.')
    one.answer({ ok: true })
    await press('Send')
    expect(one.calls.filter((call) => call.startsWith('send'))).toEqual(Array(2).fill('send The fee is 15 €. of draft-0001'))
  })

  it('can be dropped, and the agent goes on writing', async () => {
    const { one, press, focused, box } = await show({}, offers(fee))
    await press('Drop this draft')
    expect(one.calls).toContain('drop draft-0001')
    expect(focused()).toBe(box())
  })

  it('are read out when they come, not when they were there', async () => {
    const { root, one, change } = await show({}, offers(fee))
    const said = () => root.querySelector('[aria-live=polite]')?.textContent
    expect(said()).toBe('')
    await change(() => one.$drafts.set([fee, card]))
    expect(said()).toBe('The assistant offers a draft')
  })

  it('are read out once, also when their log is taken anew', async () => {
    const { root, one, change } = await show({}, offers(fee))
    const { log } = header('human')
    await change(() => one.$header.set(null))
    await change(() => one.$drafts.set([]))
    await change(() => {
      one.$drafts.set([{ ...fee }])
      one.$header.set(header('human', { log: log + 1 }))
    })
    expect(root.querySelector('[aria-live=polite]')?.textContent).toBe('')
    await change(() => one.$drafts.set([fee, card]))
    expect(root.querySelector('[aria-live=polite]')?.textContent).toBe('The assistant offers a draft')
  })

  it('are no colleague’s business', async () => {
    const { drafts } = await show({ people: [maria, tom], floor: { number: 3, holder: { kind: 'agent', id: tom.id } } }, offers(fee))
    expect(drafts()).toEqual([])
  })
})

describe('the assistant', () => {
  it('is asked one thing at a time', async () => {
    const { one, region, press, type, change, focused, box } = await show()
    await press('Ask the assistant')
    expect(focused()?.getAttribute('aria-label')).toBe('Ask the assistant')
    expect(byRole(region, 'button', 'Ask')).toHaveProperty('disabled', true)
    await type('Ask the assistant', ' What are the fees? ')
    await press('Ask')
    expect(one.calls).toContain('ask What are the fees?')
    expect(focused()).toBe(box())
    await change(() => one.$header.set(header('human', { assist: { request: 'request-1', seq: 4 } })))
    expect(region.textContent).toContain('The assistant is working on it…')
    expect(allByRole(region, 'button', 'Ask the assistant')).toEqual([])
  })

  it('need not be asked after all', async () => {
    const { press, root, focused, box, region } = await show()
    await press('Ask the assistant')
    const world = root.activeElement as HTMLElement
    world.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }))
    await vi.waitFor(() => expect(focused()).toBe(box()))
    expect(allByRole(region, 'button', 'Ask')).toEqual([])
  })
})

describe('tags', () => {
  it('are put on and taken off', async () => {
    const { one, root, type, press } = await show({ tags: ['vip'] })
    expect(textsOf(allByRole(byRole(root, 'list', 'Tags'), 'listitem'))).toEqual(['vip'])
    await type('Add a tag', ' card lost ')
    await press('Save tag')
    await type('Add a tag', 'vip')
    await press('Save tag')
    await press('Take off vip')
    expect(one.calls.filter((call) => call.includes('tag'))).toEqual(['tag card lost', 'untag vip'])
    expect(root.activeElement?.getAttribute('aria-label')).toBe('Add a tag')
  })

  it('that are too long are refused with a word, and nothing of them is cut', async () => {
    const { one, root, type, press } = await show()
    const long = 'x'.repeat(41)
    await type('Add a tag', long)
    expect(byRole(root, 'alert').textContent).toBe('A tag has at most 40 characters.')
    expect((byRole(root, 'button', 'Save tag') as HTMLButtonElement).disabled).toBe(true)
    expect(root.querySelector<HTMLInputElement>('.tag-form input')?.value).toBe(long)
    await type('Add a tag', long.slice(1))
    await press('Save tag')
    expect(one.calls.filter((call) => call.includes('tag'))).toEqual([`tag ${long.slice(1)}`])
  })

  it('that are refused are not lost', async () => {
    const { one, root, type, press } = await show()
    one.answer({ ok: false, refusal: { code: 'limit/reached', message: 'x' } })
    await type('Add a tag', 'one too many')
    await press('Save tag')
    expect(byRole(root, 'alert').textContent).toBe('There is no room for more of these')
    expect(root.querySelector('input[aria-label="Add a tag"]')).toHaveProperty('value', 'one too many')
  })
})

describe('what is known of the visitor', () => {
  it('is told as it was given, a year without thousands', async () => {
    const { root, one, change } = await show()
    await change(() => one.$attributes.set({ plan: 'Business', since: 2019, newsletter: false }))
    const facts = [...root.querySelectorAll('.fields > div')].map((row) => [...row.children].map((cell) => cell.textContent))
    expect(facts).toEqual(expect.arrayContaining([['plan', 'Business'], ['since', '2019'], ['newsletter', 'No']]))
  })

  it('holds when somebody should come back', async () => {
    const { root, one, change } = await show({ followUp: { state: 'scheduled', at: new Date(2026, 10, 23, 9).getTime() } })
    const panel = () => byRole(root, 'complementary', 'Context').textContent ?? ''
    expect(panel()).toMatch(/Follow-up.*Monday.*9:00/)
    expect(panel()).not.toContain('It is time')
    await change(() => one.$header.set(header('human', { followUp: { state: 'due' } })))
    expect(panel()).toContain('It is time to come back to the visitor')
  })
})

describe('those beside the holder', () => {
  const banner = (root: ShadowRoot) => root.querySelector('.banner')?.textContent ?? ''

  it('are named to the holder, and to each other', async () => {
    const { root, one, change } = await show({ people: [maria, sarah, ann], helpers: [ann.id] })
    expect(banner(root)).toBe('Ann joined to help you')
    const beside = { people: [maria, tom, ann, sarah], floor: { number: 3, holder: { kind: 'agent', id: tom.id } } } as const
    await change(() => one.$header.set(header('human', { ...beside, helpers: [ann.id] })))
    expect(banner(root)).toBe('Ann joined to help Tom Adeyemi')
    await change(() => one.$header.set(header('human', { ...beside, helpers: [sarah.id] })))
    expect(banner(root)).toBe('You write beside Tom Adeyemi')
    await change(() => one.$header.set(header('human', beside)))
    expect(root.querySelector('.banner')).toBeNull()
  })

  it('come when they were invited, and go', async () => {
    const beside = { people: [maria, tom], floor: { number: 3, holder: { kind: 'agent', id: tom.id } }, invited: [sarah.id] } as const
    const { one, press, change, box } = await show(beside)
    expect(box().disabled).toBe(true)
    await press('Join')
    await change(() => one.$header.set(header('human', { ...beside, helpers: [sarah.id] })))
    expect(box().disabled).toBe(false)
    await press('Leave')
    expect(one.calls.filter((call) => call === 'join' || call === 'leave')).toEqual(['join', 'leave'])
  })

  it('are supervisors who were asked for', async () => {
    const { one, root, press, change } = await show()
    await press('Ask for a supervisor')
    expect(one.calls).toContain('supervisor')
    await change(() => one.$header.set(header('human', { escalated: true })))
    expect(byRole(root, 'complementary', 'Context').textContent).toContain('Waiting for a supervisor')
    expect(allByRole(root, 'button', 'Ask for a supervisor')).toEqual([])
  })
})

describe('a message', () => {
  it('is removed for good only when that was meant', async () => {
    const { one, root, press, change, click, focused, box } = await show()
    const [first, second] = [message(maria, 'My PIN is 1234'), message(sarah, 'Never tell it')]
    await change(() => one.$rows.set([first, second]))
    const remove = () => allByRole(root, 'button', 'Remove message')[0] as HTMLElement
    await click(remove())
    expect(root.querySelector('[role=alertdialog]')?.getAttribute('aria-label')).toContain('for good?')
    expect(focused()).toBe(byRole(root, 'button', 'Keep'))
    await press('Keep')
    expect([one.calls.filter((call) => call.startsWith('redact')), focused()]).toEqual([[], remove()])
    await click(remove())
    await press('Remove')
    expect(one.calls).toContain(`redact ${first.seq}`)
    expect([root.querySelector('[role=alertdialog]'), focused()]).toEqual([null, box()])
  })

  it('of the agent says whether it was read, the newest only', async () => {
    const { one, root, change } = await show()
    const own = [message(sarah, 'One'), message(sarah, 'Two')]
    await change(() => one.$rows.set(own))
    const metas = () => textsOf([...root.querySelectorAll('.meta')]).map((text) => text.split(' · ')[1])
    expect(metas()).toEqual(['Sent'])
    await change(() => one.$receipts.set({ delivered: 9999, read: 0 }))
    expect(metas()).toEqual(['Delivered'])
    await change(() => one.$receipts.set({ delivered: 9999, read: 9999 }))
    expect(metas()).toEqual(['Read'])
  })

  it('that the assistant had drafted is marked, and what a person did is summed up', async () => {
    const { one, root, change } = await show()
    const assisted = { ...message(sarah, 'On its way'), assisted: true } as ReturnType<typeof message>
    await change(() => one.$rows.set([assisted, { type: 'summary', id: 'row-77', seq: 77, at: start, episode: 2, text: 'Blocked the card.' }]))
    expect(textsOf([...root.querySelectorAll('.chip')])).toEqual(['Drafted by AI'])
    expect(root.querySelector('.summarised')?.textContent).toMatch(/Summary.*Blocked the card\./)
  })
})

describe('a conversation whose contents were removed', () => {
  it('shows nothing of them and takes nothing', async () => {
    const { one, root, box, change } = await show({ phase: 'closed', erased: true, people: [], floor: { number: 3, holder: null } })
    await change(() => one.$rows.set([{ type: 'notice', id: 'row-2', seq: 2, at: start, by: { kind: 'visitor', id: maria.id }, key: 'message-removed', params: {} }]))
    expect(byRole(root, 'log').textContent).toBe('This conversation was removed')
    expect(box().disabled).toBe(true)
    expect(textsOf(allByRole(root, 'button')).filter(Boolean)).not.toContain('Add note')
  })
})

describe('the lists', () => {
  it('tell where a supervisor or a call back is wanted', async () => {
    const { root } = await openConsole(({ $others, $closed }) => {
      $others.set([entry('tom', { phase: 'human', holder: tom.id, holderName: tom.name, escalated: true })])
      $closed.set([entry('late', { phase: 'closed', followUp: true, ticket: true })])
    })
    const tags = (list: string) => textsOf([...byRole(root, 'list', list).querySelectorAll('.tag')])
    expect(tags('With colleagues')).toEqual(['Supervisor wanted', 'With Tom Adeyemi'])
    expect(tags('Messages left')).toEqual(['Come back now', 'Left a message'])
  })
})
