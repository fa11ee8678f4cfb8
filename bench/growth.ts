import { emptyHeader } from '../src/conversation/index.ts'
import { asksForHuman } from '../src/escalation/human-request.ts'
import { promisesHuman } from '../src/escalation/promise.ts'
import { safetyOf } from '../src/escalation/safety.ts'
import { replyMessages } from '../src/hub/turns/model/messages.ts'
import { tailLines } from '../src/hub/turns/model/tail-lines.ts'
import { triage } from '../src/hub/turns/triage.ts'
import { createVault } from '../src/privacy/index.ts'
import type { StoredEvent } from '../src/protocol/index.ts'
import { turnOf } from '../src/providers/service/turns.ts'

/**
 * What the readers of text cost in a hub, for texts that were made to be slow: how much longer eight times the text takes.
 * Linear is 8, quadratic is 64. The quickest of five counts, because it is the one that nothing else has held up; ends with 1 above the limit.
 */

const TIMES = 8
const LIMIT = 20

const quickest = (work: () => unknown): number => {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5; round += 1) {
    const begun = performance.now()
    work()
    best = Math.min(best, performance.now() - begun)
  }
  return best
}

const broken: string[] = []
/** `work` gets the size; the larger one is `size`. */
function grows(what: string, size: number, work: (size: number) => unknown): void {
  const [few, many] = [quickest(() => work(Math.ceil(size / TIMES))), quickest(() => work(size))]
  // below a tenth of a millisecond it is the clock that is measured
  const ratio = many / Math.max(few, 0.1)
  if (ratio > LIMIT) broken.push(what)
  console.log(`${what.padEnd(52)} ${many.toFixed(1).padStart(8)} ms ${ratio.toFixed(1).padStart(6)} x${ratio > LIMIT ? '  BROKEN' : ''}`)
}
const rows = (reader: string, size: number, fillers: readonly string[], read: (text: string) => unknown): void => {
  for (const filler of fillers) {
    grows(`${reader} ${JSON.stringify(filler)}`, size, (length) => read(filler.repeat(Math.ceil(length / filler.length))))
  }
}

console.log(`each reader, its text, the time of the longer one, and how much longer than an eighth of it (linear: ${TIMES})`)

rows('asksForHuman', 128_000, ['human to the ', 'i dont want to ', 'speak to with a ', 'no ', 'a', '!?', 'someone who is ', 'is there ', "''''", 'aab'], asksForHuman)
const promises = ['someone will ', 'we ', 'i have ', 'un equipo ', 'vous ', 'un agente ', '.', '!?', 'a', 'you will be ', 'ein team ', "'", 'te le ']
rows('promisesHuman', 1_000_000, promises, promisesHuman)
const danger = ['i want to ', 'he ', 'kill ', 'my husband ', 'k😭', 'a.', '!', '...', 'k i ', '*', 'i', 'child left ', '😭', 'he will ', 'no no ', "'", 'é']
rows('safetyOf', 1_000_000, danger, safetyOf)

rows('tailLines', 50_000, ['-', ' ', '\n', '-\n', '\nSOURCES:', 'SOURCES: a\n'], (text) => {
  const stream = tailLines(['SOURCES:', 'PERSON-1a2b:'])
  for (const letter of text) stream.push(letter)
  return stream.end()
})
rows('vault', 300_000, ['\\', '\\n', '\\u00', '\\u0031', '\\"', '\\\\n4111 ', '\\n030 1234567', 'a\\t@', '\\na@b.cd '], (text) => {
  const vault = createVault({ names: ['Maria Santos'] })
  return vault.reveal(vault.hide(text))
})
rows('turnOf', 400_000, ['[', '[a', ' ', '\r', '[[a', '< ', '<\u200b', '[[a]'], (text) => turnOf({ role: 'visitor', text }))

const sentence = 'I have been waiting for my parcel since 12.03.2024, call 030 1234567 and nobody could tell me where it is. '
grows('vault, 16,000 letters each', 192, (count) => {
  const vault = createVault({ names: ['Maria Santos'] })
  for (let at = 0; at < count; at += 1) vault.hide(`${at} ${sentence.repeat(150)}`)
})

const said = (count: number): readonly StoredEvent[] =>
  Array.from({ length: count }, (_, at): StoredEvent => {
    const data = { message: `message-${at}`, parts: [{ type: 'text', text: `${at} ${sentence.repeat(150)}` }] }
    return { seq: at + 1, at, by: { kind: 'visitor', id: 'visitor-1' }, type: 'message-sent', audience: 'everyone', prev: at, cause: `command-${at}`, data }
  })
const logs = new Map([24, 192].map((count) => [count, said(count)]))
const log = (count: number): readonly StoredEvent[] => logs.get(count) ?? []
grows('replyMessages, messages of 16,000 letters', 192, (count) => replyMessages(log(count), { people: [], owed: 1, budget: 8_000 }))
grows('triage, messages of 16,000 letters', 192, (count) => triage({ ...emptyHeader('visitor-1'), seq: count, owed: 1, owedTo: count }, log(count)))

console.log(broken.length === 0 ? 'all grow with the text' : `grow faster than the text: ${broken.join('; ')}`)
process.exitCode = broken.length === 0 ? 0 : 1
