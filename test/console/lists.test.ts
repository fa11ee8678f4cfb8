// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HandbackError } from '../../src/protocol/index.ts'
import { allByRole, byRole, textsOf } from './by-role.ts'
import { sarah } from './fake-desk.ts'
import { entry, header, message, maria, start, tom } from './samples.ts'
import { closeConsoles, openConsole } from './world.ts'

beforeEach(() => void vi.useFakeTimers({ now: start + 2 * 60_000, toFake: ['Date', 'setInterval', 'clearInterval'] }))
afterEach(() => {
  closeConsoles()
  vi.useRealTimers()
})

const items = (root: ShadowRoot, list: string): string[] => textsOf(allByRole(byRole(root, 'list', list), 'listitem'))

describe('the queue', () => {
  it('shows who waits, why, for how long, with which words, and offers to claim', async () => {
    const { root } = await openConsole(({ $queue }) => $queue.set([entry('one'), entry('two', { visitorName: '', reason: 'of a later version' })]))
    const [first, second] = allByRole(byRole(root, 'list', 'Queue'), 'listitem')
    expect(first?.textContent).toContain('Maria Jensen')
    expect(first?.textContent).toContain('Asked for a person')
    expect(first?.textContent).toContain('2\u00a0min')
    expect(first?.textContent).toContain('My transfer has not arrived')
    expect(byRole(first as HTMLElement, 'button', 'Claim').getAttribute('aria-describedby')).toBe(first?.querySelector('.item-name')?.id)
    expect(second?.textContent).toContain('Visitor')
    expect(second?.textContent).toContain('A rule matched')
  })

  it.each([
    ['rule', 'safety', 'Somebody may be in danger'],
    ['rule', 'promise-audit', 'The assistant said that a person would come'],
    ['rule', 'vip-customers', 'A rule matched: vip-customers'],
    ['of a later version', 'new-rule', 'A rule matched: new-rule'],
    ['assistant-request', 'wants a refund', 'The assistant asked for help: wants a refund'],
    ['assistant-request', 'assistant-request', 'The assistant asked for help'],
    ['visitor-request', 'human-request', 'Asked for a person'],
    ['transfer', 'budget', 'Transferred by a colleague'],
    ['rule', 'toString', 'A rule matched: toString'],
  ])('names the rule that asked for a person: %s, %s', async (reason, rule, text) => {
    const { root } = await openConsole(({ $queue }) => $queue.set([entry('one', { reason, rule })]))
    expect(root.querySelector('.item-reason')?.textContent).toBe(text)
  })

  it('reads out the rule with who begins to wait', async () => {
    const { root, change, $queue } = await openConsole()
    await change(() => $queue.set([entry('one', { reason: 'rule', rule: 'safety' })]))
    await vi.waitFor(() => expect(root.querySelector('[aria-live=polite]')?.textContent).toContain('Queue: Maria Jensen, Somebody may be in danger'))
  })

  it('shows who has left since when, where they stand in line', async () => {
    const { root, change } = await openConsole(({ $queue }) => $queue.set([entry('one', { left: start - 3 * 60_000 }), entry('two', { visitorName: 'Boris' })]))
    expect(items(root, 'Queue').map((text) => text.includes('Visitor left'))).toEqual([true, false])
    expect(root.querySelector('.tag-left')?.textContent).toBe('Visitor left 5\u00a0min ago')
    await change(() => void vi.advanceTimersByTime(60_000))
    expect(root.querySelector('.tag-left')?.textContent).toBe('Visitor left 6\u00a0min ago')
    expect(items(root, 'Queue')[0]).toContain('3 min')
  })

  it('ticks', async () => {
    const { root, change } = await openConsole(({ $queue }) => $queue.set([entry('one')]))
    await change(() => void vi.advanceTimersByTime(60_000))
    expect(items(root, 'Queue')[0]).toContain('3 min')
  })

  it('says that nobody is waiting', async () => {
    const { root, change, $queue } = await openConsole()
    expect(items(root, 'Queue')).toEqual([])
    expect(root.textContent).toContain('Nobody is waiting')
    await change(() => $queue.set([entry('one')]))
    expect(root.textContent).not.toContain('Nobody is waiting')
  })

  it('claims nothing of the sort before the hub has told anything', async () => {
    const { root, change, $connection } = await openConsole(({ $connection }) => $connection.set('connecting'))
    const empty = ['Nobody is waiting', 'Claim a conversation to start', 'No visitor is talking', 'Nothing was closed']
    for (const words of empty) expect(root.textContent).not.toContain(words)
    await change(() => $connection.set('live'))
    await change(() => $connection.set('offline'))
    for (const words of empty) expect(root.textContent).toContain(words)
  })
})

