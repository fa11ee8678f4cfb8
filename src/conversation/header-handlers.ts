import type { ClosingTask, EventMap, EventType, Header, Id } from '../protocol/index.ts'
import { clear, set } from './deadline-set.ts'
import type { KnownEvent } from './shapes.ts'
import type { Fresh } from './fresh.ts'
import { drop, put } from './fresh.ts'
import { spendingHandlers } from './spending.ts'
import { awaitSoon, settle, turnHandlers } from './turn-handlers.ts'

export type HeaderHandlers = { readonly [T in EventType]?: (header: Fresh<Header>, event: KnownEvent<T>) => Fresh<Header> }

/** At most so many of each are kept in a header; the oldest leave first. */
const PEOPLE = 8
const TAGS = 20
const TASKS = 4
/** As many events as can be named until they are removed. */
export const REDACTIONS = 200
/** As many messages for later may wait for the site's own system. */
export const FILING = 20

const added = <T>(list: readonly T[] | undefined, item: T, most: number): readonly T[] => [...without(list, item), item].slice(-most)
const without = <T>(list: readonly T[] | undefined, item: T): readonly T[] => (list ?? []).filter((other) => other !== item)

/** A closing task was begun: those after it are left. */
const done = (header: Fresh<Header>, task: ClosingTask): Fresh<Header> =>
  header.tasks ? put(header, { tasks: header.tasks.slice(header.tasks.indexOf(task) + 1) }) : header

/** Whatever the assistant was busy with or waiting for ends. */
const endAssistant = (header: Fresh<Header>): Fresh<Header> => clear(drop(header, 'turn', 'stopped', 'tasks', 'granted'), 'turn', 'owed', 'survey', 'follow-up', 'anything-else')

/** Whatever belonged to the person who held the floor ends. */
const endPerson = (header: Fresh<Header>): Fresh<Header> =>
  clear(drop(header, 'turn', 'assist', 'drafts', 'actions', 'invited', 'escalated'), 'agent-back', 'assist', 'turn')

const queued = (header: Fresh<Header>, until: number): Fresh<Header> => set(header, 'queue', until)
const unanswered = (header: Fresh<Header>, at: number): Fresh<Header> => put(header, { unanswered: { count: (header.unanswered?.count ?? 0) + 1, at } })
/** Nobody comes: what waited for a person does no longer. */
const unqueued = (header: Fresh<Header>): Fresh<Header> => clear(drop(header, 'route', 'drafts', 'actions'), 'queue')
/** Deadlines that outlive the end of a conversation. */
const outliving = new Set(['summary', 'come-back', 'erase', 'ticket'])
/** What is known of nobody once all contents are gone. */
const erased = [
  'tags', 'route', 'summary', 'shadows', 'lastAgent', 'unanswered', 'erasing', 'calls', 'spent', 'humanOnly', 'filing', 'awayTold',
] as const
const over = (header: Fresh<Header>): Fresh<Header> => {
  const ended = drop(endPerson(settle(endAssistant(header))), 'route', 'unanswered')
  return put(ended, { deadlines: ended.deadlines.filter(({ key }) => outliving.has(key)) })
}

