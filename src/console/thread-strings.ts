import { english } from '../ui/english.ts'
import type { Strings } from '../ui/strings.ts'

const who = (params: Readonly<Record<string, string | number>>, fallback: string): string => String(params.name ?? params.agent ?? fallback)

/** The thread's texts told to an agent about a visitor, where the visitor's own would be wrong. */
export const threadStrings = (overrides: Partial<Strings> = {}): Strings =>
  ({
    ...english,
    rated: (score) => `Rated ${score} of 7`,
    ticketLeft: 'Message from the visitor',
    drafted: 'Drafted by AI',
    permission: 'Asked the visitor’s permission',
    allowed: 'The visitor allowed this',
    denied: 'The visitor did not allow this',
    formHint: 'Not filled in yet',
    formFilled: 'Answers of the visitor',
    'ai-disclosure': () => 'The visitor was told that an AI assistant answers',
    'out-of-hours': ({ at }) => `The visitor was told that the team is not here${at === undefined ? '' : ` until ${at}`}`,
    'agent-lost': (params) => `${who(params, 'The agent')} lost the connection`,
    'floor-transferred': (params) => `${who(params, 'The agent')} put the conversation back into the queue`,
    'floor-returned': (params) => `${who(params, 'The agent')} handed back to the AI Assistant`,
    'follow-up-scheduled': ({ at }) => `Follow-up on ${at}`,
    'conversation-closed': () => 'Conversation closed',
    ...overrides,
  })
