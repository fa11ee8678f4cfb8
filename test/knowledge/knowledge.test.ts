import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Found } from '../../src/contracts/index.ts'
import { knowledge, parseArticle } from '../../src/knowledge/index.ts'
import { site } from './articles.ts'

const bikes = knowledge({ articles: site, url: (id) => `/help/${id}` })
const find = async (question: string, limit?: number): Promise<readonly Found[]> => bikes.search(question, limit === undefined ? {} : { limit })
const ids = async (question: string): Promise<string[]> => (await find(question)).map(({ article }) => article.id)

describe('knowledge()', () => {
  it('finds the article by its questions, its title and its body', async () => {
    expect((await ids('when does my bicycle come'))[0]).toBe('delivery')
    expect((await ids('repairing tyres'))[0]).toBe('tyres')
    expect((await ids('are you there on sundays'))[0]).toBe('hours')
  })

  it('forgives spelling, and minds word forms and synonyms', async () => {
    expect((await ids('punctre in my tyer'))[0]).toBe('tyres')
    expect((await ids('shipping'))[0]).toBe('delivery')
    expect((await ids('price of inner tubes'))[0]).toBe('tyres')
  })

  it('gives articles as the contract has them', async () => {
    const article = { id: 'hours', title: 'Opening hours', text: 'We are open from nine to five, except on Sundays.', url: '/help/hours' }
    expect((await find('opening hours'))[0]?.article).toEqual(article)
    expect(await bikes.article('hours')).toEqual(article)
    expect(await bikes.article('nothing')).toBeUndefined()
    expect(await knowledge({ articles: site }).article('hours')).not.toHaveProperty('url')
  })

  it('gives at most three, or as many as are asked for', async () => {
    expect(await find('how do I fix the delivery of a bicycle tyre when you are open')).toHaveLength(3)
    expect(await find('how do I fix the delivery of a bicycle tyre when you are open', 1)).toHaveLength(1)
    expect(await find('bicycle', 0)).toEqual([])
  })

  it('finds nothing for nothing, and nothing in nothing', async () => {
    expect(await find('')).toEqual([])
    expect(await find('the of and')).toEqual([])
    expect(await find('quantum chromodynamics')).toEqual([])
    expect(await knowledge({ articles: [] }).search('anything')).toEqual([])
  })

  it('is sure of what was asked in its own words, and not of what only shares a word', async () => {
    expect((await find('How long does delivery take to Norway?'))[0]?.probability).toBeGreaterThan(0.6)
    expect((await find('what is the longest river of norway'))[0]?.probability ?? 0).toBeLessThan(0.4)
  })

  it('says probabilities that fall along the list and exclude each other', async () => {
    const word = fc.constantFrom('bicycle', 'delivery', 'tyre', 'back', 'money', 'open', 'sunday', 'river', 'how', 'long', 'repair', 'norway')
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 12 }), async (question) => {
        const found = (await find(question.join(' '), 4)).map(({ probability }) => probability)
        for (const [i, p] of found.entries()) {
          expect(p).toBeGreaterThanOrEqual(0)
          expect(p).toBeLessThanOrEqual(found[i - 1] ?? 1)
        }
        expect((found[0] ?? 0) + (found[1] ?? 0)).toBeLessThanOrEqual(1)
      }),
      { seed: 3, numRuns: 200 },
    )
  })

  it('lets a site bring its own calibration', async () => {
    const sceptic = knowledge({ articles: site, weights: { bias: -20, score: 1, margin: 1, heading: 1, sample: 1, similar: 1, evidence: 1 } })
    expect((await sceptic.search('How long does delivery take to Norway?'))[0]?.probability).toBeLessThan(0.001)
    const credulous = knowledge({ articles: site, weights: { bias: 20, score: 0, margin: 0, heading: 0, sample: 0, similar: 0, evidence: 0 } })
    const [first, second, third] = (await credulous.search('bicycle delivery and tyre repair')).map(({ probability }) => probability)
    expect(first).toBeGreaterThan(0.999)
    expect(second).toBeLessThan(0.001)
    expect(third).toBeLessThanOrEqual(second ?? 0)
  })
})

