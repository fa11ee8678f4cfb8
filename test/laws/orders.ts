import type { ActorKind, ClosingTask, CommandMap, CommandType, FormPart, Header, Id, Part } from '../../src/protocol/index.ts'
import { CANARY, actorsOf } from './cast.ts'
import type { Dice } from './dice.ts'

/** A turn that once began. */
export interface Run {
  readonly turn: Id
  readonly attempt: number
  readonly message: Id
  readonly floor: number
  /** For the person who holds the floor: nothing of it is the visitor's. */
  readonly kind?: 'assist'
}

/** What whoever makes a command up may look at. */
export interface Scene {
  readonly header: Header
  readonly past: readonly Run[]
  /** A number that no other command of this conversation has. */
  readonly index: number
}

interface Order<T extends CommandType> {
  /** Who may issue it; a kind that stands twice does so more often. */
  readonly by: readonly [ActorKind, ...ActorKind[]]
  /** How often it happens. Default 2. */
  readonly weight?: number
  readonly data: (scene: Scene, dice: Dice) => CommandMap[T]
}

const texts = ['Where is my card?', '5', 'no, thanks', '7 ', 'I cannot log in', '\ud800 half', '__proto__', '<img src=x onerror=alert(1)>', '\u202eevil', ''] as const
const text = (dice: Dice): readonly Part[] => [{ type: 'text', text: dice.pick(texts) }]
/** What `form-submit` below may fill in. */
export const someForm = (dice: Dice): FormPart => ({ type: 'form', form: `form-number-${dice.below(3)}`, fields: [{ name: dice.pick(words), label: 'Which?', kind: 'text' }] })
const hidden = (dice: Dice): string => `${CANARY} ${dice.pick(texts)}`

/** The turn that a late word of the assistant belongs to: mostly the newest, sometimes any that ever ran. */
const someRun = ({ past }: Scene, dice: Dice): Run =>
  (dice.once(4) ? dice.any(past) : past.at(-1)) ?? { turn: 'turn-none-0', attempt: 1, message: 'message-none', floor: 1 }

/** Mostly where it should be, sometimes anywhere. */
const near = (right: number, dice: Dice): number => (dice.once(4) ? dice.below(right + 3) : right)

const holder = ({ header }: Scene, dice: Dice): Id => (dice.once(5) ? undefined : header.floor.holder?.id) ?? dice.any(actorsOf.agent)?.id ?? 'agent-none'

const words = ['billing', 'sales', '__proto__', 'constructor', 'vip'] as const
const when = [60_000, 3_600_000, 86_400_000, -1] as const
const closings: readonly [readonly ClosingTask[], ...(readonly ClosingTask[])[]] = [
  ['survey'],
  ['anything-else'],
  ['summary', 'follow-up', 'survey', 'anything-else'],
  ['follow-up', 'summary'],
  [],
]
/** One of a list of ids, or one that is not in it. */
const someOf = (list: readonly Id[] | undefined, dice: Dice): Id => (dice.once(6) ? undefined : dice.any(list ?? [])) ?? 'nothing-of-that'
const someAgent = (dice: Dice): Id => dice.any(actorsOf.agent)?.id ?? 'agent-none'

const meter = (dice: Dice) => ({ provider: CANARY, inputTokens: dice.below(9_000), outputTokens: dice.below(900), ...(dice.once(2) ? { cost: dice.below(90) / 1_000 } : {}) })

/** How a turn ends: mostly with words, sometimes with an action or a wish, now and then with nothing at all. */
function ending({ index }: Scene, dice: Dice, words: readonly Part[]): Pick<CommandMap['turn-commit'], 'parts' | 'cut' | 'meter' | 'held' | 'handoff'> {
  const approval = dice.pick(['visitor', 'agent'] as const)
  // who is asked reads the title
  const title = approval === 'visitor' ? dice.pick(texts) : hidden(dice)
  const held = { action: `action-number-${index}`, tool: dice.pick(['cancel_order', '__proto__']), input: JSON.stringify(hidden(dice)), title, approval, ...(dice.once(3) ? { details: 'All of it' } : {}) }
  return {
    ...(dice.once(8) ? {} : { parts: words }),
    ...(dice.once(6) ? { cut: true } : {}),
    ...(dice.once(3) ? { meter: meter(dice) } : {}),
    ...(dice.once(4) ? { held } : {}),
    ...(dice.once(9) ? { handoff: { rule: dice.pick(['safety', 'money']), summary: hidden(dice), team: hidden(dice) } } : {}),
  }
}

