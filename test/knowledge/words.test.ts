import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/knowledge/plain-text.ts'
import { synonyms } from '../../src/knowledge/synonyms.ts'
import { words } from '../../src/knowledge/words.ts'

describe('words()', () => {
  it('gives stems without stop words', () => {
    expect(words('Why is THE delivery of my orders delayed?')).toEqual(['why', 'deliv', 'order', 'delai'])
  })

  it('gives one word to one meaning', () => {
    const same = (...texts: readonly string[]): void => {
      for (const text of texts) expect(words(text), text).toEqual(words(texts[0] ?? ''))
    }
    same('atm', 'cash machine', 'ATMs', 'cashpoint')
    same('topup', 'top up', 'top-ups', 'topping up', 'topped up', 'add some money', 'loading funds')
    same('not', "don't", 'didn’t', 'cannot', "can't", 'wont')
    same('phone', 'mobile', 'cell', 'smartphones')
    same('log in', 'login', 'signed in', 'sign-in')
    same('charged', 'fee', 'costs', 'price')
    same('pay', 'paid', 'paying')
    same('lost', 'losing', 'missing')
  })

  it('keeps words of other languages, with or without their accents', () => {
    expect(words('Où est la café?')).toEqual(words('ou est LA cafe'))
    expect(words('Überweisung größer')).toEqual(['uberweisung', 'großer'])
    expect(words('कार्ड नहीं')).toEqual(['कार्ड', 'नहीं'])
  })

  it('makes pairs of letters where words have no spaces between them', () => {
    expect(words('退款政策')).toEqual(['退款', '款政', '政策'])
    expect(words('カ')).toEqual(['カ'])
  })

  it('finds nothing in nothing', () => {
    expect(words('')).toEqual([])
    expect(words('the of !? 👍')).toEqual([])
  })
})

describe('synonyms', () => {
  it('lead from stem to stem, in one step', () => {
    for (const [stem, head] of synonyms) {
      expect(synonyms.has(head), `${stem} -> ${head}`).toBe(false)
      expect(stem).not.toBe(head)
    }
  })
})

describe('plainText()', () => {
  it('leaves out what is not said to readers', () => {
    const source =
      "import A from './a'\n\n<!-- no -->\n::: tip\nGo to [the page](https://x.io/refund) or <b>call</b>.\n:::\n```js\nlet a\n```\nSee https://x.io"
    expect(plainText(source).split(/\s+/).filter(Boolean)).toEqual(['Go', 'to', '[the', 'page]', 'or', 'call', '.', 'let', 'a', 'See'])
  })
})