describe('the example help site', () => {
  const folder = join(import.meta.dirname, '../../examples/help-site/knowledge')
  const articles = readdirSync(folder).map((name) => parseArticle(readFileSync(join(folder, name), 'utf8'), name.replace(/\.md$/, '')))

  it('has four to eight questions for each article, none twice', () => {
    const all = articles.flatMap(({ questions = [] }) => questions.map((each) => each.toLowerCase()))
    for (const { id, questions = [] } of articles) expect(questions.length >= 4 && questions.length <= 8, `${id} has ${questions.length}`).toBe(true)
    expect(new Set(all).size).toBe(all.length)
  })

  it('finds nearly every article first by any of its own questions', async () => {
    const bank = knowledge({ articles })
    let first = 0
    let total = 0
    for (const { id, questions = [] } of articles) {
      for (const each of questions) {
        total += 1
        if ((await bank.search(each))[0]?.article.id === id) first += 1
      }
    }
    expect(first / total).toBeGreaterThan(0.97)
  })

  it('does not answer what has nothing to do with it', async () => {
    const bank = knowledge({ articles })
    for (const question of [
      'who won the football match last night',
      'write me a poem about autumn leaves',
      'what is the capital of mongolia',
      'how many legs does a spider have',
    ]) {
      expect((await bank.search(question))[0]?.probability ?? 0, question).toBeLessThan(0.5)
    }
  })

  const bank = knowledge({ articles })
  const best = async (question: string): Promise<Found | undefined> => (await bank.search(question))[0]

  it('is not sure of one word, of words that only ask, or of one word among strange ones', async () => {
    const single = ['what?', 'why', 'when', 'how', 'money', 'card', 'transfer', 'top up', 'fees']
    for (const question of [...single, 'What are your opening hours?', 'when do you close']) {
      expect((await best(question))?.probability ?? 0, question).toBeLessThan(0.5)
    }
    for (const question of ['what is your phone number', 'my new phone how do i transfer the app']) {
      expect((await best(question))?.probability ?? 0, question).toBeLessThan(0.5)
    }
  })

  it('tells siblings apart by what they were asked before', async () => {
    for (const [question, id] of [
      ['Where is my card?', 'card_arrival'],
      ["where's my card", 'card_arrival'],
      ['what exchange rate do u use', 'exchange_rate'],
      ['close my account', 'terminate_account'],
      ['How do I change my PIN?', 'change_pin'],
    ] as const) {
      const found = await best(question)
      expect(found?.article.id, question).toBe(id)
      expect(found?.probability, question).toBeGreaterThan(0.6)
    }
  })

  it('names three whenever it finds one, filling up with articles like the best', async () => {
    for (const { title } of articles) expect(await bank.search(title), title).toHaveLength(3)
    for (const question of ['passcode', 'cheque', 'lottery cheque', 'selfie', 'mugged']) {
      const found = await bank.search(question)
      expect(found, question).toHaveLength(3)
      expect(new Set(found.map(({ article }) => article.id)).size).toBe(3)
    }
  })
})

describe('articles that are given by hand', () => {
  const article = { id: 'refunds', title: 'Refunds', body: 'Ask for your money back within 30 days.' }

  it('are found without questions', async () => {
    expect((await knowledge({ articles: [article, { ...article, id: 'cards', title: 'Cards', body: 'Cards come by post.' }] }).search('refunds'))[0]?.article.id).toBe('refunds')
  })

  it.each<[unknown, RegExp]>([
    [undefined, /`articles` must be an array/],
    [[null], /articles\[0\] must be an object with id, title and body/],
    [[article, { ...article, id: undefined }], /articles\[1\] needs the field `id`, a string/],
    [[{ ...article, title: '' }], /the article "refunds" needs the field `title`, a string/],
    [[{ id: 'refunds', title: 'Refunds', text: 'x' }], /the article "refunds" needs the field `body`, a string/],
    [[{ ...article, questions: 'How?' }], /`questions` of the article "refunds" must be an array of strings/],
    [[article, article], /two articles have the id "refunds"/],
  ])('that cannot be searched are refused by their name and field', (articles, message) => {
    const made = () => knowledge({ articles } as Parameters<typeof knowledge>[0])
    expect(made).toThrow(TypeError)
    expect(made).toThrow(message)
  })
})

it('the example’s assistant knows how to order a new card', async () => {
  const folder = join(import.meta.dirname, '../../examples/help-site/knowledge')
  const articles = readdirSync(folder).map((name) => parseArticle(readFileSync(join(folder, name), 'utf8'), name.replace(/\.md$/, '')))
  const [best] = await knowledge({ articles }).search('How do I order a new card?')
  expect(best?.article.title).toBe('Order your first physical card')
  expect(best?.probability).toBeGreaterThan(0.6)
})
