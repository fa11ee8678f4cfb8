import type { ReplyImage, ReplyMessage } from '../../contracts/index.ts'

/** What one side said in a row. */
export interface Turn {
  readonly role: 'user' | 'assistant'
  readonly text: string
  readonly images: readonly ReplyImage[]
}

const inside = (text: string): string => text.replace(/<(?=[\s\p{Cf}]{0,3}\/?[\s\p{Cf}]{0,3}event)/giu, '‹')

/** A line that begins as the words of a person of the team do; what stands for something hidden, or is a link, does not. */
const signed = /^([^\S\n\r\u2028\u2029]*)\[(?![A-Z][A-Z\d_]*_\d+\])((?:\[\w+\]|[^[\]\n]){1,200})\](?!\()/gm

/** Nobody but the team writes as the team. */
const unsigned = (text: string): string => text.replace(signed, '$1($2)')

/** One message. Markers of what happened stand on the visitor's side, in a fence that nobody else can write. */
export function turnOf({ role, name, text, images = [] }: ReplyMessage): Turn {
  if (role === 'system') return { role: 'user', text: `<event>${inside(text)}</event>`, images: [] }
  if (role === 'visitor') return { role: 'user', text: inside(unsigned(text)), images }
  return { role: 'assistant', text: inside(role === 'agent' ? `[${name ?? 'Agent'}] ${text}` : text), images }
}

const goesOn: Turn = { role: 'user', text: '<event>The conversation goes on.</event>', images: [] }

/** Messages as every service takes them: turns that alternate, begin and end with the visitor's side, or a service would go on with our words. */
export function turnsOf(messages: readonly ReplyMessage[]): readonly Turn[] {
  const turns: Turn[] = []
  for (const next of messages.map(turnOf)) {
    const last = turns.at(-1)
    if (last?.role !== next.role) turns.push(next)
    else turns[turns.length - 1] = { ...last, text: `${last.text}\n\n${next.text}`, images: [...last.images, ...next.images] }
  }
  const user = (at: number): readonly Turn[] => (turns.at(at)?.role === 'user' ? [] : [goesOn])
  return [...(turns[0] ? user(0) : []), ...turns, ...user(-1)]
}

/** A picture as an address, for services that take it so. */
export const dataUrl = ({ media, data }: ReplyImage): string => `data:${media};base64,${data}`
