import type { NoticeKey, Person, QuickReply } from '../protocol/index.ts'
import type { Params, Strings } from './dictionary.ts'
import { english } from './english.ts'
import { formatMoment } from './time.ts'

export type { Strings } from './dictionary.ts'
export { english } from './english.ts'

/** English with some texts replaced; the whole of another language is a full `Strings`. */
export const mergeStrings = (partial: Partial<Strings> = {}): Strings => ({ ...english, ...partial })

/** Whether this version has words for a notice: one of a later version is not shown. */
export const isNotice = (key: string): key is NoticeKey => noticeKeys.has(key)

/** A key with a dash is a notice's; the others are words of the interface. */
const noticeKeys: ReadonlySet<string> = new Set(Object.keys(english).filter((key) => key.includes('-')))

/**
 * The text of a notice, or `undefined` for a key that this version does not know. `locale` is for the moments in it.
 *
 * @example noticeText(english, 'agent-joined', { agent: 'Sarah' }) // "Sarah joined"
 */
export function noticeText(strings: Strings, key: string, params: Params, locale?: string): string | undefined {
  if (!isNotice(key)) return undefined
  const { at } = params
  return strings[key](typeof at === 'number' ? { ...params, at: formatMoment(at, locale ?? strings.language) } : params)
}

/** What stands on a quick reply; empty for a `send` without words, which is then not shown. */
export function replyLabel(strings: Strings, reply: QuickReply): string {
  if (reply.label) return reply.label
  if (reply.action === 'handoff-request') return strings.replyHandoff
  if (reply.action === 'conversation-end') return strings.replyEnd
  return reply.action === 'ticket-create' ? strings.replyTicket : ''
}

/** The name that is shown: the assistant's from the dictionary, people's own. */
export function nameOf(strings: Strings, { kind, name }: Pick<Person, 'kind' | 'name'>): string {
  if (kind === 'assistant') return strings.assistantName
  return name.trim() || (kind === 'visitor' ? strings.visitorName : strings.agentName)
}

/** The likely language and script behind a tag; empty for what is no tag, as the `lang` of a page may be. */
function written(tag: string | undefined): string {
  try {
    const { language, script } = new Intl.Locale(tag ?? '').maximize()
    return `${language}-${script}`
  } catch {
    // not well-formed: nothing is known about it
    return ''
  }
}

/** Direction that the language of a dictionary is written in, by its script: `ar` and `pa-Arab`, but not `ar-Latn`. */
export const directionOf = ({ language }: Pick<Strings, 'language'>): 'ltr' | 'rtl' =>
  /-(Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa)$/.test(written(language)) ? 'rtl' : 'ltr'

/**
 * The locale for times: the reader's region where it has the dictionary's language and script, else the dictionary's language. Always
 * one that can be formatted in.
 */
export function localeFor({ language }: Pick<Strings, 'language'>, locale: string | undefined): string {
  const own = written(language)
  if (!own) return english.language
  return locale && written(locale) === own ? locale : language
}
