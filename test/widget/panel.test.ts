// @vitest-environment happy-dom
import { options } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { HandbackError } from '../../src/protocol/index.ts'
import { mount } from '../../src/widget/mount.ts'
import type { WidgetHandle } from '../../src/widget/options.ts'
import { bot, createFakeChat, sarah, visitor } from './fake-chat.ts'
import type { FakeChat } from './fake-chat.ts'

let fake: FakeChat
let widget: WidgetHandle

beforeEach(async () => {
  fake = createFakeChat()
  widget = mount({ chat: fake.chat, locale: 'en-GB' })
  await act(() => widget.open())
})
afterEach(() => {
  vi.useRealTimers()
  widget.destroy()
})

const root = () => widget.element.shadowRoot as ShadowRoot
const all = (selector: string) => [...root().querySelectorAll<HTMLElement>(selector)]
const one = (selector: string) => root().querySelector<HTMLElement>(selector)
const text = (selector: string) => all(selector).map((element) => element.textContent)
const nameOf = (element: HTMLElement) => element.getAttribute('aria-label') ?? element.textContent
const button = (name: string) => all('button').find((element) => nameOf(element) === name) as HTMLButtonElement | undefined
const status = () => one('[role=status]')?.textContent
const verbs = () => fake.calls.map(([name]) => name).filter((name) => !['resume', 'setVisible'].includes(name))

describe('the status line', () => {
  test.each([
    [{ type: 'assistant' }, 'Chatting with AI Assistant'],
    [{ type: 'connecting' }, "Connecting to agent…We'll be with you as soon as we can"],
    [{ type: 'connecting', place: 2 }, "Connecting to agent…You're number 2 in line · We'll be with you as soon as we can"],
    [{ type: 'connecting', place: 2, wait: 170_000 }, "Connecting to agent…You're number 2 in line · About 3 min"],
    [{ type: 'agent', agent: sarah, away: false }, 'Chatting with Sarah'],
    [{ type: 'typing', agent: sarah }, 'Sarah is typing…'],
    [{ type: 'closed' }, 'Conversation ended'],
  ] as const)('%j', (value, words) => {
    act(() => fake.$status.set(value))
    expect(status()).toBe(words)
  })

  test('there is one, and it is not a second voice', () => {
    expect(all('[role=status]')).toHaveLength(1)
    expect(one('[role=status]')?.getAttribute('aria-live')).toBe('off')
    expect(one('[role=log]')?.getAttribute('aria-live')).toBe('off')
    expect(all('[aria-live=polite]')).toHaveLength(1)
  })
})

describe('that it is an AI', () => {
  const disclosures = () => text('.line').filter((words) => words?.includes('AI assistant'))

  test('is said before any conversation exists, and never twice', () => {
    expect(disclosures()).toHaveLength(1)
    act(() => void fake.notice('ai-disclosure'))
    expect(disclosures()).toHaveLength(1)
    act(() => void fake.says(visitor, 'Hi'))
    expect(disclosures()).toHaveLength(1)
  })

  test('is not said above the middle of a thread', () => {
    act(() => {
      fake.says(visitor, 'Hi')
      fake.state({ hasEarlier: true })
    })
    expect(disclosures()).toHaveLength(0)
    expect(button('Show earlier messages')).toBeDefined()
  })

  test('stands by each message that is, and people are called people', () => {
    act(() => {
      fake.says(bot, 'I am Anna, a human')
      fake.says(sarah, 'I am here')
      fake.says({ id: 'somebody-1', kind: 'robot' as 'agent', name: 'AI Assistant' }, 'of a later version')
    })
    expect(text('.who')).toEqual(['AI Assistant AI', 'Sarah Human', 'AI Assistant Human'])
    expect(all('.row').map((row) => row.dataset.author)).toEqual(['assistant', 'agent', 'robot'])
  })
})

