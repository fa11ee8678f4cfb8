import { scripted, tool } from 'handback/providers/scripted'
import { memoryBlobs } from 'handback/stores/memory'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from './chromium.ts'
import { hubInTest } from './hub-in-test.ts'
import { PATIENCE, newAgent, newVisitor } from './rig.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof hubInTest>>

const answers: Readonly<Record<string, readonly string[]>> = {
  card: ['A card takes ', '**3 to 5** ', 'working days.'],
  pin: ['Choose a new PIN ', 'at any cash machine.'],
}

beforeAll(async () => {
  const answer = (asked: string): readonly string[] => Object.entries(answers).find(([word]) => asked.includes(word))?.[1] ?? ['I see.']
  ;[browser, site] = await Promise.all([
    launchChromium(),
    hubInTest({ provider: scripted(({ messages }) => answer(messages.at(-1)?.text ?? '')), policy: { closingTasks: ['survey'] } }),
  ])
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

/** Everything that a live region of the page has said, in order: what appears in it while it is not hidden, as screen readers take it. */
async function listening(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    const watched = new Set<Node>()
    const live = (element: Element): boolean => {
      const region = element.closest('[aria-live],[role=alert],[role=status],[role=log]')
      const how = region?.getAttribute('aria-live') ?? (region?.getAttribute('role') === 'alert' ? 'assertive' : region ? 'polite' : 'off')
      return how !== 'off' && region?.checkVisibility() === true
    }
    const watch = (root: Node): void => {
      if (watched.has(root)) return
      watched.add(root)
      new MutationObserver((changes) => {
        for (const { addedNodes, target } of changes) {
          for (const node of addedNodes) {
            if (node instanceof Element && node.shadowRoot) watch(node.shadowRoot)
            const place = target instanceof Element ? target : target.parentElement
            const text = (node.textContent ?? '').trim()
            if (place && text && live(place)) heard.push(text)
            else if (node instanceof Element && node.getAttribute('role') === 'alert' && text) heard.push(text)
          }
        }
      }).observe(root, { childList: true, subtree: true })
    }
    for (const element of document.querySelectorAll('*')) if (element.shadowRoot) watch(element.shadowRoot)
    watch(document)
  })
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)
}

it('a conversation from question to rating, by keyboard alone, is told once each, in order', async () => {
  const visitor = await newVisitor(browser, site.base)
  const { page, chat } = visitor
  const heard = await listening(page)
  const hears = async (text: string): Promise<void> => void (await expect.poll(heard, { timeout: PATIENCE }).toContain(text))

  await page.getByRole('button', { name: 'Open chat' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => chat.getByRole('textbox', { name: 'Message' }).evaluate((box) => (box.getRootNode() as ShadowRoot).activeElement === box)).toBe(true)
  await page.keyboard.type('Where is my card?')
  await page.keyboard.press('Enter')
  await hears('AI Assistant: A card takes 3 to 5 working days.')

  // back from the box to the way to a person, which stands right before it
  await page.keyboard.press('Shift+Tab')
  await expect.poll(() => chat.getByRole('button', { name: 'Talk to a human' }).evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button)).toBe(true)
  await page.keyboard.press('Enter')
  await visitor.status('Connecting to agent…')
  const agent = await newAgent(browser, site.base)
  await agent.claimFirst()
  await hears('Sarah joined')
  await agent.say('Hello, I am looking.')
  await hears('Sarah: Hello, I am looking.')
  await agent.press('Hand back')
  await hears('How did we do?')

  // the rating: a group of radio buttons, then its button
  await chat.getByRole('radio', { name: '6' }).focus()
  await page.keyboard.press('Space')
  await chat.getByRole('button', { name: 'Send rating' }).focus()
  await page.keyboard.press('Enter')
  await hears('Thank you for your feedback.')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('button', { name: 'Open chat' }).evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button)).toBe(true)

  const all = await heard()
  expect(all.filter((text) => !/number \d+ in line/.test(text))).toEqual([
    'AI Assistant: A card takes 3 to 5 working days.',
    'I’m connecting you with one of our people. They will see this conversation, so you won’t have to repeat yourself.',
    'Sarah joined',
    'Sarah: Hello, I am looking.',
    'Sarah handed you back to the AI Assistant',
    'How did we do?',
    'Thank you for your feedback.',
  ])
  // the place in line, once for each place
  expect(all.filter((text) => /in line/.test(text)).length).toBeLessThanOrEqual(1)
  await agent.close()
  await visitor.close()
})

