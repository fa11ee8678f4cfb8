import type { Header } from '../../protocol/index.ts'
import { REDACTIONS } from '../header-handlers.ts'
import { refuse } from '../rules.ts'
import { abortTurn, draft, given } from './drafts.ts'
import type { Deciders } from './deciders.ts'
import { started } from './openings.ts'

const tagged = (header: Header | null, tag: string): boolean => header?.tags?.includes(tag) ?? false

/** What is kept about a conversation, and what is removed from it. */
export const records = {
  'note-add': (_header, data, { by, person }, command) => [draft('note-added', by, { note: command, text: data.text, person })],
  'tag-add': (header, data, { by }) => (tagged(header, data.tag) ? [] : [draft('tag-added', by, data)]),
  'tag-remove': (header, data, { by }) => (tagged(header, data.tag) ? [draft('tag-removed', by, data)] : []),
  'attributes-update': (_header, data, { by }) => (Object.keys(data.values).length === 0 ? [] : [draft('attributes-updated', by, data)]),
  'language-set': (header, data, { by }) => (header?.language === data.language ? [] : [draft('language-changed', by, data)]),
  // who does not agree to the assistant is not answered by it, from the first word on; what they have asked stays owed
  'consent-record': (header, data, context) => [
    ...(header ? [] : started(context, {})),
    ...(header && data.scope === 'assistant' && !data.granted ? abortTurn(header, 'end') : []),
    draft('consent-recorded', context.by, data),
  ],
  // the form that stands before the first message begins the conversation
  'form-submit': (header, { form, values, asked, ...first }, context) => [
    ...(header ? [] : started(context, first)),
    draft('form-submitted', context.by, given({ form, values, asked })),
  ],
  'message-rate': (_header, data, { by }) => [draft('message-rated', by, given(data))],
  'conversation-route': (_header, data, { by }) => [draft('conversation-routed', by, given(data))],
  'events-redact': (header, { seqs }, { by }) => {
    if (!header || seqs.length === 0 || header.erasing === 'all') return []
    if (seqs.some((seq) => seq > header.seq)) return refuse('command/invalid', 'There is no such event yet.')
    if (seqs.length + (header.erasing?.length ?? 0) > REDACTIONS) return refuse('limit/reached', `At most ${REDACTIONS} events at a time.`)
    // what is being written may tell in other words what is removed: whoever still waits is answered anew, without it
    return [...abortTurn(header, 'end'), draft('events-redacted', by, { seqs, log: header.log })]
  },
  'conversation-erase': (header, _data, { by }) =>
    !header || header.erased ? [] : [...abortTurn(header, 'end'), draft('conversation-erased', by, { log: header.log })],
} satisfies Partial<Deciders>
