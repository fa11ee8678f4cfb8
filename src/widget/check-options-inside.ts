import { checkOptions, optionNames } from './check-options.ts'
import { noSuch } from './nearest.ts'
import type { WidgetOptions } from './options.ts'
import { isShape, siftTheme, themePaths } from './sift-theme.ts'
import type { Wrong } from './sift-theme.ts'
import { tellWrong } from './tell-wrong.ts'

const fieldKinds = 'text email phone number long-text choice date'

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
const hasTexts = (value: unknown, ...names: string[]): value is Readonly<Record<string, unknown>> =>
  isShape(value) && names.every((name) => isText(value[name]))
// whatever is no text is not equal to its origin
const isOrigin = (value: unknown): boolean => URL.canParse(value as string) && new URL(value as string).origin === value
const isField = (each: unknown): boolean =>
  hasTexts(each, 'name', 'label') && fieldKinds.split(' ').includes(each.kind as string) &&
  (each.kind !== 'choice' || (Array.isArray(each.options) && each.options.length > 0 && each.options.every(isText)))
const isChoice = (each: unknown): boolean => hasTexts(each, 'language', 'label') && (isShape(each.strings) || typeof each.strings === 'function')
const fieldsAre = `{ name, label, kind }, kind one of ${fieldKinds}, choice with options`

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
export function sift<O extends WidgetOptions>(options: O, others: readonly string[], wrong: Wrong): O {
  const good: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue
    // a framework's callbacks come along
    if (/^on[A-Z]/.test(name) || others.includes(name)) good[name] = value
    else if (!optionNames.includes(name)) wrong(noSuch('option ', name, [...optionNames, ...themePaths]))
    else {
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

/** Tells of an element that it knows no hub, and whoever waits for it to be a widget. */
export function tellNoHub(host: HTMLElement, waiting: Promise<unknown>): Promise<never> {
  const error = new TypeError('handback: endpoint must be given, or transport or chat')
  tellWrong(host, error)
  // it is told, whether anybody waits or not
  waiting.catch(() => {})
  return Promise.reject(error)
}
