import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseArticle } from '../../src/knowledge/index.ts'
import { isHandbackError } from '../../src/protocol/index.ts'

describe('parseArticle()', () => {
  it('reads title, intent, questions and body', () => {
    const source = '---\nintent: refunds\ntitle: Refunds\nquestions:\n  - Where is my money?\n  - "Say \\"refund\\": how?"\n---\n\nAsk **us**.\n'
    expect(parseArticle(source, 'a')).toEqual({
      id: 'a',
      title: 'Refunds',
      intent: 'refunds',
      questions: ['Where is my money?', 'Say "refund": how?'],
      body: 'Ask **us**.',
    })
  })

  it('minds no byte order mark, CRLF, comments, quotes, unknown keys or other ways to write a list', () => {
    const source = '\uFEFF---\r\ntitle: "It\'s: here" # really\r\n# a comment\r\ntags: [a, b]\r\nquestions: [One?, "Two?"]\r\n---\r\nBody\r\nmore\r\n'
    expect(parseArticle(source, 'a')).toEqual({ id: 'a', title: "It's: here", questions: ['One?', 'Two?'], body: 'Body\nmore' })
    expect(parseArticle("---\ntitle: 'It''s'\nquestions: How?\n---\nBody", 'a')).toMatchObject({ title: "It's", questions: ['How?'] })
    expect(parseArticle('---\ntitle: T\nquestions:\n- One?\n-   Two?\n---\nBody', 'a').questions).toEqual(['One?', 'Two?'])
    expect(parseArticle('---\n---\n# T\nBody', 'a')).toMatchObject({ title: 'T', body: 'Body' })
  })

  it('takes the first heading for a title, which then leaves the body', () => {
    expect(parseArticle('# Refunds #\n\nAsk us.\n\n## More\n\nText', 'a')).toEqual({
      id: 'a',
      title: 'Refunds',
      questions: [],
      body: 'Ask us.\n\n## More\n\nText',
    })
    expect(parseArticle('---\ntitle: T\n---\n# Refunds\n\nAsk us.', 'a')).toMatchObject({ title: 'T', body: '# Refunds\n\nAsk us.' })
  })

  it('takes the first line for a title where there is no heading', () => {
    expect(parseArticle('**Ask** us.\nSoon.', 'a')).toEqual({ id: 'a', title: 'Ask us.', questions: [], body: '**Ask** us.\nSoon.' })
  })

  it('takes a rule for a rule, not for front matter', () => {
    expect(parseArticle('Text\n\n---\n\nMore', 'a').body).toBe('Text\n\n---\n\nMore')
    expect(parseArticle('---\nText without an end', 'a').body).toBe('---\nText without an end')
  })

  it('refuses what has no text, and names it', () => {
    for (const source of ['', '  \n\n', '---\ntitle: T\n---\n', '# Only a heading']) {
      expect(() => parseArticle(source, 'lonely')).toThrow(
        expect.objectContaining({ code: 'request/invalid', message: expect.stringContaining('lonely') }),
      )
    }
  })

  it('gives an article or a HandbackError, whatever it reads', () => {
    const piece = fc.constantFrom('---\n', 'title:', ' T\n', '\n', 'questions:\n', '  - q\n', '# H\n', 'x', ':', '"', '[', ']', '\r')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          const { title, body } = parseArticle(pieces.join(''), 'a')
          expect(title && body).toBeTruthy()
        } catch (error) {
          expect(isHandbackError(error)).toBe(true)
        }
      }),
      { seed: 5, numRuns: 500 },
    )
  })
})
