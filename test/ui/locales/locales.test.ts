import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { entries } from '../../../scripts/entries.ts'
import { english } from '../../../src/ui/english.ts'
import { noticeText } from '../../../src/ui/notice-text.ts'
import { directionOf } from '../../../src/ui/strings.ts'
import type { Strings } from '../../../src/ui/strings.ts'
import { importsOf, readSource, root, sourceFiles } from '../../import-graph.ts'
import { complaints } from '../../types/compile.ts'
import { dictionaries, keys, noticeSamples, samples, tags, textOf } from './dictionaries.ts'
import type { Samples, Tag } from './dictionaries.ts'

/** What stands on buttons, menu entries and quick replies. */
const buttons = [
  'openChat', 'closeChat', 'menu', 'downloadText', 'downloadJson', 'earlierConversations', 'newConversation', 'continueConversation', 'back', 'tryAgain', 'send', 'attach', 'dictate',
  'stopDictating', 'stop', 'retry', 'showEarlier', 'jumpToNewest', 'articleOpen', 'copyCode', 'helpful', 'notHelpful', 'formSend', 'removeMessage', 'talkToHuman', 'waitingForPerson',
  'cancelRequest', 'endConversation', 'keepChatting', 'allow', 'deny', 'rateMore', 'rateSend', 'ticketSend', 'ticketCancel', 'followUpHour', 'followUpTomorrow', 'followUpSend',
  'followUpDecline', 'replyHandoff', 'replyEnd', 'replyTicket',
] as const satisfies readonly (keyof Strings)[]

/** Same as in English, and right so. */
const shared: Readonly<Partial<Record<Tag, readonly (keyof Strings)[]>>> = {
  de: ['chat', 'title', 'said'],
  fr: ['chat', 'conversation', 'message', 'rateHigh'],
  es: ['chat', 'said'],
  pt: ['chat', 'said'],
  ar: ['said'],
  he: ['badgeAi', 'said'],
  ja: ['badgeAi'],
  zh: ['badgeAi'],
  hi: ['badgeAi', 'said'],
}

const letters = (text: string): number => [...new Intl.Segmenter().segment(text)].length
const all = tags.map((tag) => [tag, dictionaries[tag]] as const)

