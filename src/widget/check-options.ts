import { isLocale } from './is-locale.ts'
import type { WidgetOptions } from './options.ts'

/** By what `typeof` says of them. */
const kinds = {
  string: 'endpoint locale storageKey',
  boolean: 'launcher files voice sound titleBadge',
  function: 'credentials beforeSend renderMessage renderStatus renderLauncher',
  object: 'transport chat theme strings preChat',
}
const lists = ['languages', 'surveyFactors', 'images']

/** What there is. */
export const optionNames = [...Object.values(kinds).join(' ').split(' '), ...lists, 'target', 'layout', 'position']

/** @throws TypeError that names the first option that is not what it must be */
export function checkOptions(given: WidgetOptions | undefined): void {
  // a page in plain JavaScript may give none
  const options = given ?? {}
  const must = (good: unknown, name: string, what: string) => {
    if (!good) throw new TypeError(`handback: ${name} must be ${what}`)
  }
  const value = (name: string): unknown => options[name as keyof WidgetOptions]
  const oneOf = (name: string, ...words: unknown[]) => must([undefined, ...words].includes(value(name)), name, words.join(' or '))
  for (const [kind, names] of Object.entries(kinds)) {
    for (const name of names.split(' ')) must(value(name) === undefined || typeof value(name) === kind, name, `of type ${kind}`)
  }
  for (const name of lists) must(value(name) === undefined || Array.isArray(value(name)), name, 'an array')
  oneOf('layout', 'floating', 'inline', 'page')
  oneOf('position', 'start', 'end')
  const { endpoint, locale, target, transport, chat, beforeSend } = options
  must(locale === undefined || isLocale(locale), 'locale', 'a BCP 47 tag')
  // not `instanceof`: it may stand in a frame
  must(target === undefined || (target as Element | null)?.nodeType === 1, 'target', 'an element')
  must(!chat || !beforeSend, 'beforeSend', 'given where the chat is made')
  must(transport || chat || endpoint, 'endpoint', 'given, or transport or chat')
}
