import { describe, expect, it } from 'vitest'
import { english } from '../../../src/ui/english.ts'
import { fileSize } from '../../../src/ui/file-size.ts'
import { dictionaries, keys, tags, textOf, textsOf } from './dictionaries.ts'

/** Texts that break a rule, with their keys. */
const offences = (texts: readonly (readonly [string, string])[], wrong: RegExp): string[] =>
  texts.filter(([, text]) => wrong.test(text)).map(([key, text]) => `${key}: ${text}`)

describe.each([['en', english] as const, ...tags.map((tag) => [tag, dictionaries[tag]] as const)])('in %s', (tag, strings) => {
  const texts = textsOf(strings)

  it('nothing looks like markup, and nothing is typed as on a typewriter', () => {
    expect(offences(texts, /[<>&`*_#{}[\]\\]|['"]|\.\.\.|--/)).toEqual([])
    expect(offences(texts, /^\s|\s$|\s\s|[\n\t\r]/)).toEqual([])
  })

  it('a sentence ends as it does in English', () => {
    const ends = [['…', /…$/], ['?', /[?？؟\u061f]$/u], ['.', /[.。।]$/]] as const
    const wrong = keys.filter((key) => {
      const end = ends.find(([mark]) => textOf(english, key).endsWith(mark))
      const text = textOf(strings, key)
      return end ? !end[1].test(text) : /[?？؟.。।]$/.test(text) && !/\bMin\.$/.test(text)
    })
    expect(wrong.map((key) => `${key}: ${textOf(strings, key)}`)).toEqual([])
  })

  it('names and files have a direction of their own where the words around them run from right to left', () => {
    const named = texts.filter(([key, text]) => key !== 'said' && /Sarah|cat\.png|10 MB|name@example\.com/.test(text))
    expect(named.length).toBeGreaterThan(5)
    const isolated = named.filter(([, text]) => /\u2068(Sarah|cat\.png|10 MB|name@example\.com)\u2069/.test(text))
    expect(isolated).toEqual(tag === 'ar' || tag === 'he' ? named : [])
    for (const [key, text] of texts) expect([...text.matchAll(/\u2068[^\u2068\u2069]*\u2069/g)], key).toHaveLength([...text.matchAll(/[\u2068\u2069]/g)].length / 2)
  })

  it('begins with a letter that runs its own way, as `dir="auto"` asks for', () => {
    const rightToLeft = /^[^\p{L}\u200f]*[\u200f\p{Script=Arabic}\p{Script=Hebrew}]/u
    const begins = texts.filter(([key, text]) => text !== '' && key !== 'said' && key !== 'badgeAi' && rightToLeft.test(text) !== (tag === 'ar' || tag === 'he'))
    expect(begins.map(([key, text]) => `${key}: ${text}`)).toEqual([])
  })

  it('every other script is its own', () => {
    const latin = texts.map(([key, text]) => [key, text.replace(/AI|PDF|JSON|Sarah|Hello|cat\.png|10 MB|NINE|name@example\.com/g, '')] as const)
    if (['ar', 'he', 'ja', 'zh', 'hi'].includes(tag)) expect(offences(latin, /[A-Za-z]/)).toEqual([])
    else expect(offences(latin, /[^\p{Script=Latin}\p{Script=Common}]/u)).toEqual([])
  })
})

it.each([['en', english] as const, ...tags.map((tag) => [tag, dictionaries[tag]] as const)])('in %s no line ends between a number and its unit', (tag, strings) => {
  const texts = [3, 60, 135].map((minutes) => strings.statusWait(minutes)).concat([12, 248_000, 1_934_000].map((bytes) => fileSize(bytes, tag)))
  expect(texts.filter((text) => /\d/.test(text)).length).toBeGreaterThan(3)
  expect(texts.filter((text) => /\d [^\d]/.test(text))).toEqual([])
})

it('French has a narrow no-break space before high marks, and no other', () => {
  const texts = textsOf(dictionaries.fr)
  expect(texts.some(([, text]) => text.includes('\u202f?'))).toBe(true)
  expect(offences(texts, /[^\u202f][:;!?]/)).toEqual([])
})

it('Spanish opens what it asks', () => {
  expect(offences(textsOf(dictionaries.es), /^[^¿]*\?/)).toEqual([])
})

it('Chinese and Japanese have marks of full width beside their characters, and no space', () => {
  for (const tag of ['ja', 'zh'] as const) {
    expect(offences(textsOf(dictionaries[tag]), /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}][,.:;!?()]|[,.:;!?()][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u)).toEqual([])
    expect(offences(textsOf(dictionaries[tag]), /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}] [\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u)).toEqual([])
  }
  expect(offences(textsOf(dictionaries.zh), /[A-Za-z][\p{Script=Han}]|[\p{Script=Han}][A-Za-z]/u)).toEqual([])
})

it('a name stands apart from Chinese characters unless it is written in them', () => {
  const { statusAgent, statusTyping } = dictionaries.zh
  expect(['Sarah', 'José', '李明'].map((name) => statusAgent(name))).toEqual(['正在与 Sarah 对话', '正在与 José 对话', '正在与李明对话'])
  expect(['Sarah', 'José', '李明'].map((name) => statusTyping(name))).toEqual(['Sarah 正在输入…', 'José 正在输入…', '李明正在输入…'])
})

it('Arabic has its own comma and question mark, Hindi its own full stop', () => {
  expect(offences(textsOf(dictionaries.ar), /[,;?]/)).toEqual([])
  expect(offences(textsOf(dictionaries.hi), /\p{Script=Devanagari}\./u)).toEqual([])
})

it('English has one kind of apostrophe', () => {
  expect(offences(textsOf(english), /'/)).toEqual([])
  expect(offences(textsOf(english), /’/).length).toBeGreaterThan(5)
})
