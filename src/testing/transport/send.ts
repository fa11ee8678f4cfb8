import type { ServerFrame } from '../../protocol/index.ts'
import { background, check, rejects, same, within } from '../check.ts'
import type { TransportCheck } from './bench.ts'
import { CONVERSATION, START, commandId, say } from './bench.ts'
import { TEXTS } from './frames.ts'

const answers = (frames: readonly ServerFrame[]): readonly ServerFrame[] => frames.filter(({ t }) => t === 'ack' || t === 'refused' || t === 'page')

export const sendChecks: readonly TransportCheck[] = [
  ['a command is handed over, and its ack arrives as a frame', async ({ open, hub }) => {
    const { connection, reading } = await open()
    same(await within(connection.send(say('hello there')), 'sending'), undefined, 'what sending resolves with')
    same(await reading.find('ack', 'the ack'), { t: 'ack', command: commandId('hello there'), at: hub.log.at }, 'ack')
    same(hub.log.events.map(({ cause }) => cause), [commandId('hello there')], 'its effect')
  }],

  ['texts reach the hub as they were written, whatever they hold', async ({ open, hub }) => {
    const { connection, reading } = await open()
    for (const [index, text] of TEXTS.entries()) await within(connection.send(say(`text ${index}`, text)), `sending text ${index}`)
    await reading.until((frames) => answers(frames).length === TEXTS.length, 'the acks')
    same(hub.log.events.map(({ data }) => (data as { parts: readonly { text: string }[] }).parts[0]?.text), TEXTS, 'the texts in the log')
  }],

  ['a refusal and a page arrive as frames', async ({ open, hub }) => {
    hub.append(['one', 'two', 'three'])
    const { connection, reading } = await open()
    const command = say('nowhere')
    await within(connection.send({ ...command, conversation: 'conversation-9999' }), 'sending a command that is refused')
    same((await reading.find('refused', 'the refusal')).command, command.command.id, 'the refused command')
    await within(connection.send({ t: 'page', conversation: hub.log.conversation, before: { log: 1, seq: 3 }, limit: 1 }), 'asking for a page')
    const page = { t: 'page', conversation: hub.log.conversation, before: { log: 1, seq: 3 }, events: hub.log.events.slice(1, 2), more: true }
    same(await reading.find('page', 'the page'), page, 'page')
  }],

  ['the same command twice has one effect, also on another connection', async ({ open, hub }) => {
    const first = await open()
    for (const time of ['first', 'second']) await within(first.connection.send(say('once')), `sending it the ${time} time`)
    await first.reading.until((frames) => answers(frames).length === 2, 'both acks')
    const second = await open({ follow: [{ topic: 'me' }] })
    await within(second.connection.send(say('once')), 'sending it on another connection')
    await second.reading.find('ack', 'its ack there')
    same(answers([...first.reading.frames, ...second.reading.frames]).map((frame) => JSON.stringify(frame)),
      Array.from({ length: 3 }, () => JSON.stringify({ t: 'ack', command: commandId('once'), at: { log: 1, seq: 1 } })), 'the acks')
    same(hub.log.events.length, 1, 'how many effects it has')
  }],

  ['commands have their effects in the order in which they were sent', async ({ open, hub }) => {
    const { connection, reading } = await open()
    const names = Array.from({ length: 40 }, (_, index) => `command ${index + 1}`)
    // not one after the other: whoever writes fast does not wait for the line
    await within(Promise.all(names.map((name) => connection.send(say(name)))), 'sending forty commands')
    await reading.until((frames) => answers(frames).length === names.length, 'the acks')
    same(hub.commands, names.map(commandId), 'the order in which they came')
    same(hub.log.events.map(({ cause }) => cause), names.map(commandId), 'the order of their effects')
  }],

  ['a frame that is too long is request/too-large, and the connection lives', async ({ open, hub }) => {
    const { connection, reading, link } = await open({ follow: [{ topic: CONVERSATION, after: START }] })
    await rejects(connection.send(say('too long', 'x'.repeat(70_000))), 'request/too-large', 'too many bytes')
    await rejects(background(connection.send(say('too many bytes', 'é'.repeat(40_000)))), 'request/too-large', 'too many bytes in few characters')
    await within(connection.send(say('short enough', 'é'.repeat(30_000))), 'a frame that just fits')
    await reading.find('ack', 'the ack')
    same(hub.commands, [commandId('short enough')], 'what reached the hub')
    check(link.open, 'the connection lives')
  }],
]
