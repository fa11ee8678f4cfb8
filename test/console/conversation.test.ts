// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StaffRow } from '../../src/conversation/index.ts'
import { allByRole, byRole, textsOf } from './by-role.ts'
import { sarah } from './fake-desk.ts'
import { context, entry, header, maria, message, start, tom, transcript } from './samples.ts'
import { closeConsoles, openConsole } from './world.ts'

beforeEach(() => void vi.useFakeTimers({ now: start + 2 * 60_000, toFake: ['Date', 'setInterval', 'clearInterval'] }))
afterEach(() => {
  closeConsoles()
  vi.useRealTimers()
})

const names = (scope: Element): string[] => textsOf(allByRole(scope, 'button'))

/** A console with one conversation on screen. */
async function show(phase: Parameters<typeof header>[0], changes: Parameters<typeof header>[1] = {}, prepare?: Parameters<typeof openConsole>[0]) {
  const world = await openConsole((fake) => {
    fake.$others.set([entry('one', { phase: 'bot' })])
    fake.thread('one').$header.set(header(phase, changes))
    fake.thread('one').$rows.set(transcript())
    fake.thread('one').$context.set(context)
    prepare?.(fake)
  })
  await world.click(allByRole(byRole(world.root, 'list', 'With the assistant'), 'button')[0] as HTMLElement)
  return { ...world, one: world.thread('one'), region: byRole(world.root, 'region', 'Conversation') }
}

const withTom = { people: [maria, tom], floor: { number: 3, holder: { kind: 'agent', id: tom.id } } } as const

describe('a message that was left for later', () => {
  it('says how the own system of the site calls it, once that has taken it', async () => {
    const filed = (id: string, seq: number, reference?: string): StaffRow => ({ type: 'ticket-filed', id, seq, at: start, ticket: 'ticket-01', ...(reference && { reference }) })
    const { region } = await show('bot', {}, (fake) => fake.thread('one').$rows.set([...transcript(), filed('row-90', 90, 'HELP-4711'), filed('row-91', 91)]))
    expect(textsOf([...region.querySelectorAll('[part~=notice]')]).slice(-2)).toEqual(['Passed on to your own system as HELP-4711', 'Passed on to your own system'])
  })
})

describe('claiming', () => {
  it('opens the conversation and puts the focus where to write', async () => {
    const { root, click, change, thread } = await openConsole((fake) => {
      fake.$queue.set([entry('one')])
      fake.thread('one').$header.set(header('queued'))
    })
    await click(byRole(byRole(root, 'list', 'Queue'), 'button', 'Claim'))
    expect(thread('one').calls).toContain('claim')
    await change(() => thread('one').$header.set(header('human')))
    expect(root.activeElement).toBe(byRole(root, 'textbox', 'Message'))
  })

  it('that comes too late tells who was faster, until dismissed', async () => {
    const { root, click } = await openConsole((fake) => {
      fake.$queue.set([entry('one')])
      fake.thread('one').$header.set(header('human', withTom))
      fake.thread('one').answer({ ok: false, refusal: { code: 'floor/claimed', message: '', holder: 'Tom Adeyemi' } })
    })
    await click(byRole(byRole(root, 'list', 'Queue'), 'button', 'Claim'))
    expect(byRole(root, 'alert').textContent).toBe('Tom Adeyemi has already claimed this conversation')
    await click(byRole(root, 'button', 'Dismiss'))
    expect(allByRole(root, 'alert')).toEqual([])
  })
})