it('who waits with the panel closed hears once who has come, what they say and that they have gone, and nothing again on opening', async () => {
  const visitor = await newVisitor(browser, site.base)
  const { page, chat } = visitor
  const heard = await listening(page)
  const hears = async (text: string): Promise<void> => void (await expect.poll(heard, { timeout: PATIENCE }).toContain(text))
  await visitor.open()
  await visitor.say('Where is my card?')
  await hears('AI Assistant: A card takes 3 to 5 working days.')
  await chat.getByRole('button', { name: 'Talk to a human' }).click()
  await visitor.status('Connecting to agent…')
  await page.keyboard.press('Escape')
  const launcher = page.getByRole('button', { name: /^Open chat/ })
  await expect.poll(() => launcher.isVisible()).toBe(true)

  const agent = await newAgent(browser, site.base)
  await agent.claimFirst()
  await hears('Sarah joined')
  await agent.say('Hello, I am looking.')
  await hears('Sarah: Hello, I am looking.')

  // on the next page, where it was not open yet
  await page.reload()
  await expect.poll(() => launcher.getAttribute('aria-label'), { timeout: PATIENCE }).toMatch(/unread/)
  const next = await listening(page)
  await agent.say('Here it is.')
  await expect.poll(next, { timeout: PATIENCE }).toContain('Sarah: Here it is.')
  await agent.press('Hand back')
  await expect.poll(next, { timeout: PATIENCE }).toContain('How did we do?')
  await launcher.click()
  await visitor.sees('Here it is.')
  expect(await next()).toEqual(['Sarah: Here it is.', 'Sarah handed you back to the AI Assistant', 'How did we do?'])
  await agent.close()
  await visitor.close()
})

/** What has the focus, however deep: its name, or what it says. */
const focused = (page: Page) => (): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
    const label = (at as HTMLInputElement | null)?.labels?.[0]
    return (at?.getAttribute('aria-label') ?? label?.textContent ?? at?.textContent ?? '').trim()
  })

