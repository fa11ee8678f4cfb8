import type { Mutant } from './mutant.ts'

const pages: Pick<Mutant, 'kills' | 'only'> = { kills: ['test/laws/laws.test.ts'], only: 'client over memory' }

/** Guards of the page. */
export const client: readonly Mutant[] = [
  {
    name: 'a gap is not noticed',
    file: 'src/internal/thread-log.ts',
    search: 'if (!options.next(event, cursor.seq)) {',
    replace: 'if (cursor.seq < 0) {',
    kills: ['test/laws/laws.test.ts'],
    only: 'machine over machine',
    why: 'an event is applied only if it continues what is there',
  },
  {
    ...pages,
    name: 'an event does not take its bubble away',
    file: 'src/client/ledger.ts',
    search: 'acked = acked.filter(keep)',
    replace: 'void keep',
    why: 'a message has one bubble, whichever of echo and acknowledgement comes first',
  },
  {
    ...pages,
    name: 'commands are sent without waiting for each other',
    file: 'src/client/delivery.ts',
    search: 'const next = ledger.outbox.unsent()[0]',
    replace: 'const next = ledger.outbox.unsent().at(-1)',
    why: 'what was written first stands first',
  },
  {
    name: 'what was handed to the wire counts as delivered',
    file: 'src/client/delivery.ts',
    search: 'if (current === attempt) repeat(ANSWER + pause.next())',
    replace: 'if (current === attempt) ledger.outbox.remove(attempt.id)',
    kills: ['test/client/delivery.test.ts'],
    why: 'a command whose answer was lost goes out again under its id',
  },
]
