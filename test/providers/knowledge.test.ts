import { describe, expect, it } from 'vitest'
import type { Found, Knowledge, ReplyMessage, ReplyPart } from '../../src/contracts/index.ts'
import { answerThreshold, knowledgeProvider, type KnowledgeProviderOptions } from '../../src/providers/knowledge.ts'
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
    expect(asked).toEqual(['My card\nis not here'])
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