describe('messages left', () => {
  it('are listed on their own, the oldest first, and are taken up by a button', async () => {
    const { root, click, thread } = await openConsole(({ $others, $closed }) => {
      $others.set([entry('open', { phase: 'bot', visitorName: 'Open', ticket: true, updated: start + 5 }), entry('tom', { phase: 'human', holder: tom.id, holderName: tom.name, ticket: true })])
      $closed.set([entry('ended', { phase: 'closed', visitorName: 'Ended', ticket: true, updated: start })])
    })
    expect(items(root, 'Messages left').map((text) => text.slice(0, 4))).toEqual(['Ende', 'Open'])
    expect([items(root, 'With the assistant'), items(root, 'Closed'), items(root, 'With colleagues').length]).toEqual([[], [], 1])
    await click(byRole(allByRole(byRole(root, 'list', 'Messages left'), 'listitem')[0] as HTMLElement, 'button', 'Claim'))
    expect(thread('ended').calls).toContain('claim')
  })
})

describe('an expired sign-in', () => {
  it('is said, and nothing of being offline', async () => {
    const { root, change, $connection, $error } = await openConsole()
    await change(() => {
      $connection.set('offline')
      $error.set(new HandbackError('transport/unauthorized', 'No.'))
    })
    expect(root.textContent).toContain('Sign in again')
    expect(root.textContent).not.toContain('Offline')
    await change(() => $error.set(null))
    expect(root.textContent).toContain('Offline')
  })

  it.each([
    ['desk/no-agent', 'needs a token of an agent'],
    ['desk/other-agent', 'of somebody else than this console'],
  ] as const)('say that the token is not one for here (%s), and nothing of who waits', async (code, words) => {
    const { root, change, $connection, $error } = await openConsole(({ $connection }) => $connection.set('connecting'))
    await change(() => {
      $connection.set('idle')
      $error.set(new HandbackError(code, 'No.'))
    })
    expect(root.querySelector('[role=alert]')?.textContent).toContain(words)
    expect(root.querySelector('.connection')?.textContent).toBe('Not signed in here')
    expect(root.querySelector('.connection')?.getAttribute('data-state')).toBe('offline')
    expect(root.textContent).not.toMatch(/Nobody is waiting|All quiet|Connecting/)
  })
})

