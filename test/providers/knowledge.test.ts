import { describe, expect, it } from 'vitest'
import type { Found, Knowledge, ReplyMessage, ReplyPart } from '../../src/contracts/index.ts'
import { answerThreshold, knowledgeProvider, type KnowledgeProviderOptions } from '../../src/providers/knowledge.ts'
import { promisesHuman } from '../../src/escalation/index.ts'
import { fill, phrases } from '../../src/providers/knowledge/phrases.ts'
import { collect, question, type Outcome } from './streams.ts'

const article = (id: string): Found['article'] => ({
  id,
  title: `About ${id}`,
  url: `/help/${id}`,
  text: `All about **${id}**.\n\n1. First\n2. Second`,
})

/** A knowledge that finds these articles with these probabilities, and what it was asked. */
function finding(...found: readonly (readonly [id: string, probability: number])[]): { knowledge: Knowledge; asked: string[] } {
  const asked: string[] = []
  const knowledge: Knowledge = {
    search(text, { limit = 3 } = {}) {
      asked.push(text)
      return found.slice(0, limit).map(([id, probability]) => ({ article: article(id), probability }))
    },
    article,
  }
  return { knowledge, asked }
}

const reply = (knowledge: Knowledge, messages: string | readonly ReplyMessage[], options: Partial<KnowledgeProviderOptions> = {}): Promise<Outcome> =>
  collect(
    knowledgeProvider({ knowledge, pace: 0, ...options }).reply(
      question('', { messages: typeof messages === 'string' ? [{ role: 'visitor', text: messages }] : messages }),
      {
        signal: new AbortController().signal,
      },
    ),
  )

const cited = (parts: readonly ReplyPart[]): string[] => parts.flatMap((part) => (part.type === 'citation' ? [part.id] : []))
const sure = [
  ['cards', 0.9],
  ['pins', 0.05],
  ['fees', 0.03],
] as const