describe('what can be done', () => {
  it.each([
    ['bot', {}, ['Add note', 'Take over']],
    ['queued', {}, ['Add note', 'Claim']],
    ['human', {}, ['Hand back', 'Transfer', 'Resolve', 'Add note']],
    ['human', withTom, ['Add note']],
    ['handback', {}, ['Resolve', 'Add note', 'Take over']],
    ['closed', {}, ['Add note']],
  ] as const)('is what the machine allows: %s', async (phase, changes, expected) => {
    const { region } = await show(phase, changes)
    expect(names(region.querySelector('.actions') as Element)).toEqual(expected)
  })

  it.each([
    ['Hand back', 'hand back'],
    ['Transfer', 'transfer'],
    ['Resolve', 'resolve'],
  ])('is one press away: %s', async (button, call) => {
    const { region, one, click } = await show('human')
    await click(byRole(region, 'button', button))
    expect(one.calls).toContain(call)
  })

  it('is told with its refusal', async () => {
    const { root, region, one, click } = await show('human')
    one.answer({ ok: false, refusal: { code: 'conversation/closed', message: 'x' } })
    await click(byRole(region, 'button', 'Resolve'))
    expect(byRole(root, 'alert').textContent).toBe('This conversation is closed')
  })
})

describe('who has the floor', () => {
  it.each([
    ['bot', {}, 'With the AI Assistant'],
    ['queued', {}, 'Waiting for a person for 2\u00a0min'],
    ['human', {}, 'With you'],
    ['human', { ...withTom, away: true }, 'With Tom Adeyemi, whose connection is lost'],
    ['handback', {}, 'With the AI Assistant, which is wrapping up'],
    ['closed', {}, 'Closed'],
  ] as const)('stands under the visitor’s name: %s', async (phase, changes, text) => {
    const { region } = await show(phase, changes)
    expect(region.querySelector('.state')?.textContent).toBe(text)
  })

  it('says when a visitor who waits has left', async () => {
    const { region, change, $queue } = await show('queued')
    const state = () => region.querySelector('.state')?.textContent
    await change(() => $queue.set([entry('one', { left: start - 3 * 60_000 })]))
    expect(state()).toBe('Waiting for a person for 2\u00a0min · Visitor left 5\u00a0min ago')
    await change(() => $queue.set([entry('one')]))
    expect(state()).toBe('Waiting for a person for 2\u00a0min')
  })

  it('names the rule in the context, also once a person has taken the conversation', async () => {
    const { root, change, $queue } = await show('queued', { handoff: { since: start, until: start + 1, reason: 'rule' } })
    const reason = () => root.querySelector('.reason')?.textContent
    expect(reason()).toBe('A rule matched')
    await change(() => $queue.set([entry('one', { reason: 'rule', rule: 'vip-customers' })]))
    expect(reason()).toBe('A rule matched: vip-customers')
    const taken = await show('human', {}, (fake) => {
      fake.thread('one').$context.set({ ...context, reason: 'rule' })
      fake.$mine.set([entry('one', { phase: 'human', holder: sarah.id, rule: 'budget' })])
    })
    expect(taken.root.querySelector('.reason')?.textContent).toBe('The budget for the assistant is used up')
  })

  it('calls nothing by the names that the machine has for it', async () => {
    for (const phase of ['bot', 'human', 'handback'] as const) {
      const { root, stop } = await show(phase)
      expect(root.textContent).not.toMatch(/\bfloor\b|closing tasks/i)
      stop()
    }
    const { region } = await show('bot')
    expect(region.querySelector('.hint')?.textContent).toMatch(/^The AI Assistant is answering/)
    expect(byRole((await show('human')).region, 'button', 'Hand back').title).toMatch(/Back to the AI Assistant[^]*rating[^]*summary/)
  })

  it('locks the box while it is a colleague, with the name', async () => {
    const { region } = await show('human', withTom)
    expect(byRole(region, 'textbox', 'Message')).toHaveProperty('disabled', true)
    expect(region.querySelector('.hint')?.textContent).toMatch(/^Claim to reply.*Tom Adeyemi is talking/)
  })

  it.each([
    ['bot', 'Writing takes over'],
    ['queued', 'Your first message claims it'],
  ] as const)('says what writing means: %s', async (phase, text) => {
    const { region } = await show(phase)
    expect(byRole(region, 'textbox', 'Message')).toHaveProperty('disabled', false)
    expect(region.querySelector('.hint')?.textContent).toContain(text)
  })
})