it('forms, sources, pages, questions, files and a message for later: by keyboard alone, each opens where it is answered and is told once', async () => {
  const closed = await hubInTest({
    provider: scripted(({ messages, steps = [] }) => {
      const asked = messages.at(-1)?.text ?? ''
      if (asked.includes('call')) return steps[0] ? ['Leave your number below.'] : [tool('ask_form', { form: 'callback' })]
      return ['It is **here**.', { type: 'citation', id: 'cards', title: 'Cards' }]
    }, { supports: { tools: true } }),
    blobs: memoryBlobs(),
    forms: [{ name: 'callback', purpose: 'To be called.', title: 'Where may we call you?', fields: [{ name: 'phone', label: 'Phone', kind: 'phone', required: true }] }],
    knowledge: { search: () => [], article: (id) => (id === 'cards' ? { id, title: 'Cards', text: 'They take five days.' } : undefined) },
    hours: { timeZone: 'UTC', week: {} },
  })
  const visitor = await newVisitor(browser, closed.base)
  const { page, chat } = visitor
  const heard = await listening(page)
  const hears = async (text: string): Promise<void> => void (await expect.poll(heard, { timeout: PATIENCE }).toContain(text))
  const at = async (name: string): Promise<void> => void (await expect.poll(focused(page), { timeout: PATIENCE }).toBe(name))
  const enter = async (name: string): Promise<void> => {
    await chat.getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  // asked for long before it comes, so that the browser has no dialogue of its own
  const chooser = page.waitForEvent('filechooser', { timeout: 3 * PATIENCE })
  await page.getByRole('button', { name: 'Open chat' }).focus()
  await page.keyboard.press('Enter')
  await at('Message')

  // a form: its question is told, what is missing has the focus, and the box once it has gone
  await page.keyboard.type('Please call me')
  await page.keyboard.press('Enter')
  await hears('AI Assistant: Leave your number below. Where may we call you?')
  await at('Message')
  await chat.getByLabel('Phone').focus()
  await page.keyboard.press('Enter')
  await hears('One answer needs another look.')
  await at('Phone (required)')
  await page.keyboard.type('079 123 45 67')
  await page.keyboard.press('Enter')
  await hears('Sent')
  await at('Message')

  // a source, and the earlier conversations: each begins at its way back, which leads to where it was opened from
  await page.keyboard.type('And the source?')
  await page.keyboard.press('Enter')
  await hears('AI Assistant: It is here.')
  await enter('Cards')
  await at('Back')
  await page.keyboard.press('Escape')
  await at('Cards')
  await enter('More')
  await at('Earlier conversations')
  await page.keyboard.press('Enter')
  await at('Back')
  await page.keyboard.press('Enter')
  await at('More')

  // the question whether to end it begins at the answer that changes nothing
  await page.keyboard.press('ArrowUp')
  await at('End conversation')
  await page.keyboard.press('Enter')
  await at('Keep chatting')
  await page.keyboard.press('Escape')
  await at('More')

  // a file that may not be sent says so, one that may is there, and goes again
  await chat.getByRole('button', { name: 'Attach a file' }).focus()
  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  await page.keyboard.press('Enter')
  await (await chooser).setFiles([file('a.txt', 'words'), file('b.exe', 'MZ\0\0')])
  await hears('b.exe can’t be sent. Pictures, PDFs and plain text can.')
  await at('Message')
  await enter('Remove a.txt')
  await at('Message')

  // nobody is there: a message for later
  await enter('Talk to a human')
  await hears('Our team isn’t here right now. You can leave a message, and a person will read it.')
  await at('Message')
  await enter('Leave a message')
  await at('Your message')
  await page.keyboard.press('Tab')
  await page.keyboard.type('nonsense')
  await page.keyboard.press('Enter')
  await hears('Please enter an e-mail address, such as name@example.com.')
  await at('E-mail (optional)')
  await chat.getByLabel('E-mail (optional)').fill('maria@example.com')
  await page.keyboard.press('Enter')
  await hears('Thank you. We’ve got your message, and a person will read it.')
  await at('Message')

  const all = await heard()
  expect([...all].sort()).toEqual([...new Set(all)].sort())
  await visitor.close()
  await closed.stop()
})

it('the tree that assistive technology reads has names for everything, and the log says nothing by itself', async () => {
  const visitor = await newVisitor(browser, site.base)
  await visitor.open()
  await visitor.say('How do I change my pin?')
  await visitor.sees('any cash machine')
  const session = await visitor.page.context().newCDPSession(visitor.page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const seen = nodes.filter(({ ignored }) => !ignored).map(({ role, name, properties }) => {
    const live = properties?.find((property) => property.name === 'live')?.value.value
    return { role: String(role?.value), name: String(name?.value ?? ''), live: live === undefined ? '' : String(live) }
  })
  const of = (role: string) => seen.filter((node) => node.role === role)
  for (const role of ['button', 'textbox', 'link', 'log', 'region']) for (const node of of(role)) expect(node.name, role).not.toBe('')
  // no word about it means that it is off, which for a log has to be said
  expect(of('log').map(({ name, live }) => [name, live])).toEqual([['Conversation', '']])
  expect(seen.filter(({ live }) => live === 'polite').length).toBe(1)
  expect(of('textbox').map(({ name }) => name)).toContain('Message')
  await visitor.close()
})
