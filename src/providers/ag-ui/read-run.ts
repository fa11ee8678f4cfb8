import type { ReplyPart, ReplyRequest } from '../../contracts/index.ts'
import { failure, serviceError } from '../service/failure.ts'
import { isHandoff } from '../service/handoff.ts'
import type { Reader } from '../service/service.ts'
import { toolInput } from '../service/tool-input.ts'
import { fields, list, string, type Fields } from '../service/values.ts'

/** A message, or a call of a tool. */
interface Item {
  /** Of the tool; none: it is a message. */
  readonly name: string
  /** Of a message what is not shown yet, of a call the arguments so far. */
  text: string
  /** It said that it is whole. */
  over: boolean
  /** Not for us: the words of another role, or a call that has its result. */
  theirs: boolean
}

/** Reads the events of a run. */
export function readRun({ tools = [] }: ReplyRequest): Reader {
  const items = new Map<string, Item>()
  /** Whose chunks those are that do not say it. */
  let last = ''
  let begun = false
  let shown: Item | undefined
  let finished: Fields | undefined
  let snapshot: readonly Fields[] = []
  let state: unknown

  // agents have tools of their own, some with names such as `transfer_to_agent`
  const offered = (name: string): boolean => isHandoff(name) || !tools[0] || tools.some((tool) => tool.name === name)

  /** One message after the other, however they were mixed. */
  function* show(all?: true): Iterable<ReplyPart> {
    for (const item of items.values()) {
      if (item.name || item.theirs) continue
      if (item.text) {
        yield { type: 'text-delta', text: (shown && shown !== item ? '\n\n' : '') + item.text }
        shown = item
        item.text = ''
      }
      if (!item.over && !all) return
    }
  }

  /** `START`, `CONTENT`, `ARGS`, `END`, `CHUNK` and `RESULT` alike: any of them may be the first. */
  function* add({ toolCallId, messageId, toolCallName, role, delta }: Fields, type: string): Iterable<ReplyPart> {
    last = string(toolCallId) || string(messageId) || last
    let item = items.get(last)
    if (!item) {
      const name = string(toolCallName)
      items.set(last, (item = { name, text: '', over: false, theirs: !!role && role !== 'assistant' }))
      if (name && offered(name)) yield { type: 'tool-start', name }
    }
    item.text += string(delta)
    // nothing says where chunks end, so nothing waits for them
    item.over ||= /END|CHUNK/.test(type)
    item.theirs ||= /RESULT/.test(type)
    yield* show()
  }

  /** By the first word of their type. What is missing here means nothing to a reader of text. */
  const events: Readonly<Record<string, (event: Fields, type: string) => Iterable<ReplyPart> | void>> = {
    TEXT: add,
    TOOL: add,
    RUN(event, type) {
      const { code, message } = event
      if (type === 'RUN_ERROR') throw serviceError({ code, message })
      finished = type === 'RUN_FINISHED' ? event : undefined
    },
    STATE(event) {
      // a patch has none: no state at all is better than an old one, which would undo what the agent did
      state = event['snapshot']
    },
    MESSAGES({ messages }) {
      snapshot = list(messages).map(fields)
    },
    CUSTOM: ({ name, value }) => (name === 'handback.escalate' ? [person(fields(value))] : []),
  }

  return {
    get begun() {
      return begun
    },
    take(event) {
      const type = string(event['type'])
      begun ||= /^(T|REA)/.test(type)
      // only capitals, so that no name finds what all objects inherit
      return events[`${/^[A-Z]+/.exec(type)}`]?.(event, type) ?? []
    },
    *end() {
      const { outcome, usage } = finished ?? {}
      const { type, interrupts } = fields(outcome)
      if (!finished || type === 'cancelled') throw failure('provider/truncated')
      yield* show(true)
      const { role, content } = snapshot.at(-1) ?? {}
      if (!shown && role === 'assistant' && content) yield { type: 'text-delta', text: string(content) }
      const paused = type === 'interrupt'
      let reason: 'stop' | 'tool-call' = 'stop'
      for (const [id, { name, text, over, theirs }] of items) {
        if (!name || !(isHandoff(name) || (offered(name) && !paused && !theirs && !snapshot.some(({ toolCallId }) => toolCallId === id)))) continue
        reason = 'tool-call'
        yield { type: 'tool-call', id, name, input: over ? toolInput(text) : text }
      }
      if (paused) yield person(fields(list(interrupts)[0]))
      if (reason !== 'stop' && state !== undefined) yield { type: 'state', data: state }
      const counts = list(usage).map(fields)
      const sum = (key: string): number => counts.reduce((total, count) => total + (Number(count[key]) || 0), 0)
      yield { type: 'finish', reason, ...(counts[0] && { usage: { inputTokens: sum('inputTokens'), outputTokens: sum('outputTokens') } }) }
    },
  }
}

function person({ reason, summary, message }: Fields): ReplyPart {
  const told = string(summary) || string(message)
  return { type: 'handoff-request', reason: string(reason) || 'assistant-request', ...(told && { summary: told }) }
}
