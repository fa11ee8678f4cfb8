// @vitest-environment happy-dom
import { options } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { MessageRow } from '../../src/conversation/rows.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { english } from '../../src/ui/english.ts'
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
/** Until the code of what is shown now has come. */
const settled = () => act(() => vi.dynamicImportSettled())
const verbs = () => fake.calls.map(([name]) => name).filter((name) => !['resume', 'setVisible'].includes(name))

describe('the status line', () => {
  test.each([
    [{ type: 'assistant' }, 'Chatting with AI Assistant'],
    [{ type: 'connecting' }, "Connecting to agent…We’ll be with you as soon as we can"],
    [{ type: 'connecting', place: 2 }, "Connecting to agent…You’re number 2 in line · We’ll be with you as soon as we can"],
    [{ type: 'connecting', place: 2, wait: 170_000 }, "Connecting to agent…You’re number 2 in line · About 3\u00a0min"],
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

  test('that leads nowhere ends in a form for a message, which begins with what the visitor has said', async () => {
    act(() => {
      fake.says(visitor, 'My card is gone')
      fake.notice('handoff-expired', {}, 'assistant')
    })
    act(() => button('Leave a message')?.click())
    await settled()
    const box = one('form.card textarea') as HTMLTextAreaElement
    const contact = one('form.card input') as HTMLInputElement
    expect(box.value).toBe('My card is gone')
    expect(root().activeElement).toBe(box)
    expect(box.closest('label')?.textContent).toBe('Your message')
    expect(contact.closest('label')?.textContent).toBe('E-mail (optional)')
    expect(root().getElementById(contact.getAttribute('aria-describedby') ?? '')?.textContent).toBe("If you leave your e-mail, we’ll get back to you.")
    act(() => {
      box.value = ' Call me '
      box.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
    act(() => button('Leave message')?.click())
    await settled()
    expect(fake.calls.at(-1)).toEqual(['leaveMessage', 'Call me', undefined])
    expect(one('form.card')).toBeNull()
  })
})

describe('the closing tasks', () => {
  test('a rating is 1 to 7, with a comment', async () => {
    act(() => {
      fake.row((seq, at) => ({ type: 'survey', id: 'survey-1', seq, at, episode: 3 }))
      fake.state({ survey: 3, phase: 'handback' })
    })
    await settled()
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
    expect(fake.calls.at(-1)).toEqual(['rate', 6, 'kind', undefined])
    act(() => fake.state({ survey: null }))
    expect(one('[role=radiogroup]')).toBeNull()
  })

  test('nothing else ends the conversation, anything else goes on', () => {
    act(() => void fake.notice('anything-else', {}, 'assistant'))
    act(() => button("No, that’s all")?.click())
    expect(verbs()).toEqual(['endConversation'])
    act(() => void fake.says(visitor, 'One more thing'))
    expect(button("No, that’s all")).toBeUndefined()
  })

  /** Out of the menu. */
  const end = async () => {
    if (!one('[role=menu]')) act(() => button('More')?.click())
    await settled()
    act(() => all('[role=menuitem]').find((item) => item.textContent === 'End conversation')?.click())
    await settled()
  }

  test('after the end there is a way to a new conversation', async () => {
    act(() => void fake.says(visitor, 'Hi'))
    expect(button('New conversation')).toBeUndefined()
    act(() => fake.state({ phase: 'closed' }))
    act(() => button('New conversation')?.click())
    expect(fake.calls.at(-1)).toEqual(['openConversation', null])
    expect(root().activeElement).toBe(one('footer textarea'))
  })

  test('a conversation can be ended when there is one', async () => {
    await end()
    expect(one('[role=alertdialog]')).toBeNull()
    act(() => void fake.says(visitor, 'Hi'))
    await end()
    expect(one('[role=alertdialog]')?.getAttribute('aria-label')).toBe('End this conversation?')
    expect(verbs()).not.toContain('endConversation')
    act(() => (one('[role=alertdialog] .primary') as HTMLButtonElement).click())
    expect(verbs().at(-1)).toBe('endConversation')
    expect(one('[role=alertdialog]')).toBeNull()
    expect(root().activeElement).toBe(one('footer textarea'))
    act(() => fake.state({ phase: 'closed' }))
    await end()
    expect(one('[role=alertdialog]')).toBeNull()
  })

  test('a question that the end has overtaken is not asked again when the conversation goes on', async () => {
    act(() => void fake.says(visitor, 'Hi'))
    await end()
    expect(one('[role=alertdialog]')).not.toBeNull()
    act(() => fake.state({ phase: 'closed' }))
    expect(one('[role=alertdialog]')).toBeNull()
    act(() => fake.state({ phase: 'bot' }))
    expect(one('[role=alertdialog]')).toBeNull()
  })

  test('a conversation goes on when the question whether to end it is answered by no, or by Escape', async () => {
    act(() => void fake.says(visitor, 'Hi'))
    const keeps = [
      () => button('Keep chatting')?.click(),
      () => void root().activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true })),
    ]
    for (const keep of keeps) {
      await end()
      expect(root().activeElement).toBe(button('Keep chatting'))
      act(keep)
      expect(one('[role=alertdialog]')).toBeNull()
      expect(root().activeElement).toBe(button('More'))
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
  test('re-renders its own row only, and is announced once, when it is whole', async () => {
    act(() => {
      fake.says(visitor, 'Hi')
      fake.says(bot, 'Hello')
    })
    let [seen, changed] = [0, 0]
    const rows = one('.rows') as HTMLElement
    const before = all('.row')
    const observer = new MutationObserver((records) => {
      seen += records.length
      for (const { target } of records) if (before.some((row) => row.contains(target))) changed += 1
    })
    observer.observe(rows, { subtree: true, childList: true, characterData: true, attributes: true })
    act(() => void fake.streams('You **can'))
    // words that follow are shown with the next frame
    await act(async () => {
      fake.streams('You **can** top')
      await new Promise((resolve) => requestAnimationFrame(resolve))
    })
    // The last character waits: it may be the beginning of a mark.
    expect(text('.bubble').at(-1)).toBe('You can to')
    expect(one('.bubble[aria-busy=true]')).not.toBeNull()
    expect(text('[aria-live=polite] p')).toEqual(['AI Assistant: Hello'])
    expect(seen).toBeGreaterThan(0)
    expect(changed).toBe(0)
    // one that is made anew changes nothing in the old one
    expect(before.filter((row) => !row.isConnected)).toEqual([])
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

describe('an answer that is being written', () => {
  test('can be stopped as long as it is, and says so afterwards', async () => {
    act(() => void fake.says(visitor, 'Hi'))
    expect(button('Stop')).toBeUndefined()
    act(() => fake.state({ answering: true }))
    await act(async () => button('Stop')?.click())
    expect(verbs()).toEqual(['stop'])
    expect(root().activeElement).toBe(one('footer textarea'))
    act(() => {
      fake.state({ answering: false })
      fake.says(bot, 'You can', { stopped: true })
      fake.says(bot, 'Something else')
    })
    expect(button('Stop')).toBeUndefined()
    expect(text('.meta').filter((words) => words?.endsWith('Stopped'))).toHaveLength(1)
  })
})

describe('whether somebody should come back', () => {
  const card = () => one('form.follow-up')
  const radio = (index: number) => act(() => (all('form.follow-up [type=radio]')[index] as HTMLInputElement).click())

  beforeEach(async () => {
    vi.useFakeTimers({ now: new Date(2026, 10, 18, 15, 30), toFake: ['Date'] })
    act(() => {
      fake.notice('follow-up', {}, 'assistant')
      fake.state({ followUp: true, phase: 'handback' })
    })
    await settled()
  })

  test('is answered by a time of the visitor’s day and a way to reach them', async () => {
    const [hour, tomorrow, monday, ...more] = text('form.follow-up .times label')
    expect([hour, more]).toEqual(['In an hour 16:30', []])
    expect(tomorrow).toMatch(/^Tomorrow morning 0?9:00$/)
    expect(monday).toMatch(/^Monday,? 23 November 0?9:00$/)
    expect(button('Get back to me')?.disabled).toBe(true)
    radio(2)
    const contact = one('form.follow-up input[type=text]') as HTMLInputElement
    expect(contact.closest('label')?.textContent).toBe('E-mail or phone (optional)')
    act(() => {
      contact.value = ' maria@example.com '
      contact.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
    await act(async () => button('Get back to me')?.click())
    expect(fake.calls.at(-1)).toEqual(['scheduleFollowUp', { at: new Date(2026, 10, 23, 9).getTime(), contact: 'maria@example.com' }])
    act(() => fake.state({ followUp: false }))
    expect(card()).toBeNull()
  })

  test('in an hour is an hour from the answer, and nothing is told that was not written', async () => {
    radio(0)
    vi.setSystemTime(new Date(2026, 10, 18, 16, 0))
    await act(async () => button('Get back to me')?.click())
    expect(fake.calls.at(-1)).toEqual(['scheduleFollowUp', { at: new Date(2026, 10, 18, 17, 0).getTime() }])
  })

  test('is answered by no', async () => {
    await act(async () => button('No, thanks')?.click())
    expect(fake.calls.at(-1)).toEqual(['declineFollowUp'])
  })
})

describe('what a message is made of', () => {
  test('files are told by name and size; a message of nothing else has no empty words', async () => {
    const file = { type: 'attachment', blob: 'blob-00001', name: 'letter.pdf', media: 'application/pdf', size: 248_000 } as const
    act(() => void fake.says(visitor, '', { parts: [file, { ...file, blob: 'blob-00002', name: 'photo.jpg', media: 'image/jpeg', alt: 'A torn envelope' }] }))
    await settled()
    expect(text('.bubble li bdi')).toEqual(['letter.pdf', 'photo.jpg'])
    expect(text('.bubble li')[0]).toBe('letter.pdf248\u00a0kB')
    expect(fake.calls.filter(([name]) => name === 'readFile')).toEqual([])
    expect(one('.bubble ul')?.getAttribute('aria-label')).toBe('Attachments')
    expect(all('.bubble p, .bubble a, .bubble img')).toEqual([])
  })

  test('a form can be filled in, and is shown with its answers once they are there', async () => {
    const form = { type: 'form', form: 'form-0001', title: 'Your card', fields: [{ name: 'who', label: 'Name on it', kind: 'text', required: true }, { name: 'colour', label: 'Colour', kind: 'choice', options: ['Black', 'Sand'] }] } as const
    act(() => void fake.says(bot, 'A few details:', { parts: [form] }))
    await settled()
    const name = one('.form input') as HTMLInputElement
    act(() => {
      name.value = 'Maria'
      name.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
    await act(async () => (one('.form button.primary') as HTMLButtonElement).click())
    expect(fake.calls.at(-1)).toEqual(['submitForm', 'form-0001', { who: 'Maria' }])
    act(() => void fake.row((seq, at) => ({ type: 'form', id: 'row-form', seq, at, form: 'form-0001', values: { who: 'Maria', later: 'x' } })))
    await settled()
    expect(one('.form input')).toBeNull()
    expect(text('.answers dt')).toEqual(['Name on it', 'later'])
    expect(text('.answers dd')).toEqual(['Maria', 'x'])
    expect(one('.answers strong')?.textContent?.trim()).toBe('Your card')
  })

  test('what a person sent of a draft is a person’s, and says so', async () => {
    act(() => void fake.says(sarah, 'I am looking'))
    act(() => void fake.says(sarah, 'It is on its way', { assisted: true }))
    expect(text('.who')).toEqual(['Sarah Human'])
    expect(text('.chip')).toEqual(['Drafted by AI'])
    expect(all('.chip')[0]?.closest('.row')?.textContent).toContain('It is on its way')
    // a site may want none
    await act(() => widget.setLocale({ drafted: '' }))
    expect(text('.who')).toEqual(['Sarah Human'])
    expect(all('.chip')).toEqual([])
  })

  test('what was removed is a line, of the assistant’s words too', () => {
    act(() => {
      fake.says(bot, 'before')
      fake.notice('message-removed', {}, 'assistant')
    })
    expect(text('.line').at(-1)).toBe('A message was removed')
    expect(all('.bubble')).toHaveLength(1)
  })
})

describe('a conversation whose contents were removed', () => {
  test('is an empty thread that says so, once, and one begins anew by writing', async () => {
    act(() => {
      fake.says(visitor, 'secret')
      fake.notice('message-removed')
      fake.state({ erased: true, phase: 'closed', hasEarlier: true })
    })
    await settled()
    expect(all('.row, .line')).toEqual([])
    expect(one('.rows')?.textContent).toBe('This conversation was removedNothing of it is kept. Write a message to begin a new one.')
    expect(button('Show earlier messages')).toBeUndefined()
    expect(text('[aria-live=polite] p').filter((words) => words === 'This conversation was removed')).toHaveLength(1)
    act(() => {
      fake.load([])
      fake.state({ erased: false, phase: 'bot', conversation: null })
    })
    act(() => {
      fake.load([{ ...fake.message(bot, 'A new beginning'), seq: 1 }])
      fake.state({ conversation: 'conversation-2' })
    })
    expect(text('.row .bubble')).toEqual(['A new beginning'])
    expect(text('[aria-live=polite] p').at(-1)).toBe('AI Assistant: A new beginning')
  })
})

describe('quick replies', () => {
  test('post their words as the visitor’s, under the newest row only', async () => {
    const parts = [{ type: 'quick-replies', options: [{ action: 'send', label: 'Card payment' }, { action: 'handoff-request', label: 'Ask a vet' }] }] as const
    act(() => void fake.says(bot, 'Which one?', { parts }))
    await act(async () => button('Ask a vet')?.click())
    await act(async () => button('Card payment')?.click())
    expect(fake.calls.slice(-2)).toEqual([['requestHuman'], ['sendMessage', 'Card payment']])
    expect(button('Card payment')).toBeUndefined()
  })

  test('have no second button for a person: the one that is always there stands out', async () => {
    const strong = () => all('.help .wanted').map((element) => element.textContent)
    expect(strong()).toEqual([])
    act(() => void fake.says(bot, 'I do not know', { parts: [{ type: 'quick-replies', options: [{ action: 'handoff-request' }] }] }))
    expect(button('Connect me with a person')).toBeUndefined()
    expect(strong()).toEqual(['Talk to a human'])
    act(() => void fake.says(visitor, 'Never mind'))
    expect(strong()).toEqual([])
  })
})

describe('what goes wrong', () => {
  test('a verb that fails is told to the visitor and to the page', async () => {
    const heard: unknown[] = []
    widget.on('error', (error) => heard.push(error))
    const error = new HandbackError('client/closed', 'closed')
    fake.failWith(error)
    await act(async () => button('Talk to a human')?.click())
    expect(text('[role=alert]:not([hidden])')).toEqual(['That didn’t work. Please try again.'])
    await vi.waitFor(() => expect(heard).toEqual([error]))
  })

  test('a refusal is told by its code, and never in the words of the hub', async () => {
    const alerts = () => text('[role=alert]:not([hidden])')
    const refused = (code: string) => new HandbackError('client/refused', 'data.score: at most 7', { cause: { code, message: 'data.score: at most 7' } })
    fake.failWith(refused('handoff/not-open'))
    await act(async () => button('Talk to a human')?.click())
    expect(alerts()).toEqual(['You are no longer waiting for a person.'])
    act(() => fake.emit('error', refused('survey/not-open')))
    expect(alerts()).toEqual(['This has already been answered.'])
    fake.failWith(refused('command/invalid'))
    await act(async () => button('Talk to a human')?.click())
    expect(alerts()).toEqual(['That didn’t work. Please try again.'])
    act(() => {
      fake.says(visitor, 'long', { delivery: 'failed', failure: 'request/too-large' })
      fake.says(visitor, 'odd', { delivery: 'failed', failure: 'data.parts.0: bad' })
    })
    expect(text('.meta.failed').map((words) => words?.trim())).toEqual(['Not sentRetryThat is too long. Please send it in smaller parts.', 'Not sentRetry'])
  })

  test('where there was never a connection, nothing is promised but what was written', () => {
    vi.useFakeTimers()
    act(() => fake.$connection.set('connecting'))
    act(() => fake.$connection.set('offline'))
    act(() => void vi.advanceTimersByTime(5000))
    expect(text('.banner')).toEqual([english.notReached])
    expect(text('[aria-live=polite] p')).toEqual([english.notReached])
    act(() => void fake.says(visitor, 'Hello?', { delivery: 'sending' }))
    expect(text('.banner')).toEqual([`${english.notReached}${english.keptHint}`])
    expect(text('[aria-live=polite] p').at(-1)).toBe(`${english.notReached} ${english.keptHint}`)
    act(() => fake.$connection.set('syncing'))
    act(() => fake.$connection.set('offline'))
    expect(text('.banner')).toEqual([`${english.reconnecting}${english.keptHint}`])
  })

  test('a person counts as asked for once the hub knows of it', () => {
    const help = () => text('.help .pill')
    act(() => fake.state({ waiting: true }))
    expect(help()).toEqual([english.sending])
    act(() => fake.state({ phase: 'queued' }))
    expect(help()).toEqual([english.waitingForPerson])
  })

  test('what was not sent because it was dropped stands in the box', async () => {
    fake.chat.sendMessage = async () => null
    const box = one('footer textarea') as HTMLTextAreaElement
    act(() => {
      box.value = 'My card number is 4111'
      box.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
    await act(async () => button('Send')?.click())
    expect(box.value).toBe('')
    await act(async () => undefined)
    expect(box.value).toBe('My card number is 4111')
    expect(all('[role=alert]:not([hidden])')).toEqual([])
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
    expect(banner()).toEqual([`${english.reconnecting}${english.offlineHint}`])
    expect(text('[aria-live=polite] p')).toEqual([`${english.reconnecting} ${english.offlineHint}`])
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

test('one message appended to 10,000 is one new row, one notice of the list, and two rows rendered: it, and the one that was newest', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => fake.message(index % 3 ? bot : visitor, `message ${index}`))
  act(() => fake.load(many))
  const before = fake.$messages.get()
  let notices = 0
  const off = fake.$messages.listen(() => (notices += 1))
  const rendered: string[] = []
  const { diffed } = options
  options.diffed = (vnode) => {
    const { class: name } = vnode.props as { class?: unknown }
    if (name === 'bubble') rendered.push((vnode as { __e?: Element }).__e?.textContent ?? '')
    diffed?.(vnode)
  }
  act(() => void fake.says(sarah, 'the newest'))
  options.diffed = diffed ?? (() => {})
  off()
  const after = fake.$messages.get()
  expect(after.length).toBe(10_001)
  expect(after.filter((row) => !many.includes(row as MessageRow)).length).toBe(1)
  for (let index = 0; index < 10_000; index += 1) if (after.at(index) !== before.at(index)) expect.unreachable()
  expect(notices).toBe(1)
  expect(rendered).toEqual(['message 9998', 'the newest'])
  expect(all('.row')).toHaveLength(16)
})

test('the newest own message says what has become of it, and a mark of the reader renders that row only', () => {
  act(() => {
    fake.says(visitor, 'first')
    fake.says(visitor, 'second')
    fake.says(bot, 'answer')
  })
  const states = () => text('.row.own .meta').map((words) => words?.split(' · ')[1])
  expect(states()).toEqual(['Sent'])
  let bubbles = 0
  const { diffed } = options
  options.diffed = (vnode) => {
    if ((vnode.props as { class?: unknown }).class === 'bubble') bubbles += 1
    diffed?.(vnode)
  }
  act(() => fake.$receipts.set({ delivered: 2, read: 0 }))
  expect(states()).toEqual(['Delivered'])
  act(() => fake.$receipts.set({ delivered: 2, read: 2 }))
  expect(states()).toEqual(['Read'])
  options.diffed = diffed ?? (() => {})
  expect(bubbles).toBe(2)
})

test('a long thread has its newest rows in the document, and more when asked', () => {
  act(() => {
    for (let count = 1; count <= 200; count += 1) fake.says(count % 2 ? visitor : bot, `message ${count}`)
  })
  expect(all('.row')).toHaveLength(15)
  act(() => button('Show earlier messages')?.click())
  expect(all('.row')).toHaveLength(75)
  expect(verbs()).toEqual([])
  act(() => button('Show earlier messages')?.click())
  act(() => button('Show earlier messages')?.click())
  expect(all('.row')).toHaveLength(195)
  act(() => button('Show earlier messages')?.click())
  expect(all('.row')).toHaveLength(200)
})
