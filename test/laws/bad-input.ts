import { newId } from '../../src/internal/ids.ts'
import type { Id } from '../../src/protocol/index.ts'
import type { Dice } from './dice.ts'
import type { Book } from './laws.ts'
import type { Replica } from './replica.ts'

const big = 'x'.repeat(1_000_000)
const deep = '['.repeat(200) + ']'.repeat(200)

/** Data of commands as no client makes them, as JSON. */
const data: readonly string[] = [
  'null',
  '[]',
  '7',
  '{"parts":[]}',
  '{"parts":[{"type":"text"}]}',
  '{"parts":[{"type":"of-tomorrow","x":1}]}',
  '{"parts":{"__proto__":[]}}',
  '{"__proto__":{"parts":[{"type":"text","text":"x"}]}}',
  '{"parts":[{"type":"text","text":7}]}',
  '{"parts":[{"type":"text","text":""}]}',
  `{"parts":[{"type":"text","text":"${'y'.repeat(20_000)}"}]}`,
  `{"parts":[{"type":"text","text":"${big}"}]}`,
  `{"parts":${deep}}`,
  '{"parts":[{"type":"text","text":"x"}],"at":1e999}',
]

/** Types that no client may use, or that nobody knows. */
const types = ['message-send', 'message-sent', 'of-tomorrow', '__proto__', 'constructor', 'turn-commit', 'deadline-pass', '']

/** One bad frame over a link. It is refused by type, or has no answer because not even its id can be read; it changes nothing. */
export async function badInput(book: Book, replica: Replica, conversation: Id, dice: Dice): Promise<void> {
  const id = dice.once(5) ? `hub--${newId()}` : newId()
  const type = dice.any(types) ?? ''
  const bad = type === 'message-send' && !id.startsWith('hub--') ? dice.below(data.length - 1) : dice.below(data.length)
  const json = `{"t":"command","conversation":"${conversation}","seen":null,"command":{"id":"${id}","type":${JSON.stringify(type)},"data":${data[bad]}}}`
  const { lines } = replica
  await replica.sendRaw(json)
  const answer = replica.answer(id)
  book.check('F1', answer?.ok !== true, () => `${json.slice(0, 200)} was accepted`)
  // what is longer than any frame has nobody to answer to, and a line that was cut tells nothing; everything else is told why
  book.check('F1', json.length > 65_536 || replica.lines !== lines || (answer?.ok === false && /^(command|conversation)\//.test(answer.refusal.code)), () => `${json.slice(0, 200)} → ${JSON.stringify(answer)}`)
  const stolen = `hub--${newId()}`
  await replica.send({ t: 'command', conversation, seen: null, command: { id: stolen, type: 'message-send', data: { parts: [{ type: 'text', text: 'x' }] } } })
  book.check('F1', replica.answer(stolen)?.ok !== true, () => 'a client has used an id of the hub’s own')
  for (const raw of ['', '{}', '{"t":"follow"}', '{"t":"__proto__"}', '\u0000', '{"t":"page","conversation":"x","before":{"log":-1,"seq":"NaN"},"limit":1e9}']) await replica.sendRaw(raw)
}
