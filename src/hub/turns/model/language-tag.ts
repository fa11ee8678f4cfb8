/**
 * The language that somebody has set, as a BCP 47 tag of a language, a script and a region; `undefined` for anything else. Variants and
 * extensions are left out: they are room for words.
 *
 * @example languageTag('zh-hant-tw') // 'zh-Hant-TW'
 */
export function languageTag(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  try {
    const { language, script, region } = new Intl.Locale(text)
    return [language, script, region].filter((part) => part !== undefined).join('-')
  } catch {
    // no tag
    return undefined
  }
}
