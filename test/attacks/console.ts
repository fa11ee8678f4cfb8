import { mountConsole } from '../../src/console/index.ts'
import { createFakeDesk, sarah } from '../console/fake-desk.ts'
import { entry, header } from '../console/samples.ts'
import { bot } from '../widget/fake-chat.ts'
import { drawn, until } from './pace.ts'
import { lookAt } from './places.ts'
import { noticesOf, person, rowsOf } from './samples.ts'

/** A console with one open conversation, each of whose places shows what visitors, colleagues, models, tools and sites have said. */
export function consoleOf(hosts: Element) {
  const fake = createFakeDesk()
  const host = document.createElement('div')
  for (const [name, value] of Object.entries({ display: 'block', height: '30000px' })) host.style.setProperty(name, value)
  hosts.append(host)
  const stop = mountConsole(host, { desk: fake.desk })
  const root = host.shadowRoot
  if (!root) throw new Error('no shadow root')
  const thread = fake.thread('conversation-1')
  /** Of the log: rows of the same are not looked through again. */
  let log = 0

  async function look(text: string): Promise<string[]> {
    log += 1
    const some = text.slice(0, 120)
    const name = text.slice(0, 80)
    const tag = text.slice(0, 40)
    const long = text.slice(0, 4_000)
    const [visitor, agent] = [person('visitor', text), person('agent', text)]
    fake.$queue.set([entry('conversation-1', { visitorName: name, preview: some, tags: [tag], team: name, reason: name })])
    fake.$others.set([entry('conversation-2', { phase: 'human', holderName: name, visitorName: name, preview: some, escalated: true })])
    fake.$closed.set([entry('conversation-3', { phase: 'closed', visitorName: name, preview: some, ticket: true })])
    ;(await until('a list', () => root?.querySelector<HTMLElement>('.item-open'))).click()
    thread.$header.set(header('human', {
      log,
      tags: [tag],
      people: [visitor, sarah, agent],
      helpers: [agent.id],
      followUp: { state: 'due', at: 40 },
      drafts: ['draft-0001', 'draft-0002'],
      actions: ['draft-0001'],
    }))
    thread.$rows.set([
      ...rowsOf(text),
      { type: 'note', id: 'note-0001', seq: 20, at: 20, author: agent, text: long },
      { type: 'summary', id: 'row-21', seq: 21, at: 21, episode: 2, text: long },
      { type: 'tool-call', id: 'row-22', seq: 22, at: 22, call: 'call-0001', tool: name, input: long },
      { type: 'tool-result', id: 'row-23', seq: 23, at: 23, call: 'call-0001', output: long, failed: true },
      { type: 'tool-result', id: 'row-24', seq: 24, at: 24, call: 'call-0002', output: long },
      { type: 'message-rating', id: 'row-25', seq: 25, at: 25, message: 'message-0002', rating: 'down', comment: some },
      { type: 'ticket-filed', id: 'row-26', seq: 26, at: 26, ticket: 'ticket-0001', reference: name },
      ...noticesOf(text, 30),
    ])
    thread.$context.set({ reason: name, summary: text.slice(0, 2_000), fields: { [name]: some }, articles: [{ id: name, title: name, url: text.slice(0, 2_000) }] })
    thread.$drafts.set([
      { id: 'draft-0001', parts: [{ type: 'text', text }], action: { tool: name, input: long, title: some, details: some } },
      { id: 'draft-0002', parts: [{ type: 'text', text }] },
    ])
    thread.$attributes.set({ [name || 'x']: some })
    thread.$followUp.set({ contact: name, note: some })
    thread.$streaming.set({ type: 'message', id: 'message-0009', seq: 0, at: 40, author: bot, parts: [{ type: 'text', text: text.slice(0, text.length / 2) }], streaming: true })
    await drawn()
    const mine = await lookAt(root as ShadowRoot, [
      ['name in a list', '.item-name bdi', name],
      ['words in a list', '.item-preview', some],
      ['holder in a list', '.item .tag', name],
      ['visitor', '.thread-title bdi', name],
      ['who helps', '.banner p', name],
      ['summary', '.context .summary', text.slice(0, 2_000)],
      ['field', '.context .fields dt', name.slice(1)],
      ['value', '.context .fields dd', some],
      ['article', '.context .articles li', name],
      ['comment', '.context .quote', text.slice(0, 2_000)],
      ['note in the panel', '.context .notes p', long],
      ['writer of a note', '.context .note-by bdi', name.trim()],
      ['tag', '.context .tag bdi', tag],
      ['way to the visitor', '.context [dir=auto]', name],
      ['draft', '.draft p', text],
      ['action', '.action strong', some],
      ['what exactly', '.action-text > p', some],
      ['note', '.note p', long],
      ['summary in the thread', '.summarised p', long],
      ['tool', '.call summary bdi', name],
      ['what it was given', '.call pre', null],
      ['opinion', '.chip q', some],
      ['reference', '.reference', name],
      ['own words', '.row .plain', text],
      ['file', '[part~=attachment] bdi', text.slice(0, 200)],
      ['question', '[part=form] li', text.slice(0, 200)],
      ['answer', '.answers dd', text.slice(0, 2_000)],
      ['permission', '[part=permission] strong', text.slice(0, 200)],
      ['notice', '[part=notice]', name],
      ['words', '.row.bot .md', null],
      ['streamed', '[aria-busy=true]', null],
    ])
    // who waits has a reason, and nobody yet to write
    thread.$header.set(header('queued', { log, tags: [tag], people: [visitor], handoff: { since: 0, until: 1, reason: name } }))
    await drawn()
    return [...mine, ...(await lookAt(root as ShadowRoot, [['waiting', '.thread-title bdi', name]]))]
  }

  return {
    async show(all: readonly string[]): Promise<string[]> {
      const wrong: string[] = []
      for (const text of all) wrong.push(...(await look(text)).map((what) => `console: ${what} for ${JSON.stringify(text.slice(0, 120))}`))
      return wrong
    },
    close: () => stop(),
  }
}