describe('the way to a person', () => {
  test('is always there, turns into a wait that can be cancelled, and leaves when a person is there', () => {
    act(() => button('Talk to a human')?.click())
    expect(verbs()).toEqual(['requestHuman'])
    act(() => fake.state({ waiting: true, phase: 'queued' }))
    expect(button('Talk to a human')).toBeUndefined()
    expect(button('Waiting for a person')?.disabled).toBe(true)
    act(() => button('Cancel request')?.click())
    expect(verbs()).toEqual(['requestHuman', 'cancelHumanRequest'])
    act(() => fake.state({ waiting: false, phase: 'human' }))
    for (const name of ['Talk to a human', 'Waiting for a person', 'Cancel request']) expect(button(name)).toBeUndefined()
    act(() => fake.state({ phase: 'closed' }))
    expect(button('Talk to a human')).toBeDefined()
  })

  test('keeps the focus in the panel, whoever makes its buttons come and go', async () => {
    const box = () => root().querySelector('footer textarea')
    for (const [name, waiting] of [['Talk to a human', true], ['Cancel request', false]] as const) {
      button(name)?.focus()
      act(() => button(name)?.click())
      act(() => fake.state({ waiting, phase: waiting ? 'queued' : 'bot' }))
      expect(root().activeElement).toBe(box())
    }
    act(() => fake.state({ waiting: true, phase: 'queued' }))
    button('Cancel request')?.focus()
    act(() => fake.state({ waiting: false, phase: 'human' }))
    await vi.waitFor(() => expect(root().activeElement).toBe(box()))
    act(() => void root().activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true })))
    expect(widget.isOpen).toBe(false)
  })

  test('does not take a focus that was elsewhere when its buttons go', async () => {
    const outside = document.createElement('input')
    document.body.append(outside)
    act(() => fake.state({ waiting: true, phase: 'queued' }))
    button('Cancel request')?.focus()
    outside.focus()
    act(() => fake.state({ waiting: false, phase: 'human' }))
    await new Promise(requestAnimationFrame)
    expect(document.activeElement).toBe(outside)
    outside.remove()
  })

  test('that leads nowhere ends in a form for a message', () => {
    act(() => void fake.notice('handoff-expired', {}, 'assistant'))
    act(() => button('Leave a message')?.click())
    const box = one('form.card textarea') as HTMLTextAreaElement
    const contact = one('form.card input') as HTMLInputElement
    expect(box.closest('label')?.textContent).toBe('Your message')
    expect(contact.closest('label')?.textContent).toBe('E-mail (optional)')
    expect(root().getElementById(contact.getAttribute('aria-describedby') ?? '')?.textContent).toBe("If you leave your e-mail, we'll get back to you.")
    act(() => {
      box.value = ' Call me '
      box.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
    act(() => button('Leave message')?.click())
    expect(fake.calls.at(-1)).toEqual(['leaveMessage', 'Call me', undefined])
    expect(one('form.card')).toBeNull()
  })
})

