import { expect, test } from 'vitest'
import { english } from '../../src/ui/english.ts'
import { nearestLanguage } from '../../src/widget/nearest-language.ts'

const offered = (tags: string) => tags.split(' ').map((language) => ({ language, label: language, strings: { ...english, language } }))

test.each([
  ['de', 'en de', 'de'],
  ['de-CH', 'en de', 'de'],
  ['de-CH', 'en de de-CH', 'de-CH'],
  ['de-CH-1996', 'de de-CH', 'de-CH'],
  // however it is written, and with what only says how to format
  ['DE-ch', 'en de', 'de'],
  ['de-CH-u-nu-latn', 'en de-CH', 'de-CH'],
  ['de-CH', 'en DE', 'DE'],
  // what it was called once
  ['iw-IL', 'en he', 'he'],
  // Norwegian, by the name of all of it and of what most write
  ['no', 'en nb', 'nb'],
  ['nb-NO', 'en no', 'no'],
  ['no-NO', 'nn nb', 'nb'],
  // of another region, where there is nothing nearer: first that of most readers
  ['pt', 'pt-PT pt-BR', 'pt-BR'],
  ['pt-AO', 'en pt-PT pt-BR', 'pt-PT'],
  ['en-GB', 'de en-US', 'en-US'],
  // another language, or another script, is no help
  ['fr', 'en de', undefined],
  ['nl-BE', 'de fr', undefined],
  ['zh-CN', 'en zh', 'zh'],
  ['zh-Hans-SG', 'en zh', 'zh'],
  ['zh-TW', 'en zh', undefined],
  ['zh-HK', 'zh zh-Hans', undefined],
  ['zh-MO', 'zh', undefined],
  ['zh-Hant', 'zh', undefined],
  ['zh-Hant-HK', 'zh zh-Hant', 'zh-Hant'],
  ['zh-TW', 'zh zh-HK zh-Hant', 'zh-Hant'],
  ['zh', 'zh-TW', undefined],
  ['sr-Latn-RS', 'sr', undefined],
  ['az-Arab', 'az', undefined],
  // nothing is known of it
  ['und', 'en', undefined],
  ['', 'en', undefined],
  ['no tag', 'en', undefined],
  ['no_tag', 'en no_tag', 'no_tag'],
])('%s among %s is %s', (tag, tags, found) => {
  expect(nearestLanguage(offered(tags), tag)?.language).toBe(found)
})

test('no tag is none of them', () => {
  expect(nearestLanguage(offered('en de'), undefined)).toBeUndefined()
})