/** What each event changes in the machine's own record, beside what everyone may see. */
export const headerHandlers: HeaderHandlers = {
  ...turnHandlers,
  ...spendingHandlers,
  // to be passed on is no answer for who asked something and then for a person: it is one where the assistant gives up
  'handoff-requested': (header, { by, data }) =>
    queued(by.kind === 'visitor' ? put(clear(endAssistant(header), 'owed'), { attempts: 0 }) : settle(endAssistant(header)), data.until),
  'handoff-cancelled': (header, event) => awaitSoon(unqueued(header), event),
  'handoff-expired': (header, event) => awaitSoon(unqueued(unanswered(header, event.at)), event),
  'floor-claimed': (header, { by }) => put(clear(drop(endAssistant(header), 'route', 'unanswered'), 'queue'), { lastAgent: by.id }),
  'floor-returned': (header, event) => awaitSoon(put(endPerson(header), { tasks: event.data.tasks.slice(0, TASKS) }), event),
  'floor-transferred': (header, { data }) => queued(endPerson(header), data.until),
  'agent-dropped': (header, { data }) => (header.phase === 'human' ? set(header, 'agent-back', data.until) : header),
  'agent-returned': (header) => clear(header, 'agent-back'),
  'participant-joined': (header, { data }) => (data.person.kind === 'supervisor' ? drop(header, 'escalated') : header),
  'participant-invited': (header, { data }) => (header.phase === 'human' ? put(header, { invited: added(header.invited, data.agent, PEOPLE) }) : header),
  'supervisor-requested': (header) => (header.phase === 'human' ? put(header, { escalated: true }) : header),
  'shadow-started': (header, { data }) => put(header, { shadows: added(header.shadows, data.person.id, PEOPLE) }),
  'shadow-ended': (header, { data }) => kept(header, 'shadows', without(header.shadows, data.person.id)),
  'survey-asked': (header, { data }) => set(done(header, 'survey'), 'survey', data.until),
  'survey-answered': (header) => clear(header, 'survey'),
  'survey-declined': (header) => clear(header, 'survey'),
  'survey-expired': (header) => clear(header, 'survey'),
  'summary-asked': (header, { data }) => set(put(done(header, 'summary'), { summary: data.episode }), 'summary', data.until),
  'summary-written': (header, { data }) => (header.summary === data.episode ? clear(drop(header, 'summary'), 'summary') : header),
  'summary-expired': (header) => clear(drop(header, 'summary'), 'summary'),
  'follow-up-asked': (header, { data }) =>
    header.followUp?.state === 'asked' ? set(done(header, 'follow-up'), 'follow-up', data.until) : done(header, 'follow-up'),
  'follow-up-scheduled': (header, { data }) => set(clear(header, 'follow-up'), 'come-back', data.at),
  'follow-up-declined': (header) => clear(header, 'follow-up'),
  'follow-up-due': (header) => clear(header, 'come-back'),
  'anything-else-asked': (header, { data }) => set(done(header, 'anything-else'), 'anything-else', data.until),
  'tasks-ended': (header) => clear(drop(header, 'tasks'), 'survey', 'follow-up', 'anything-else'),
  'ticket-created': (header, { data, seq, at }) =>
    data.file ? set(put(header, { filing: [...(header.filing ?? []), { ticket: data.ticket, seq }].slice(-FILING) }), 'ticket', at) : header,
  'ticket-filed': (header, { data }) => {
    const filing = (header.filing ?? []).filter(({ ticket }) => ticket !== data.ticket)
    return filing.length > 0 ? put(header, { filing }) : clear(drop(header, 'filing'), 'ticket')
  },
  'tag-added': (header, { data }) => put(header, { tags: added(header.tags, data.tag.slice(0, 40), TAGS) }),
  'tag-removed': (header, { data }) => kept(header, 'tags', without(header.tags, data.tag)),
  'conversation-routed': (header, { data }) => put(header, { route: { ...header.route, ...routeOf(data) } }),
  'consent-recorded': (header, { data }) => {
    if (data.scope !== 'assistant') return header
    return data.granted ? drop(header, 'humanOnly') : put(header, { humanOnly: true })
  },
  notice: (header, { data: { key, params } }) =>
    key === 'out-of-hours' ? put(header, { awayTold: typeof params.at === 'number' ? { at: params.at } : {} }) : header,
  'conversation-closed': (header) => over(header),
  'events-redacted': (header, { data, at }) => {
    // once the log has another number, it is done
    if (data.log !== header.log || header.erasing === 'all') return header
    return set(put(header, { erasing: [...new Set([...(header.erasing ?? []), ...data.seqs])].slice(0, REDACTIONS) }), 'erase', at)
  },
  'conversation-erased': (header, { data, at }) => {
    const bare = drop(put(over(header), { deadlines: [], preview: '' }), ...erased)
    return data.log === header.log ? set(put(bare, { erasing: 'all' }), 'erase', at) : bare
  },
}

/** What a header has room for, and nothing else of what an event may carry. */
const routeOf = ({ team, priority, agent }: EventMap['conversation-routed']): NonNullable<Header['route']> => ({
  ...(team === undefined ? {} : { team: team.slice(0, 80) }),
  ...(priority === undefined ? {} : { priority }),
  ...(agent === undefined ? {} : { agent }),
})

/** A list that is absent when it is empty. */
function kept(header: Fresh<Header>, key: 'tags' | 'shadows', list: readonly Id[]): Fresh<Header> {
  return list.length > 0 ? put(header, { [key]: list }) : drop(header, key)
}
