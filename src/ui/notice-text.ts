import type { NoticeKey } from '../protocol/index.ts'
import type { Params, Strings } from './dictionary.ts'
import { threadEnglish } from './thread-english.ts'
import { formatMoment } from './time.ts'

/** Whether this version has words for a notice: one of a later version is not shown. */
export const isNotice = (key: string): key is NoticeKey =>
  // a key with a dash is a notice's; the others are words of the interface
  key.includes('-') && Object.hasOwn(threadEnglish, key)

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