describe('the thread', () => {
  it('shows everything that was said, the assistant’s part too', async () => {
    const { root } = await show('human')
    const log = byRole(root, 'log', 'Conversation').textContent
    expect(log).toContain('I sent 250 € to my landlord')
    expect(log).toContain('Transfers within the country usually take')
    expect(log).toContain('Why is my transfer pending?')
  })

  it('shows the rating, and that the visitor is typing', async () => {
    const { root, region, one, change } = await show('human')
    await change(() => {
      one.$rows.set([...transcript(), { type: 'rating', id: 'rating', seq: 30, at: start, episode: 3, score: 6, comment: 'Quick' }])
      one.$visitorTyping.set(true)
    })
    expect(byRole(root, 'log').textContent).toContain('Rated 6 of 7')
    expect(byRole(root, 'complementary', 'Context').textContent).toContain('6 of 7')
    expect(region.textContent).toContain('Visitor is typing…')
  })

  it('says where a visitor did not want to rate, and nothing of a rating that was not asked for', async () => {
    const rating = ({ root }: { readonly root: ShadowRoot }): string | undefined => /Rating(Skipped|\d of 7)?/.exec(byRole(root, 'complementary', 'Context').textContent)?.[0]
    expect(rating(await show('handback', { survey: { episode: 3, state: 'declined' } }))).toBe('RatingSkipped')
    closeConsoles()
    expect(rating(await show('handback', { survey: { episode: 3, state: 'asked' } }))).toBeUndefined()
  })

  it('sends, and gives the words back when they are refused', async () => {
    const { root, region, one, write, click } = await show('human')
    await write('Message', ' On it ')
    expect(one.calls).toContain('typing')
    one.answer({ ok: false, refusal: { code: 'floor/claimed', message: '', holder: 'Tom' } })
    await click(byRole(region, 'button', 'Send'))
    expect(one.calls).toContain('send On it')
    expect(byRole(root, 'alert').textContent).toBe('Tom has already claimed this conversation')
    expect(byRole(region, 'textbox', 'Message')).toHaveProperty('value', 'On it')
  })

  it('keeps what was not sent while another conversation is on screen', async () => {
    const { root, write, click } = await show('human', {}, ({ $closed }) => $closed.set([entry('two', { phase: 'closed', visitorName: 'Two' })]))
    await write('Message', 'Half a sent')
    await click(allByRole(byRole(root, 'list', 'Closed'), 'button')[0] as HTMLElement)
    await click(allByRole(byRole(root, 'list', 'With the assistant'), 'button')[0] as HTMLElement)
    expect(byRole(root, 'textbox', 'Message')).toHaveProperty('value', 'Half a sent')
  })

  it('tells the desk whether it is looked at', async () => {
    const { root, one, click } = await show('human')
    expect(one.calls).toContain('visible true')
    await click(byRole(root, 'button', 'Back to the lists'))
    expect(one.calls.slice(-2)).toEqual(['visible false', 'close'])
  })

  it('says that the conversation is gone', async () => {
    const { root, one, change } = await show('human')
    await change(() => one.$gone.set(true))
    expect(byRole(root, 'region', 'Conversation').textContent).toContain('This conversation no longer exists')
  })
})

