import { checkFact } from '../client/facts.ts'
import { checkOptions, optionNames } from './check-options.ts'
import { nearest } from './nearest.ts'
import type { Strings } from '../ui/strings.ts'
import type { MountOptions } from './options.ts'
import { isShape, siftTheme, themePaths } from './sift-theme.ts'
import type { Wrong } from './sift-theme.ts'
import { tellWrong } from './tell-wrong.ts'

const fieldKinds = ['text', 'email', 'phone', 'number', 'long-text', 'choice', 'date']

const hasTexts = (value: unknown, ...names: string[]): value is Readonly<Record<string, unknown>> =>
  isShape(value) && names.every((name) => typeof value[name] === 'string' && value[name] !== '')
const isOrigin = (value: unknown): boolean => typeof value === 'string' && URL.canParse(value) && new URL(value).origin === value
const isField = (each: unknown): boolean => hasTexts(each, 'name', 'label', 'kind') && fieldKinds.includes(`${each.kind}`)
const isChoice = (each: unknown): boolean => hasTexts(each, 'language', 'label') && (isShape(each.strings) || typeof each.strings === 'function')
const fieldsAre = `{ name, label, kind }, kind one of ${fieldKinds.join(' ')}`

/** Each with what its entries have to be. */
const lists: Readonly<Record<string, readonly [good: (value: unknown) => boolean, what: string]>> = {
  languages: [isChoice, '{ language, label, strings }'],
  surveyFactors: [(each) => hasTexts(each, 'name', 'label'), '{ name, label }'],
  images: [isOrigin, 'origins, such as https://cdn.example'],
}

/** What of a list is as it must be; all that is wrong in it is one slip. */
function siftList(name: string, all: readonly unknown[], good: (value: unknown) => boolean, what: string, wrong: Wrong): readonly unknown[] {
  const kept = all.filter(good)
  if (kept.length < all.length) wrong(`${name} must be an array of ${what}`)
  return kept
}

/** The option as it can be used; undefined: not at all. */
function sifted(name: string, value: unknown, wrong: Wrong): unknown {
  const list = lists[name]
  if (list) return siftList(name, value as readonly unknown[], ...list, wrong)
  if (name === 'theme') return siftTheme(value, wrong)
  if (name === 'strings' && !isShape(value)) return void wrong('strings must be an object of texts')
  if (name !== 'preChat') return value
  if (!isShape(value)) return void wrong('preChat must be an object with fields')
  const { fields } = value
  const kept = siftList('preChat.fields', Array.isArray(fields) ? fields : [null], isField, fieldsAre, wrong)
  // a form without questions would stand in the way of nothing
  return kept.length ? { ...value, fields: kept } : undefined
}

/**
 * What of the options is as it must be: a slip costs what it is about, never the chat. `wrong` hears of the rest. Loaded with the panel.
 *
 * @throws TypeError when what is left names no hub
 */
export function sift<O extends MountOptions>(options: O, others: readonly string[], wrong: Wrong): O {
  const good: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue
    // a framework's callbacks come along
    if (/^on[A-Z]/.test(name) || others.includes(name)) good[name] = value
    else if (!optionNames.includes(name)) {
      const meant = nearest(name, [...optionNames, ...themePaths])
      wrong(`there is no option ${name}${meant ? `; ${meant} is the nearest` : ''}`)
    } else {
      try {
        checkOptions({ endpoint: '/', ...(name === 'beforeSend' && options.chat && { chat: options.chat }), [name]: value })
        good[name] = sifted(name, value, wrong)
      } catch (error) {
        // with its own beginning, as `mount` throws it
        wrong((error as TypeError).message.replace('handback: ', ''))
      }
    }
  }
  checkOptions(good)
  return good as O
}

/** Whoever hears what is wrong with how a host is used. */
export const wrongAt = (host: HTMLElement): Wrong => (message) => tellWrong(host, new TypeError(`handback: ${message}`))

/**
 * The texts that can be used. Their dictionary is not needed for anything else yet, so they are looked at when it is there; a text in the place
 * of a function would break whatever shows it.
 */
export async function siftStrings(strings: Partial<Strings>, wrong: Wrong): Promise<Partial<Strings>> {
  const { english } = await import('../ui/english.ts')
  const names = Object.keys(english)
  return Object.fromEntries(Object.entries(strings).filter(([name, value]) => {
    const kind = typeof english[name as keyof Strings]
    if (value === undefined || typeof value === kind) return value !== undefined
    const meant = nearest(name, names)
    if (names.includes(name)) wrong(`strings.${name} must be of type ${kind}`)
    else wrong(`there is no text strings.${name}${meant ? `; strings.${meant} is the nearest` : ''}`)
    return false
  }))
}

/** Tells of an element that it knows no hub, and whoever waits for it to be a widget. */
export function tellNoHub(host: HTMLElement, waiting: Promise<unknown>): Promise<never> {
  const error = new TypeError('handback: endpoint must be given, or transport or chat')
  tellWrong(host, error)
  // it is told, whether anybody waits or not
  waiting.catch(() => {})
  return Promise.reject(error)
}

/**
 * Looks at what a verb of the handle is told: the chat itself may be loaded much later.
 *
 * @throws TypeError or HandbackError, as the same verb of a chat rejects
 */
export function checkCall(verb: string, told: unknown): void {
  // a dictionary is taken as it is
  if (Object.hasOwn(checkFact, verb) && !(verb === 'setLocale' && Object(told) === told)) checkFact[verb as keyof typeof checkFact](told)
}
