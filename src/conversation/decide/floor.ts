import type { CommandMap, DraftEvent, Header } from '../../protocol/index.ts'
import { ASSISTANT, MACHINE } from '../../protocol/index.ts'
import { leaveFloor } from './assist.ts'
import { askNext } from './closing.ts'
import type { DecideContext } from './drafts.ts'
import { abortTurn, draft, given, notice } from './drafts.ts'
import { reopened } from './openings.ts'
import type { Deciders } from './deciders.ts'

/** A person takes the floor: the running turn ends in the same append, so no word of it can follow. */
export const claimed = (header: Header, context: DecideContext): DraftEvent[] => [
  ...abortTurn(header, 'claim'),
  ...(header.phase === 'handback' ? [draft('tasks-ended', context.by, { reason: 'claim' })] : []),
  ...(header.phase === 'closed' ? reopened('bot', context) : []),
  draft('floor-claimed', context.by, { agent: context.person }),
  notice('agent-joined', { agent: context.person.name }),
]

export const floor = {
  // claiming what one holds already changes nothing
  'floor-claim': (header, _data, context) => (!header || header.floor.holder?.id === context.by.id ? [] : claimed(header, context)),
  'floor-return': (header, data, context) => {
    if (!header) return []
    const wanted = new Set(data.tasks ?? context.policy.closingTasks)
    // after "anything else?" nothing is left to ask
    const tasks = [...wanted].toSorted((a, b) => Number(a === 'anything-else') - Number(b === 'anything-else'))
    const agent = header.people.find(({ id }) => id === header.floor.holder?.id)?.name ?? context.person.name
    return [
      ...leaveFloor(header),
      draft('floor-returned', context.by, { tasks }),
      notice('floor-returned', { agent }),
      ...askNext(header, tasks, header.floor.number, context),
    ]
  },
  'floor-transfer': (header, { note, agent, team }, context, command) => [
    ...(header ? leaveFloor(header) : []),
    draft('floor-transferred', context.by, { reason: 'transfer', until: context.now + context.policy.queueWait }),
    notice('floor-transferred', { agent: context.person.name }),
    draft('context-added', ASSISTANT, { reason: 'transfer' }),
    ...(agent === undefined && team === undefined ? [] : [draft('conversation-routed', context.by, given<CommandMap['conversation-route']>({ agent, team }))]),
    ...(note === undefined ? [] : [draft('note-added', context.by, { note: command, text: note, person: context.person })]),
  ],
  'agent-drop': (header, data, context) =>
    header?.phase === 'human' && header.floor.holder?.id === data.agent && !header.away
      ? [draft('agent-dropped', MACHINE, { until: context.now + context.policy.agentGrace })]
      : [],
  'agent-return': (header, data) => (header?.away && header.floor.holder?.id === data.agent ? [draft('agent-returned', MACHINE, {})] : []),
} satisfies Partial<Deciders>
