import type { ReplyRequest, ReplyStep } from '../../contracts/index.ts'
import { dataUrl, turnsOf } from '../service/turns.ts'
import { list } from '../service/values.ts'
import type { UiPart } from './ui-reader.ts'

const textPart = (text: string): UiPart => ({ type: 'text', text })

/** What the route itself said in that step, or the same from our own record; with what came of our calls. */
const stepParts = ({ text, calls, results, state }: ReplyStep): UiPart[] =>
  ((state
    ? list(state)
    : [
        { type: 'step-start' },
        ...(text ? [textPart(text)] : []),
        ...calls.map(({ id, name, input }) => ({ type: `tool-${name}`, toolCallId: id, input })),
      ]
  ) as UiPart[])
    .map((part) => {
      const result = results.find(({ id }) => id === part['toolCallId'])
      if (!result) return part
      const { failed, output } = result
      return { ...part, ...(failed ? { state: 'output-error', errorText: output } : { state: 'output-available', output }) }
    })
    // a call without an outcome is no prompt
    .filter(({ toolCallId, state }) => !toolCallId || String(state).startsWith('output'))

/** The messages as a route of the AI SDK takes them. Ids are of this turn alone: what a route keeps never overwrites another. */
export function uiMessages({ turn, system, messages, steps = [] }: ReplyRequest, inside: boolean): object[] {
  const told = turnsOf(messages).map(({ role, text, images }) => ({
    role: role as string,
    parts: [textPart(text), ...images.map((image): UiPart => ({ type: 'file', mediaType: image.media, url: dataUrl(image) }))],
  }))
  if (inside) told.unshift({ role: 'system', parts: [textPart(system)] })
  if (steps.length > 0) told.push({ role: 'assistant', parts: steps.flatMap(stepParts) })
  return told.map((message, index) => ({ id: `${turn}-${index}`, ...message }))
}