describe('knowledgeProvider()', () => {
  it('gives the article when it is probably the answer: signals, words, citation, finish', async () => {
    const { text, parts } = await reply(finding(...sure).knowledge, 'Where is my card?')
    expect(text).toBe(article('cards').text)
    expect(parts[0]).toEqual({ type: 'signals', confidence: 0.9 })
    expect(parts.slice(-2)).toEqual([
      { type: 'citation', id: 'cards', title: 'About cards', url: '/help/cards' },
      { type: 'finish', reason: 'stop' },
    ])
    expect(parts.filter(({ type }) => type === 'finish')).toHaveLength(1)
    const words = parts.flatMap((part) => (part.type === 'text-delta' ? [part.text] : []))
    expect(words.length).toBeGreaterThan(2)
    for (const piece of words) expect(piece.trim().split(/\s+/).length).toBeLessThanOrEqual(2)
  })

  it('asserts nothing in the middle: says so, names three, offers a person', async () => {
    const { text, parts } = await reply(
      finding(['cards', answerThreshold - 0.01], ['pins', 0.2], ['fees', 0.1], ['more', 0.05]).knowledge,
      'card thing',
    )
    expect(text).not.toContain('All about')
    expect(text).toMatch(/not certain[^]*person/)
    expect(cited(parts)).toEqual(['cards', 'pins', 'fees'])
    expect(parts[0]).toEqual({ type: 'signals', confidence: answerThreshold - 0.01 })
  })

  it('says that it does not know, names the nearest three and offers a person', async () => {
    const low = await reply(finding(['cards', 0.04], ['pins', 0.001], ['fees', 0.001], ['atms', 0.0005]).knowledge, 'tell me a joke')
    expect(low.text).toMatch(/don’t know[^]*person/)
    expect(cited(low.parts)).toEqual(['cards', 'pins', 'fees'])
    const none = await reply(finding().knowledge, 'tell me a joke')
    expect(none.text).toMatch(/don’t know[^]*person/)
    expect(none.parts[0]).toEqual({ type: 'signals', confidence: 0 })
    expect(cited(none.parts)).toEqual([])
  })

  it('lets the site choose the threshold, the name and the words', async () => {
    expect(cited((await reply(finding(['cards', 0.9], ['pins', 0.05]).knowledge, 'card', { threshold: 0.95 })).parts)).toEqual(['cards', 'pins'])
    expect((await reply(finding().knowledge, 'hello', { persona: { name: 'Bo' } })).text).toContain('Bo')
    expect((await reply(finding().knowledge, 'hello', { phrases: { greeting: 'Moin, {name} hier.' } })).text).toBe('Moin, the AI assistant hier.')
  })

  it('asks for everything that was written since somebody answered', async () => {
    const { knowledge, asked } = finding(...sure)
    await reply(knowledge, [
      { role: 'visitor', text: 'Old question' },
      { role: 'agent', name: 'Sarah', text: 'Old answer' },
      { role: 'system', text: 'Sarah handed back.' },
      { role: 'visitor', text: 'My card' },
      { role: 'visitor', text: 'is not here' },
    ])
    expect(asked[0]).toBe('My card\nis not here')
  })

  it('does not tell the same article twice in a row', async () => {
    const again = (found: Knowledge): Promise<Outcome> =>
      reply(found, [
        { role: 'visitor', text: 'Where is my card?' },
        { role: 'assistant', text: article('cards').text },
        { role: 'visitor', text: 'But where is my card?' },
      ])
    const { text, parts } = await again(finding(...sure).knowledge)
    expect(text).not.toContain('All about')
    expect(text).toMatch(/About cards[^]*person/)
    expect(cited(parts)).toEqual(['pins', 'fees'])
    expect(parts[0]).toEqual({ type: 'signals', confidence: 0.05 })
    expect(cited((await again(finding(['cards', 0.9]).knowledge)).parts)).toEqual([])
    const agent = await reply(finding(...sure).knowledge, [
      { role: 'agent', name: 'S', text: article('cards').text },
      { role: 'visitor', text: 'Where is my card?' },
    ])
    expect(agent.text).toContain('All about')
  })

  it('takes another question for another one, also where its best article is the one just told', async () => {
    const other = (...found: readonly (readonly [string, number])[]): Promise<Outcome> =>
      reply(finding(...found).knowledge, [
        { role: 'visitor', text: 'Where is my card?' },
        { role: 'assistant', text: article('cards').text },
        { role: 'visitor', text: 'Do you sell umbrellas?' },
      ])
    const alone = await other(['cards', 0.09])
    expect(alone.text).toBe(`${phrases.unknown} ${phrases.onlyPerson}`)
    expect(cited(alone.parts)).toEqual([])
    const { text, parts } = await other(['cards', 0.09], ['pins', 0.05], ['fees', 0.03])
    expect(text).toMatch(/don’t know[^]*The two articles below[^]*person/)
    expect(cited(parts)).toEqual(['pins', 'fees'])
    expect(parts[0]).toEqual({ type: 'signals', confidence: 0.09 })
  })

  it('leaves the question open wherever its words offer a person, and nowhere else', async () => {
    const leavesOpen = ({ parts }: Outcome): boolean => parts.at(-2)?.type === 'refusal' && parts.at(-1)?.type === 'finish'
    const [middle, low] = [finding(['cards', answerThreshold - 0.01], ['pins', 0.2]).knowledge, finding(['cards', 0.04]).knowledge]
    const repeated: readonly ReplyMessage[] = [
      { role: 'visitor', text: 'Where is my card?' },
      { role: 'assistant', text: article('cards').text },
      { role: 'visitor', text: 'But where is my card?' },
    ]
    const open = [reply(middle, 'card thing'), reply(low, 'a joke'), reply(finding().knowledge, 'a joke'), reply(middle, 'when do you close'), reply(finding(...sure).knowledge, repeated)]
    for (const outcome of await Promise.all(open)) expect([outcome.text.includes('ask to talk to a human'), leavesOpen(outcome)]).toEqual([true, true])
    for (const outcome of await Promise.all([reply(finding(...sure).knowledge, 'card'), reply(middle, 'hello')])) {
      expect([outcome.text.includes('ask to talk to a human'), leavesOpen(outcome)]).toEqual([false, false])
    }
  })

  it('promises nobody in its own words: it offers a person, and brings none', () => {
    for (const [key, phrase] of Object.entries(phrases)) {
      expect(promisesHuman(fill(phrase, { name: 'the AI assistant', title: 'Refunds', count: 'two' })), key).toBe(false)
    }
  })

  it('answers small talk without the articles, surely, and citing nothing', async () => {
    const cases = {
      greeting: ['hi', 'Hello!', 'hey there', 'Good morning 👋', 'Hi team'],
      thanks: ['Thanks!', 'ok thank you so much', 'great, thanks for your help', 'cheers', 'ok', 'Bye'],
      identity: ['are you a bot?', 'Am I talking to a real person?', 'is this a human', 'are you real', 'Are you an AI?'],
      empty: ['', '   ', '???', '👍', 'help', 'yes', 'I have a question'],
    }
    const words = { greeting: 'A', thanks: 'B', identity: 'C', empty: 'D' }
    for (const [kind, texts] of Object.entries(cases)) {
      for (const message of texts) {
        const { knowledge, asked } = finding(...sure)
        const { text, parts } = await reply(knowledge, message, { phrases: words })
        expect(text, message).toBe(words[kind as keyof typeof words])
        expect(parts[0]).toEqual({ type: 'signals', confidence: 1 })
        expect(cited(parts)).toEqual([])
        expect(asked).toEqual([])
      }
    }
  })

  it('looks up everything else, even when it begins politely', async () => {
    for (const message of [
      'Hi, where is my card?',
      'thanks, but my card is not here',
      'is this card real money',
      'ok what about fees',
      'are you open on sunday',
    ]) {
      const { knowledge, asked } = finding(...sure)
      await reply(knowledge, message)
      expect(asked, message).toEqual([message])
    }
  })

  it('says honestly what it has no article for: hours, contact details, complaints', async () => {
    const cases = {
      hours: ['What are your opening hours?', 'when do you close', 'are you open on sunday', 'are you open?', 'what time do you open tomorrow'],
      contact: [
        'what is your phone number',
        'phone number?',
        'contact',
        "what's your address",
        'how can i contact you',
        'where are you located',
        'do you have a branch in london',
        'can I call you?',
      ],
      complaint: ['I want to make a complaint', 'how do I complain?', 'complaint', "I'd like to file a formal complaint"],
    }
    for (const [kind, texts] of Object.entries(cases)) {
      for (const message of texts) {
        const { text, parts } = await reply(finding(...sure).knowledge, message)
        expect(text, message).toBe(phrases[kind as keyof typeof cases])
        expect(text).toMatch(/person[^]*ask to talk to a human/)
        expect(parts[0]).toEqual({ type: 'signals', confidence: 0.2 })
        expect(cited(parts)).toEqual([])
      }
    }
  })

  it('gives the site’s own article about hours where there is one, and looks up what only sounds alike', async () => {
    const hours = { article: { ...article('hours'), title: 'Opening hours' }, probability: 0.9 }
    expect(cited((await reply({ search: () => [hours], article }, 'when do you close')).parts)).toEqual(['hours'])
    const alike = ['when do you close my account', 'how do I change my phone number', 'my complaint is that my card is late', 'is there a fee']
    for (const message of alike) {
      expect(cited((await reply(finding(...sure).knowledge, message)).parts), message).toEqual(['cards'])
    }
  })

  it('points below, never at nothing, and counts what it names', async () => {
    const all = [
      ['a', 0.4],
      ['b', 0.2],
      ['c', 0.1],
      ['d', 0.1],
    ] as const
    const texts = await Promise.all([1, 2, 3, 4].map(async (n) => (await reply(finding(...all.slice(0, n)).knowledge, 'card thing')).text))
    expect(texts[0]).toMatch(/The article below comes nearest. If it doesn’t help/)
    expect(texts[1]).toMatch(/The two articles below come nearest. If they don’t help/)
    expect(texts[2]).toMatch(/The three articles below/)
    expect(texts[3]).toBe(texts[2])
    for (const text of [...texts, ...Object.values(phrases)]) expect(text).not.toMatch(/:\s*$|:\n/)
  })

  it('answers the first of two questions and names the article of the second', async () => {
    const found = (id: string, probability: number): Found => ({ article: article(id), probability })
    const two = (second: number): Knowledge => ({
      search(text) {
        if (/card[^]*pin/.test(text)) return [found('mixed', 0.3)]
        return text.includes('card') ? [found('cards', 0.9)] : [found('pins', second)]
      },
      article,
    })
    for (const message of ['where is my card? how do I change the pin?', 'where is my card and also the pin', 'where is my card\nwhat is the pin']) {
      const { text, parts } = await reply(two(0.7), message)
      expect(text).toBe(`${article('cards').text}\n\nYour other question is answered in “About pins”, which you find below.`)
      expect(cited(parts)).toEqual(['cards', 'pins'])
      expect(parts[0]).toEqual({ type: 'signals', confidence: 0.7 })
      expect(cited((await reply(two(0.5), message)).parts)).toEqual(['mixed'])
    }
    expect(cited((await reply(finding(...sure).knowledge, 'my card? where is it?')).parts)).toEqual(['cards'])
  })

  it('never claims to be a person', async () => {
    const { text } = await reply(finding().knowledge, 'Are you a human?')
    expect(text).toMatch(/not a person/)
  })

  it('ends quietly on abort, between words and during the search, and does not begin when aborted already', async () => {
    const stop = new AbortController()
    const seen: ReplyPart[] = []
    for await (const part of knowledgeProvider({ knowledge: finding(...sure).knowledge, pace: 1 }).reply(question('card'), { signal: stop.signal })) {
      seen.push(part)
      if (seen.length === 3) stop.abort()
    }
    expect(seen.map(({ type }) => type)).toEqual(['signals', 'text-delta', 'text-delta'])

    const during = new AbortController()
    const slow: Knowledge = { search: () => (during.abort(), Promise.resolve([])), article }
    expect((await collect(knowledgeProvider({ knowledge: slow }).reply(question('card'), { signal: during.signal }))).parts).toEqual([])

    const { knowledge, asked } = finding(...sure)
    expect((await collect(knowledgeProvider({ knowledge }).reply(question('card'), { signal: AbortSignal.abort() }))).parts).toEqual([])
    expect(asked).toEqual([])
  })

  it('fails as a provider when the search fails', async () => {
    const knowledge: Knowledge = { search: () => Promise.reject(new TypeError('disk on fire')), article }
    const { error } = await reply(knowledge, 'card')
    expect(error).toMatchObject({ code: 'provider/failed', retryable: true })
    expect(String(error)).not.toContain('fire')
  })
})