/** How each command is made up; a new command does not compile without its line here. */
export const orders: { readonly [T in CommandType]: Order<T> } = {
  'message-send': { by: ['visitor', 'visitor', 'visitor', 'agent', 'supervisor'], weight: 24, data: ({ header }, dice) => ({ parts: [...text(dice), ...(dice.once(4) ? [someForm(dice)] : [])], ...(dice.once(4) && header.drafts?.length ? { draft: someOf(header.drafts, dice) } : {}) }) },
  'read-mark': { by: ['visitor', 'agent'], weight: 4, data: ({ header }, dice) => ({ seq: near(header.seq, dice) }) },
  'handoff-request': {
    by: ['visitor', 'assistant'],
    weight: 6,
    data: (scene, dice) => {
      if (dice.once(3)) return {}
      const { turn, attempt } = someRun(scene, dice)
      return {
        ...(dice.once(2) ? { turn, attempt } : {}),
        ...(dice.once(3) ? { upTo: near(scene.header.owed ?? 0, dice) } : {}),
        reason: 'rule',
        rule: dice.once(9) ? 'safety' : hidden(dice),
        summary: hidden(dice),
        confidence: dice.below(11) / 10,
        sentiment: dice.below(21) / 10 - 1,
        fields: { [dice.pick(['__proto__', 'constructor', 'email', 'amount'])]: hidden(dice) },
        articles: [{ id: `article-${dice.below(3)}`, title: hidden(dice) }],
      }
    },
  },
  'language-set': { by: ['visitor', 'agent'], weight: 1, data: (_scene, dice) => ({ language: dice.pick(['en', 'de', 'fr']) }) },
  'attributes-update': {
    by: ['visitor', 'agent', 'assistant'],
    weight: 1,
    data: (_scene, dice) => ({ values: JSON.parse(`{${JSON.stringify(dice.pick(words))}:${JSON.stringify(dice.pick<string | number | boolean | null>([hidden(dice), 7, true, null]))}}`) }),
  },
  'follow-up-schedule': {
    by: ['visitor', 'agent', 'supervisor'],
    weight: 3,
    data: ({ header }, dice) => ({ at: Math.max(0, header.at + dice.pick(when)), ...(dice.once(2) ? { contact: 'me@example.com' } : {}), ...(dice.once(2) ? { note: dice.pick(texts) } : {}) }),
  },
  'follow-up-decline': { by: ['visitor'], data: () => ({}) },
  'form-submit': {
    by: ['visitor'],
    weight: 1,
    data: (_scene, dice) => ({
      form: `form-number-${dice.below(3)}`,
      values: { [dice.pick(words)]: dice.pick(texts) },
      ...(dice.once(3) ? { asked: { title: dice.pick(texts), fields: [{ name: dice.pick(words), label: dice.pick(texts), kind: 'choice', options: [...texts] }] } } : {}),
    }),
  },
  'message-rate': {
    by: ['visitor'],
    data: (scene, dice) => ({ message: someRun(scene, dice).message, rating: dice.pick(['up', 'down', 'none']), ...(dice.once(2) ? { comment: dice.pick(texts) } : {}) }),
  },
  'ticket-file': {
    by: ['machine'],
    weight: 4,
    data: ({ header }, dice) => ({ ticket: someOf(header.filing?.map(({ ticket }) => ticket), dice), ...(dice.once(2) ? { reference: hidden(dice) } : {}) }),
  },
  'consent-record': { by: ['visitor'], weight: 1, data: (_scene, dice) => ({ scope: dice.pick([...words, 'assistant']), version: '1', granted: dice.once(2) }) },
  // rare: nothing follows it
  'conversation-erase': { by: ['visitor', 'supervisor'], weight: 0.2, data: () => ({}) },
  'turn-stop': { by: ['visitor'], weight: 4, data: ({ header, past }, dice) => ({ message: (dice.once(4) ? past.at(-1)?.message : header.stream?.message) ?? 'message-none' }) },
  'handoff-cancel': { by: ['visitor'], data: () => ({}) },
  'survey-answer': {
    by: ['visitor'],
    weight: 6,
    data: ({ header }, dice) => ({ episode: near(header.survey?.episode ?? 1, dice), score: 1 + dice.below(7), ...(dice.once(2) ? { comment: dice.pick(texts), factors: { speed: 1 + dice.below(7) } } : {}) }),
  },
  'survey-decline': { by: ['visitor'], weight: 3, data: ({ header }, dice) => ({ episode: near(header.survey?.episode ?? 1, dice) }) },
  'ticket-create': { by: ['visitor'], data: (_scene, dice) => ({ text: dice.pick(texts), ...(dice.once(2) ? { contact: 'me@example.com' } : {}) }) },
  'conversation-end': { by: ['visitor'], data: () => ({}) },
  'floor-claim': { by: ['agent', 'agent', 'supervisor'], weight: 8, data: () => ({}) },
  'floor-return': {
    by: ['agent', 'agent', 'supervisor'],
    weight: 16,
    data: (_scene, dice) => (dice.once(2) ? {} : { tasks: dice.pick(closings) }),
  },
  'floor-transfer': {
    by: ['agent', 'supervisor'],
    data: (_scene, dice) => ({
      ...(dice.once(2) ? { note: hidden(dice) } : {}),
      ...(dice.once(3) ? { agent: someAgent(dice) } : {}),
      ...(dice.once(3) ? { team: hidden(dice) } : {}),
    }),
  },
  'participant-invite': { by: ['agent', 'supervisor'], weight: 4, data: (_scene, dice) => ({ agent: someAgent(dice) }) },
  'participant-join': { by: ['agent', 'supervisor'], weight: 4, data: () => ({}) },
  'participant-leave': { by: ['agent', 'supervisor'], data: () => ({}) },
  'supervisor-request': { by: ['agent'], data: (_scene, dice) => (dice.once(2) ? {} : { note: hidden(dice) }) },
  'shadow-start': { by: ['agent', 'supervisor'], data: () => ({}) },
  'shadow-end': { by: ['agent', 'supervisor'], data: () => ({}) },
  'assist-request': { by: ['agent', 'supervisor'], weight: 8, data: (_scene, dice) => ({ text: hidden(dice) }) },
  'draft-drop': { by: ['agent', 'supervisor'], data: ({ header }, dice) => ({ draft: someOf(header.drafts, dice) }) },
  'note-add': { by: ['agent', 'supervisor'], weight: 3, data: (_scene, dice) => ({ text: hidden(dice) }) },
  'draft-approve': { by: ['agent', 'supervisor'], weight: 5, data: ({ header }, dice) => ({ draft: someOf(dice.once(5) ? header.drafts : header.actions, dice) }) },
  'tool-call': {
    by: ['assistant'],
    weight: 8,
    data: (scene, dice) => {
      const { turn, attempt } = someRun(scene, dice)
      return { turn, attempt, call: dice.once(9) ? someOf(scene.header.calls?.map(({ id }) => id), dice) : `call-number-${scene.index}`, tool: dice.pick(['find_order', '__proto__']), input: JSON.stringify(hidden(dice)) }
    },
  },
  'tool-return': {
    by: ['assistant'],
    weight: 6,
    data: ({ header }, dice) => ({ call: someOf(header.calls?.map(({ id }) => id), dice), output: hidden(dice), ...(dice.once(3) ? { failed: true } : {}) }),
  },
  'permission-answer': { by: ['visitor'], weight: 8, data: ({ header }, dice) => ({ permission: (dice.once(6) ? undefined : header.permission) ?? 'nothing-of-that', granted: dice.once(2) }) },
  'tag-add': { by: ['agent', 'supervisor', 'assistant'], data: (_scene, dice) => ({ tag: dice.once(2) ? CANARY : `${CANARY}-${dice.pick(words)}` }) },
  'tag-remove': { by: ['agent', 'supervisor', 'assistant'], data: ({ header }, dice) => ({ tag: someOf(header.tags, dice) }) },
  'conversation-route': {
    by: ['agent', 'supervisor', 'assistant', 'machine'],
    data: (_scene, dice) => ({
      ...(dice.once(2) ? { team: hidden(dice) } : {}),
      ...(dice.once(2) ? { priority: dice.below(9) } : {}),
      ...(dice.once(2) ? { agent: someAgent(dice) } : {}),
    }),
  },
  'events-redact': { by: ['agent', 'supervisor'], weight: 1, data: ({ header }, dice) => ({ seqs: [near(1 + dice.below(header.seq + 1), dice)] }) },
  'conversation-resolve': { by: ['agent', 'supervisor'], data: () => ({}) },
  'turn-start': {
    by: ['assistant'],
    weight: 24,
    data: ({ header, past, index }, dice) => {
      const assist = header.phase === 'human' && !dice.once(6)
      // another attempt is the same turn again
      const turn = (header.attempts > 0 && !assist ? past.findLast(({ kind }) => !kind)?.turn : undefined) ?? `turn-number-${index}`
      return { turn, attempt: dice.once(8) ? dice.below(4) : assist ? 1 : header.attempts + 1, message: `${turn}-message`, ...(assist ? { kind: 'assist' } : {}), ...(dice.once(3) ? {} : { upTo: near(dice.once(6) ? (header.owed ?? 0) : header.seq, dice) }) }
    },
  },
  'turn-commit': {
    by: ['assistant'],
    weight: 18,
    data: (scene, dice) => {
      const { turn, attempt, floor, kind } = someRun(scene, dice)
      const parts: readonly Part[] = kind ? [{ type: 'text', text: hidden(dice) }] : text(dice)
      const fence = { turn, attempt: dice.once(7) ? attempt + 1 : attempt, floor: dice.once(2) ? scene.header.floor.number : near(floor, dice) }
      return { ...fence, ...ending(scene, dice, parts) }
    },
  },
  'turn-keep': { by: ['assistant'], weight: 4, data: (scene, dice) => ({ turn: someRun(scene, dice).turn, attempt: someRun(scene, dice).attempt, parts: text(dice) }) },
  'summary-write': { by: ['assistant'], weight: 4, data: ({ header }, dice) => ({ episode: near(header.summary ?? 1, dice), text: hidden(dice) }) },
  'turn-abort': { by: ['assistant'], weight: 5, data: (scene, dice) => ({ turn: someRun(scene, dice).turn, attempt: someRun(scene, dice).attempt }) },
  'turn-skip': { by: ['assistant'], weight: 6, data: ({ header }, dice) => ({ upTo: near(dice.once(2) ? header.seq : (header.owed ?? header.seq), dice) }) },
  'turn-fail': {
    by: ['assistant'],
    weight: 6,
    data: (scene, dice) => {
      const { turn, attempt } = someRun(scene, dice)
      const shown = dice.once(4) ? { parts: text(dice) } : {}
      return { turn, attempt, code: hidden(dice), retryable: dice.once(2), ...shown, ...(dice.once(2) ? { meter: meter(dice) } : { retryAfter: dice.below(20_000) }) }
    },
  },
  'turn-meter': { by: ['assistant'], weight: 2, data: (scene, dice) => ({ turn: someRun(scene, dice).turn, attempt: someRun(scene, dice).attempt, meter: meter(dice) }) },
  'deadline-pass': { by: ['machine'], weight: 14, data: ({ header }, dice) => (dice.once(9) ? undefined : dice.any(header.deadlines)) ?? { key: 'queue', at: 0 } },
  'agent-drop': { by: ['machine'], weight: 7, data: (scene, dice) => ({ agent: holder(scene, dice) }) },
  'agent-return': { by: ['machine'], weight: 7, data: (scene, dice) => ({ agent: holder(scene, dice) }) },
  'conversation-finish': { by: ['assistant'], data: ({ header }, dice) => (dice.once(4) ? {} : { upTo: near(header.seq, dice) }) },
}

const commandTypes = Object.keys(orders) as CommandType[]

const wheel: readonly CommandType[] = commandTypes.flatMap((type) => new Array<CommandType>((orders[type].weight ?? 2) * 5).fill(type))

export const someType = (dice: Dice): CommandType => dice.any(wheel) ?? 'message-send'
