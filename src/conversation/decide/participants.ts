import type { Header } from '../../protocol/index.ts'
import { HELPERS } from '../public-header.ts'
import { refuse } from '../rules.ts'
import { draft, given, notice } from './drafts.ts'
import type { Deciders } from './deciders.ts'

const holds = (header: Header | null, id: string): boolean => header?.floor.holder?.id === id

/** There is room for so many beside the holder. */
export const crowded = ({ helpers }: Header): boolean => (helpers?.length ?? 0) >= HELPERS
export const tooMany = refuse('limit/reached', `At most ${HELPERS} people write beside the holder.`)

const supervised = ({ people, helpers }: Header): boolean => people.some(({ id, kind }) => kind === 'supervisor' && helpers?.includes(id))

/** Those beside the holder: helpers, supervisors, and who reads along. */
export const participants = {
  'participant-invite': (header, data, { by }) => (holds(header, data.agent) || header?.invited?.includes(data.agent) ? [] : [draft('participant-invited', by, data)]),
  'participant-join': (header, _data, { by, person }) => {
    // who writes there already changes nothing
    if (!header || holds(header, by.id) || header.helpers?.includes(by.id)) return []
    if (by.kind === 'agent' && !header.invited?.includes(by.id)) return refuse('participant/not-invited', 'Ask whoever holds the conversation to invite you.')
    if (crowded(header)) return tooMany
    return [draft('participant-joined', by, { person }), notice('participant-joined', { agent: person.name })]
  },
  'participant-leave': (_header, _data, { by, person }) => [draft('participant-left', by, {}), notice('participant-left', { agent: person.name })],
  // one who writes there already needs no call
  'supervisor-request': (header, data, { by }) => (!header || header.escalated || supervised(header) ? [] : [draft('supervisor-requested', by, given(data))]),
  'shadow-start': (header, _data, { by, person }) => (header?.shadows?.includes(by.id) ? [] : [draft('shadow-started', by, { person })]),
  'shadow-end': (header, _data, { by, person }) => (header?.shadows?.includes(by.id) ? [draft('shadow-ended', by, { person })] : []),
} satisfies Partial<Deciders>