describe('the other lists', () => {
  it('part what is mine, with the assistant, with colleagues, and closed', async () => {
    const { root } = await openConsole(({ $mine, $others, $closed }) => {
      $mine.set([entry('mine', { phase: 'human', holder: sarah.id, visitorName: 'Mine' })])
      $others.set([
        entry('bot', { phase: 'bot', visitorName: 'Bot' }),
        entry('tasks', { phase: 'handback', visitorName: 'Tasks' }),
        entry('tom', { phase: 'human', holder: tom.id, holderName: tom.name, visitorName: 'Toms' }),
      ])
      $closed.set([entry('closed', { phase: 'closed', visitorName: 'Closed' })])
    })
    expect(items(root, 'My conversations')[0]).toContain('Mine')
    expect(items(root, 'With the assistant').map((text) => text.slice(0, 3))).toEqual(['Bot', 'Tas'])
    expect(items(root, 'With the assistant')[1]).toContain('Wrapping up')
    expect(items(root, 'With colleagues')[0]).toContain('With Tom Adeyemi')
    expect(items(root, 'Closed')[0]).toContain('Closed')
  })

  it('mark what the visitor wrote and nobody has seen, in own conversations that are not on screen', async () => {
    const { root, change, click, thread } = await openConsole((fake) => {
      fake.$mine.set([entry('mine', { phase: 'human', holder: sarah.id })])
      fake.thread('mine').$header.set(header('human', { read: { visitor: 0, staff: 3 } }))
      fake.thread('mine').$rows.set([{ ...message(maria, 'Seen'), seq: 3 }, { ...message(maria, 'New'), seq: 5 }, { ...message(sarah, 'Own'), seq: 6 }])
    })
    expect(byRole(root, 'img', '1 unread').textContent).toBe('1')
    await change(() => thread('mine').$header.set(header('human', { read: { visitor: 0, staff: 5 } })))
    expect(allByRole(root, 'img')).toEqual([])
    await change(() => thread('mine').$header.set(header('human')))
    await click(allByRole(byRole(root, 'list', 'My conversations'), 'button')[0] as HTMLElement)
    expect(allByRole(root, 'img')).toEqual([])
  })

  it('show fifty of what needs nobody, and fifty more each time that they are asked for, without end', async () => {
    const many = (list: string, phase: 'bot' | 'closed', count: number) => Array.from({ length: count }, (_, index) => entry(`${list}-${index}`, { phase, visitorName: `${list} ${index + 1}` }))
    const { root, click, thread } = await openConsole(({ $others, $closed, thread }) => {
      $others.set(many('Bot', 'bot', 120))
      $closed.set(many('Old', 'closed', 50))
      thread('Bot-119').$header.set(header('bot'))
    })
    const counts = () => ['With the assistant', 'Closed'].map((list) => items(root, list).length)
    expect(counts()).toEqual([50, 50])
    const more = byRole(root, 'button', 'Show more')
    expect(root.getElementById(more.getAttribute('aria-describedby') ?? '')?.textContent).toBe('With the assistant')
    await click(more)
    expect([counts(), root.activeElement?.textContent]).toEqual([[100, 50], expect.stringContaining('Bot 51')])
    await click(byRole(root, 'button', 'Show more'))
    expect([counts(), root.activeElement?.textContent]).toEqual([[120, 50], expect.stringContaining('Bot 101')])
    expect(allByRole(root, 'button', 'Show more')).toEqual([])
    await click(allByRole(byRole(root, 'list', 'With the assistant'), 'button').at(-1) as HTMLElement)
    await click(byRole(root, 'button', 'Take over'))
    expect(thread('Bot-119').calls).toContain('claim')
  })

  it('are walked through by the arrow keys', async () => {
    const { root, press } = await openConsole(({ $queue, $others }) => {
      $queue.set([entry('one', { visitorName: 'One' }), entry('two', { visitorName: 'Two' })])
      $others.set([entry('three', { phase: 'bot', visitorName: 'Three' })])
    })
    const focused = (): string => root.activeElement?.textContent?.slice(0, 3) ?? ''
    allByRole(byRole(root, 'list', 'Queue'), 'button')[0]?.focus()
    for (const [key, name] of [['ArrowDown', 'Two'], ['ArrowDown', 'Thr'], ['ArrowDown', 'Thr'], ['Home', 'One'], ['End', 'Thr'], ['ArrowUp', 'Two']] as const) {
      await press(root.activeElement as HTMLElement, key)
      expect(focused()).toBe(name)
    }
  })
})

describe('the conversations that are followed', () => {
  it('are the own ones and the one on screen', async () => {
    const { root, click, change, thread, $mine } = await openConsole(({ $mine, $others }) => {
      $mine.set([entry('mine', { phase: 'human', holder: sarah.id })])
      $others.set([entry('one', { phase: 'bot', visitorName: 'One' }), entry('two', { phase: 'bot', visitorName: 'Two' })])
    })
    const [one, two] = allByRole(byRole(root, 'list', 'With the assistant'), 'button')
    await click(one as HTMLElement)
    await click(two as HTMLElement)
    expect(thread('one').calls).toContain('close')
    expect(thread('two').calls).not.toContain('close')
    expect(thread('mine').calls).not.toContain('close')
    await change(() => $mine.set([]))
    expect(thread('mine').calls).toContain('close')
  })
})
