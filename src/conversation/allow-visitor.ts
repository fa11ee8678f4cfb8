import { allowBy } from './rules.ts'
import { visitorRules } from './visitor-rules.ts'

/**
 * The same as `allow` for a visitor's commands, without the rules and the words that a page never needs.
 *
 * @example allowVisitor(header, { id, type: 'handoff-cancel', data: {} }, visitor)?.code // 'handoff/not-open'
 */
export const allowVisitor = allowBy(visitorRules)