describe('the context', () => {
  it('shows why, what was found out, and since when', async () => {
    const { root } = await show('queued')
    const panel = byRole(root, 'complementary', 'Context').textContent ?? ''
    for (const text of ['Asked for a person', 'A transfer of 250 € to a landlord', 'Recipient', 'Landlord', 'Why is my transfer pending?', '46 %', 'Unhappy', 'Maria Jensen', 'Waiting since']) {
      expect(panel).toContain(text)
    }
  })

  it('offers no link that is not safe', async () => {
    const { root, one, change } = await show('queued')
    await change(() => one.$context.set({ ...context, articles: [{ id: 'bad', title: 'Bad', url: 'javascript:alert(1)' }] }))
    expect(byRole(root, 'complementary', 'Context').querySelector('.articles a')).toBeNull()
  })

  it('labels what was found out like everything else', async () => {
    const { root } = await show('human', {}, (fake) => fake.thread('one').$context.set({ ...context, fields: { page: '/fees', Language: 'de' } }))
    const labels = [...root.querySelectorAll('.fields dt')].map((label) => label.textContent)
    expect(labels.slice(0, 2)).toEqual(['Page', 'Language'])
  })

  it('goes back to the message box when a note was saved, and when the floor is given away', async () => {
    const { root, region, click, write } = await show('human')
    await click(byRole(region, 'button', 'Add note'))
    await write('Note', 'Released')
    await click(byRole(region, 'button', 'Save note'))
    expect(root.activeElement).toBe(byRole(root, 'textbox', 'Message'))
    await click(byRole(region, 'button', 'Add note'))
    await write('Note', 'Half a')
    await click(byRole(region, 'button', 'Hand back'))
    expect(allByRole(root, 'textbox', 'Note')).toEqual([])
    await click(byRole(region, 'button', 'Add note'))
    expect(byRole(root, 'textbox', 'Note')).toHaveProperty('value', 'Half a')
  })

  it('keeps a note that was refused', async () => {
    const { root, region, one, click, write } = await show('human')
    await click(byRole(region, 'button', 'Add note'))
    await write('Note', 'Released')
    one.answer({ ok: false, refusal: { code: 'request/forbidden', message: '' } })
    await click(byRole(region, 'button', 'Save note'))
    expect(byRole(root, 'textbox', 'Note')).toHaveProperty('value', 'Released')
  })

  it('says what a transfer does', async () => {
    const { region } = await show('human')
    expect(byRole(region, 'button', 'Transfer').title).toBe('Back into the queue for a colleague')
  })

  it('takes notes that only the team sees', async () => {
    const { root, region, one, click, write, change } = await show('human')
    await click(byRole(region, 'button', 'Add note'))
    expect(root.activeElement).toBe(byRole(root, 'textbox', 'Note'))
    await write('Note', 'Released at 10:40')
    await click(byRole(region, 'button', 'Save note'))
    expect(one.calls).toContain('note Released at 10:40')
    expect(allByRole(root, 'textbox', 'Note')).toEqual([])
    await change(() => one.$rows.set([...transcript(), { type: 'note', id: 'note-1', seq: 40, at: start, author: sarah, text: 'Released at 10:40' }]))
    expect(byRole(root, 'complementary', 'Context').textContent).toContain('Released at 10:40')
  })
})

describe('the console', () => {
  it('shows whose desk it is and whether it is in touch', async () => {
    const onSignOut = vi.fn()
    const { root, click, change, $connection } = await openConsole(undefined, { onSignOut, strings: { signOut: 'Go home' } })
    expect(root.querySelector('.account')?.textContent).toContain('Sarah Okafor')
    expect(root.querySelector('.avatar')?.textContent).toBe('SO')
    expect(byRole(root, 'status').textContent).toBe('Live')
    await change(() => $connection.set('offline'))
    expect(byRole(root, 'status').textContent).toBe('Offline, trying again…')
    await click(byRole(root, 'button', 'Go home'))
    expect(onSignOut).toHaveBeenCalledOnce()
  })

  it('reads out what the visitor writes', async () => {
    const { root, one, change } = await show('human')
    await change(() => one.$rows.set([...one.$rows.get(), message(maria, 'Are you there?'), message(tom, 'In a **moment**')]))
    expect(root.querySelector('[aria-live=polite]')?.textContent).toBe('Maria Jensen: Are you there?Tom Adeyemi: In a moment')
  })

  it('leaves nothing behind when it is stopped', async () => {
    vi.useFakeTimers({ now: start + 2 * 60_000, toFake: ['Date', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] })
    const { root, stop, one, change } = await show('human')
    const clock = vi.getTimerCount()
    // what is read out waits to be taken away
    await change(() => one.$rows.set([...one.$rows.get(), { ...message(tom, 'In a moment'), seq: 9_000 }]))
    expect(vi.getTimerCount()).toBeGreaterThan(clock)
    stop()
    expect(root.childElementCount).toBe(0)
    expect(root.adoptedStyleSheets).toEqual([])
    expect(one.calls).toContain('close')
    // those of Preact are for the next frame
    await vi.advanceTimersByTimeAsync(100)
    expect(vi.getTimerCount()).toBe(0)
  })
})
