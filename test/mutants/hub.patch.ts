import type { Mutant } from './mutant.ts'

const races: Pick<Mutant, 'kills' | 'only'> = { kills: ['test/laws/laws.test.ts'], only: 'races over memory' }
const onDisk: Pick<Mutant, 'kills' | 'only'> = { kills: ['test/laws/laws.test.ts'], only: 'races over sqlite' }
const hubs: Pick<Mutant, 'kills' | 'only'> = { kills: ['test/laws/laws.test.ts'], only: 'hub over memory' }

/** Guards of the hub and the stores. */
export const hub: readonly Mutant[] = [
  {
    ...races,
    name: 'nobody looks for an earlier effect',
    file: 'src/hub/execute.ts',
    search: 'if (last) return',
    replace: 'if (last && last.seq < 0) return',
    why: 'the same id twice has one effect',
  },
  {
    ...races,
    name: 'another body under the same id is taken for a retry',
    file: 'src/hub/execute.ts',
    search: 'last.digest === body ?',
    replace: 'last.digest !== undefined ?',
    why: 'command/mismatch tells a programming error from a retry',
  },
  {
    ...races,
    name: 'a conflict is shown to whoever comes second',
    file: 'src/hub/execute.ts',
    search: "if (isHandbackError(error) && error.code === 'store/conflict') continue",
    replace: "if (isHandbackError(error) && error.code === 'store/conflict') return { ok: false, refusal: mismatch }",
    why: 'a conflict is decided again until it is appended or refused by the machine',
  },
  {
    ...races,
    name: 'a store does not look where an append belongs',
    file: 'src/internal/append-check.ts',
    search: 'if (head?.log !== expect?.log || head?.seq !== expect?.seq) {',
    replace: 'if (head?.log !== expect?.log) {',
    why: 'of many appends to one place exactly one wins',
  },
  {
    ...onDisk,
    name: 'a command is acknowledged before it is on disk',
    file: 'src/stores/sqlite.ts',
    search: 'await writer.run(() => logs.append(id, rows))',
    replace: 'void writer.run(() => logs.append(id, rows))',
    why: 'what was acknowledged is there after the process died at that moment',
  },
  {
    ...hubs,
    name: 'a stranger’s commands are taken',
    file: 'src/hub/execute.ts',
    search: "if (header && by.kind === 'visitor' && header.visitor !== by.id)",
    replace: "if (header && by.kind === 'visitor' && header.visitor === '')",
    why: 'what is not yours does not exist',
  },
  {
    ...hubs,
    name: 'forms are taken that nobody asked',
    file: 'src/hub/asked-forms.ts',
    search: 'return end === 1 && data.asked !== undefined',
    replace: 'return true',
    why: 'the visitor fills in only what was asked',
  },
  {
    ...hubs,
    name: 'clients may use the hub’s own ids',
    file: 'src/hub/receive.ts',
    search: 'if (isHubId(id)) return',
    replace: "if (isHubId(id) && id === '') return",
    why: 'who could choose them would have the effects of deadlines and turns before the hub',
  },
  {
    ...hubs,
    name: 'whoever has more than a restored log keeps it',
    file: 'src/hub/past.ts',
    search: 'return lost(options) ? [',
    replace: 'return lost(options) && at.seq < 0 ? [',
    why: 'a client that takes no older snapshot would stay in a log that is gone',
  },
]
