import type { LanguageChoice } from './options.ts'

interface Read {
  /** Without extensions, written as it should be. */
  readonly tag: string
  readonly language: string
  /** As its readers most likely write, where the tag does not say: traditional characters for `zh-TW`. */
  readonly script: string | undefined
  readonly region: string | undefined
}

/** Undefined for what is no BCP 47 tag. */
function read(tag: string): Read | undefined {
  try {
    const locale = new Intl.Locale(tag)
    const { script, region } = locale.maximize()
    // the whole of Norwegian is written as most of its readers do
    const name = locale.baseName.replace(/^no\b/, 'nb')
    return { tag: name, language: name.split('-')[0] as string, script, region }
  } catch {
    // That is how it says no.
    return undefined
  }
}

/**
 * The choice that a reader of `tag` is helped with most: of the same language and script always, and among those the one of that tag, else of
 * its first subtags (`de` for `de-CH`), else of the same region (`pt-BR` for `pt`), else the first. Another script is no help: there is
 * none of `zh` for `zh-TW`.
 */
export function nearestLanguage(choices: readonly LanguageChoice[], tag: string | undefined): LanguageChoice | undefined {
  const same = choices.find(({ language }) => language === tag)
  const wanted = read(tag ?? '')
  if (same || !wanted) return same
  const near = choices.flatMap((choice) => {
    const its = read(choice.language)
    return its?.language === wanted.language && its.script === wanted.script ? [{ choice, its }] : []
  })
  const subtags = wanted.tag.split('-')
  const shorter = subtags.map((_, at) => subtags.slice(0, subtags.length - at).join('-'))
  const found = shorter.map((name) => near.find(({ its }) => its.tag === name)).find(Boolean)
  return (found ?? near.find(({ its }) => its.region === wanted.region) ?? near[0])?.choice
}