describe('the closing tasks', () => {
  test('a rating is 1 to 7, with a comment', () => {
    act(() => {
      fake.row((seq, at) => ({ type: 'survey', id: 'survey-1', seq, at, episode: 3 }))
      fake.state({ survey: 3, phase: 'handback' })
    })
    const group = one('[role=radiogroup]')
    expect(root().getElementById(group?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('How did we do?')
    const radios = all('[role=radiogroup] input') as HTMLInputElement[]
    expect(radios.map((radio) => radio.closest('label')?.textContent)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(button('Send rating')?.disabled).toBe(true)
    act(() => radios[5]?.click())
    const comment = one('textarea[aria-label=Comment]') as HTMLTextAreaElement
    act(() => {
      comment.value = 'kind'
      comment.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
    act(() => button('Send rating')?.click())
    expect(fake.calls.at(-1)).toEqual(['rate', 6, 'kind'])
    act(() => fake.state({ survey: null }))
    expect(one('[role=radiogroup]')).toBeNull()
  })

  test('nothing else ends the conversation, anything else goes on', () => {
    act(() => void fake.notice('anything-else', {}, 'assistant'))
    act(() => button("No, that's all")?.click())
    expect(verbs()).toEqual(['endConversation'])
    act(() => void fake.says(visitor, 'One more thing'))
    expect(button("No, that's all")).toBeUndefined()
  })

  test('a conversation can be ended when there is one', () => {
    expect(button('End conversation')).toBeUndefined()
    act(() => void fake.says(visitor, 'Hi'))
    act(() => button('End conversation')?.click())
    expect(one('[role=alertdialog]')?.getAttribute('aria-label')).toBe('End this conversation?')
    expect(verbs()).toEqual([])
    act(() => (one('[role=alertdialog] .primary') as HTMLButtonElement).click())
    expect(verbs()).toEqual(['endConversation'])
    expect(one('[role=alertdialog]')).toBeNull()
    expect(root().activeElement).toBe(one('footer textarea'))
    act(() => fake.state({ phase: 'closed' }))
    expect(button('End conversation')).toBeUndefined()
  })

  test('a conversation goes on when the question whether to end it is answered by no, or by Escape', () => {
    act(() => void fake.says(visitor, 'Hi'))
    const keeps = [
      () => button('Keep chatting')?.click(),
      () => void root().activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true })),
    ]
    for (const keep of keeps) {
      act(() => button('End conversation')?.click())
      expect(root().activeElement).toBe(button('Keep chatting'))
      act(keep)
      expect(one('[role=alertdialog]')).toBeNull()
      expect(root().activeElement).toBe(button('End conversation'))
    }
    expect(widget.isOpen).toBe(true)
    expect(verbs()).toEqual([])
  })
})

describe('own messages', () => {
  test('tell whether they have arrived, and can be sent again', () => {
    act(() => {
      fake.says(visitor, 'first')
      fake.says(visitor, 'second')
      fake.says(visitor, 'third', { delivery: 'failed' })
    })
    expect(text('.failed span')).toEqual(['Not sent'])
    act(() => button('Retry')?.click())
    expect(fake.calls.at(-1)).toEqual(['retry', 'message-3'])
    act(() => void fake.says(visitor, 'fourth', { delivery: 'sending' }))
    expect(text('.meta').at(-1)).toMatch(/Sending…$/)
    act(() => void fake.says(visitor, 'fifth'))
    expect(text('.meta').filter((words) => words?.endsWith('Sent'))).toHaveLength(1)
  })

  test('are plain text', () => {
    act(() => void fake.says(visitor, '**not bold** [a](https://x.example) <b>'))
    expect(text('.own .bubble')).toEqual(['**not bold** [a](https://x.example) <b>'])
    expect(all('.own .bubble a, .own .bubble strong, .own .bubble b')).toEqual([])
  })
})

describe('a streamed answer', () => {
  test('re-renders its own row only, and is announced once, when it is whole', () => {
    act(() => {
      fake.says(visitor, 'Hi')
      fake.says(bot, 'Hello')
    })
    let changed = 0
    const rows = one('.rows') as HTMLElement
    const before = all('.row')
    const observer = new MutationObserver((records) => {
      for (const { target } of records) if (before.some((row) => row.contains(target))) changed += 1
    })
    observer.observe(rows, { subtree: true, childList: true, characterData: true, attributes: true })
    act(() => void fake.streams('You **can'))
    act(() => void fake.streams('You **can** top'))
    // The last character waits: it may be the beginning of a mark.
    expect(text('.bubble').at(-1)).toBe('You can to')
    expect(one('.bubble[aria-busy=true]')).not.toBeNull()
    expect(text('[aria-live=polite] p')).toEqual(['AI Assistant: Hello'])
    for (const { target } of observer.takeRecords()) expect(before.some((row) => row.contains(target))).toBe(false)
    expect(changed).toBe(0)
    observer.disconnect()
    act(() => fake.lands([{ type: 'citation', id: 'a1', title: 'Top up', url: '/help/top-up' }]))
    expect(text('[aria-live=polite] p')).toEqual(['AI Assistant: Hello', 'AI Assistant: You can top'])
    expect(all('.bubble[aria-busy=true]')).toEqual([])
    expect(text('.bubble a')).toEqual(['Top up'])
  })

  test('is dots until there are words', () => {
    act(() => fake.$connection.set('live'))
    act(() => fake.state({ answering: true }))
    expect(all('.dots')).toHaveLength(1)
    act(() => fake.$connection.set('offline'))
    expect(all('.dots')).toHaveLength(0)
    act(() => fake.$connection.set('live'))
    expect(all('.dots')).toHaveLength(1)
    act(() => void fake.streams('A'))
    expect(all('.dots')).toHaveLength(0)
  })
})

describe('quick replies', () => {
  test('post their words as the visitor’s, under the newest row only', async () => {
    const parts = [{ type: 'quick-replies', options: [{ action: 'send', label: 'Card payment' }, { action: 'handoff-request' }] }] as const
    act(() => void fake.says(bot, 'Which one?', { parts }))
    act(() => button('Connect me with a person')?.click())
    await act(async () => button('Card payment')?.click())
    expect(fake.calls.slice(-2)).toEqual([['requestHuman'], ['sendMessage', 'Card payment']])
    expect(button('Card payment')).toBeUndefined()
  })
})

describe('what goes wrong', () => {
  test('a verb that fails is told to the visitor and to the page', async () => {
    const heard: unknown[] = []
    widget.on('error', (error) => heard.push(error))
    const error = new HandbackError('client/closed', 'closed')
    fake.failWith(error)
    await act(async () => button('Talk to a human')?.click())
    expect(text('[role=alert]:not([hidden])')).toEqual(['That did not work. Please try again.'])
    expect(heard).toEqual([error])
  })

  test('a lost connection is told after five seconds, however often it is tried in between', () => {
    vi.useFakeTimers()
    const banner = () => text('.banner')
    act(() => fake.$connection.set('connecting'))
    act(() => void vi.advanceTimersByTime(3000))
    act(() => fake.$connection.set('offline'))
    act(() => fake.$connection.set('connecting'))
    act(() => fake.$connection.set('syncing'))
    act(() => fake.$connection.set('offline'))
    act(() => void vi.advanceTimersByTime(1999))
    expect(banner()).toEqual([])
    act(() => void vi.advanceTimersByTime(1))
    expect(banner()).toEqual(['Reconnecting…'])
    act(() => fake.$connection.set('live'))
    expect(banner()).toEqual([])
    act(() => fake.$connection.set('offline'))
    act(() => void vi.advanceTimersByTime(4000))
    act(() => fake.$connection.set('live'))
    act(() => void vi.advanceTimersByTime(4000))
    expect(banner()).toEqual([])
  })
})

test('one more row costs one row', () => {
  act(() => {
    for (let count = 1; count <= 50; count += 1) fake.says(count % 2 ? visitor : bot, `message ${count}`)
  })
  let bubbles = 0
  const { diffed } = options
  options.diffed = (vnode) => {
    if ((vnode.props as { class?: unknown }).class === 'bubble') bubbles += 1
    diffed?.(vnode)
  }
  act(() => void fake.says(bot, 'the newest'))
  options.diffed = diffed ?? (() => {})
  // The row before it belongs to the same group and is no longer its last.
  expect(bubbles).toBe(2)
})

test('a long thread has its newest rows in the document, and more when asked', () => {
  act(() => {
    for (let count = 1; count <= 200; count += 1) fake.says(count % 2 ? visitor : bot, `message ${count}`)
  })
  expect(all('.row')).toHaveLength(60)
  act(() => button('Show earlier messages')?.click())
  expect(all('.row')).toHaveLength(120)
  expect(verbs()).toEqual([])
  act(() => button('Show earlier messages')?.click())
  act(() => button('Show earlier messages')?.click())
  expect(all('.row')).toHaveLength(200)
})