describe.each(all)('the dictionary %s', (tag, strings) => {
  it('has every text and no other', () => {
    expect(Object.keys(strings).sort()).toEqual(keys.toSorted())
    for (const key of keys) expect(typeof strings[key], key).toBe(typeof english[key])
    expect(keys.filter((key) => !textOf(strings, key).trim() !== !textOf(english, key).trim())).toEqual([])
  })

  it('is written in the language of its tag', () => {
    expect(strings.language.split('-')[0]).toBe(tag)
    expect(Intl.getCanonicalLocales(strings.language)).toEqual([strings.language])
    expect(directionOf(strings)).toBe(tag === 'ar' || tag === 'he' ? 'rtl' : 'ltr')
  })

  it('has no text left in English', () => {
    const same = keys.filter((key) => textOf(english, key) !== '' && textOf(strings, key) === textOf(english, key))
    expect(same.toSorted()).toEqual((shared[tag] ?? []).toSorted())
    const words = keys.flatMap((key) => textOf(strings, key).match(/\b(the|your?|please|and|with|this|conversation was|is|not)\b/gi) ?? [])
    expect(words).toEqual([])
  })

  it('takes what the English texts take, and says it', () => {
    const digits = new Intl.NumberFormat(strings.language)
    for (const key of keys) {
      const value = strings[key]
      if (typeof value === 'string') continue
      expect(value.length, key).toBe((english[key] as typeof value).length)
      const values = key in samples ? samples[key as keyof Samples] : Object.values(noticeSamples[key as keyof typeof noticeSamples] ?? {})
      for (const each of values) expect(textOf(strings, key), key).toContain(typeof each === 'number' ? digits.format(each) : each)
    }
  })

  it('has a sentence where nobody is named and no time is known', () => {
    for (const key of Object.keys(noticeSamples)) {
      const text = noticeText(strings, key, {})
      expect(text, key).toMatch(/\p{L}{2}/u)
      expect(text, key).not.toMatch(/undefined|null|NaN|\[object/)
    }
  })

  it('counts', () => {
    const digits = new Intl.NumberFormat(strings.language)
    for (const key of ['unread', 'newMessages', 'formErrors', 'tooManyFiles'] as const) {
      const texts = [0, 1, 2, 3, 5, 11, 21, 100].map((count) => [count, strings[key](count)] as const)
      // “one” and “two” may be words
      for (const [count, text] of texts) if (count > 2) expect(text, key).toContain(digits.format(count))
      expect(new Set(texts.map(([, text]) => text)).size, key).toBeGreaterThanOrEqual(texts.length - 1)
    }
  })

  it('keeps what stands on buttons short', () => {
    const long = buttons.filter((key) => letters(strings[key]) > Math.max(12, 1.8 * letters(english[key])))
    expect(long.map((key) => `${key}: ${strings[key]}`)).toEqual([])
  })
})

describe('a count in words', () => {
  it.each<[Tag, (count: number) => string, Readonly<Record<number, string>>]>([
    ['de', dictionaries.de.newMessages, { 1: '1 neue Nachricht', 2: '2 neue Nachrichten', 1000: '1.000 neue Nachrichten' }],
    ['fr', dictionaries.fr.newMessages, { 0: '0 nouveau message', 1: '1 nouveau message', 2: '2 nouveaux messages' }],
    ['pt', dictionaries.pt.unread, { 1: '1 mensagem não lida', 2: '2 mensagens não lidas' }],
    ['ar', dictionaries.ar.newMessages, {
      0: 'لا رسائل جديدة', 1: 'رسالة جديدة واحدة', 2: 'رسالتان جديدتان', 3: '3 رسائل جديدة', 11: '11 رسالة جديدة', 100: '100 رسالة جديدة', 103: '103 رسائل جديدة',
    }],
    ['he', dictionaries.he.newMessages, { 1: 'הודעה חדשה אחת', 2: 'שתי הודעות חדשות', 11: '11 הודעות חדשות' }],
    ['hi', dictionaries.hi.newMessages, { 1: '1 नया संदेश', 2: '2 नए संदेश' }],
  ])('is right in %s', (_, say, expected) => {
    expect(Object.fromEntries(Object.keys(expected).map((count) => [count, say(Number(count))]))).toEqual(expected)
  })

  it('is a wait in hours and minutes', () => {
    const waits = tags.map((tag) => [tag, [3, 60, 135].map((minutes) => dictionaries[tag].statusWait(minutes).replace(/\s/g, ' '))])
    expect(Object.fromEntries(waits)).toEqual({
      de: ['Etwa 3 Min.', 'Etwa 1 Std.', 'Etwa 2 Std. 15 Min.'],
      fr: ['Environ 3 min', 'Environ 1 h', 'Environ 2 h 15 min'],
      es: ['Aprox. 3 min', 'Aprox. 1 h', 'Aprox. 2 h 15 min'],
      pt: ['Cerca de 3 min', 'Cerca de 1 h', 'Cerca de 2 h 15 min'],
      ar: ['الانتظار المتوقع: 3 دقائق', 'الانتظار المتوقع: ساعة', 'الانتظار المتوقع: ساعتان و15 دقيقة'],
      he: ['המתנה משוערת: 3 דקות', 'המתנה משוערת: 1 שעה', 'המתנה משוערת: שעתיים ו־15 דקות'],
      ja: ['あと約3分', 'あと約1時間', 'あと約2時間15分'],
      zh: ['大约需要 3 分钟', '大约需要 1 小时', '大约需要 2 小时 15 分钟'],
      hi: ['लगभग 3 मिनट', 'लगभग 1 घंटा', 'लगभग 2 घंटे 15 मिनट'],
    })
  })
})

describe('the entries', () => {
  const files = sourceFiles('src/ui/locales')

  it('are one for each language, with one dictionary each', async () => {
    const paths = Object.entries(entries).filter(([name]) => name.startsWith('./widget/locales/'))
    expect(paths.map(([, file]) => file).sort()).toEqual(files)
    for (const [name, file] of paths) {
      const module = (await import(join(root, file))) as Readonly<Record<string, Strings>>
      expect(Object.values(module)).toHaveLength(1)
      expect(Object.values(module)[0]?.language.split('-')[0]).toBe(name.split('/').at(-1))
    }
  })

  it('import no other language, and nothing of the library asks for one', () => {
    const targets = files.map((path) => importsOf(path, readSource(path)).filter(({ types }) => !types).map(({ file, lazy }) => [file, lazy]))
    expect(new Set(targets.flat().map(String))).toEqual(new Set(['src/ui/locale-words.ts,false', 'src/ui/english.ts,false']))
    const others = sourceFiles('src').filter((path) => !files.includes(path))
    expect(others.filter((path) => /(from|import)\s*\(?\s*['"`][^'"`\n]*\blocales\//.test(readSource(path)))).toEqual([])
  })

  it.each(sourceFiles('src/ui/locales'))('%s is at most 4.2 kB', async (path) => {
    const { outputFiles } = await build({ entryPoints: [`${root}${path}`], bundle: true, minify: true, format: 'esm', charset: 'utf8', write: false })
    expect(gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length).toBeLessThanOrEqual(4_200)
  })
})

describe('the type of a dictionary', () => {
  const from = "import { german } from '../../src/ui/locales/de.ts'\nimport type { Strings } from '../../src/ui/strings.ts'\n"
  const found = complaints({
    whole: `${from}export const mine: Strings = { ...german, title: 'Meine Bank', newMessages: (count) => String(count) }`,
    'without a text': `${from}const { send: _, ...rest } = german\nexport const mine: Strings = rest`,
    'with an unknown text': `${from}export const mine: Strings = { ...german, sendd: 'Los' }`,
    'that takes something else': `${from}export const mine: Strings = { ...german, newMessages: (count: string) => count }`,
    'with a text in place of a function': `${from}export const mine: Strings = { ...german, newMessages: 'Neu' }`,
  })

  it('asks for every text, and for no other', () => {
    expectTypeOf<(typeof dictionaries)[Tag]>().toEqualTypeOf<Strings>()
    expect(found.whole).toEqual([])
    for (const [name, said] of Object.entries(found)) if (name !== 'whole') expect(said, name).not.toEqual([])
  })
})
