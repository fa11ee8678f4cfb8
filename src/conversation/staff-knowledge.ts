import type { AttributeValue, Id, StoredEvent } from '../protocol/index.ts'
import type { Context, Draft } from './rows.ts'
import type { KnownEvent } from './shapes.ts'
import { narrow } from './shapes.ts'
import { staffShapes } from './staff-shapes.ts'

/** What staff know of a conversation beside its rows. */
export interface Knowledge {
  /** What the next person should know. */
  readonly context: Context | null
  /** Facts about the visitor, `null` for those that were removed; at most 100, the first told leave first. */
  readonly attributes: Readonly<Record<string, AttributeValue>>
  /** What the assistant offers to the person who holds the floor, oldest first. */
  readonly drafts: readonly Draft[]
  /** The newest action that was held and not offered yet. */
  readonly held: (Draft['action'] & { readonly id: Id }) | null
  /** How to come back to the visitor, and about what. */
  readonly followUp: { readonly contact?: string; readonly note?: string } | null
}

export const nothingKnown: Knowledge = { context: null, attributes: {}, drafts: [], held: null, followUp: null }

const ATTRIBUTES = 100

/** Later knowledge replaces single values and adds to collections. */
function mergedContext(older: Context | null, newer: Context | null): Context | null {
  if (!older || !newer) return newer ?? older
  const old = older.articles.filter((article) => !newer.articles.some(({ id }) => id === article.id))
  return { ...older, ...newer, fields: { ...older.fields, ...newer.fields }, articles: [...old, ...newer.articles] }
}

type Values = Readonly<Record<string, AttributeValue>>

// what was removed stays known as removed: an older page must not bring it back
const mergedAttributes = (older: Values, newer: Values): Values => Object.fromEntries(Object.entries({ ...older, ...newer }).slice(-ATTRIBUTES))

/** Facts that stand. */
export const standing = (attributes: Values): Readonly<Record<string, Exclude<AttributeValue, null>>> =>
  Object.fromEntries(Object.entries(attributes).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))

function contextOf({ data }: KnownEvent<'context-added'>): Context {
  const { reason, summary, confidence, sentiment, fields = {}, articles = [] } = data
  return {
    reason,
    ...(summary === undefined ? {} : { summary }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(sentiment === undefined ? {} : { sentiment }),
    fields,
    articles,
  }
}

/** An action is held before it is offered, in the same append. */
const withAction =
  (held: Knowledge['held']) =>
  (draft: Draft): Draft => {
    if (draft.id !== held?.id) return draft
    const { id: _, ...action } = held
    return { ...draft, action }
  }

const without = (drafts: readonly Draft[], draft: string): readonly Draft[] => drafts.filter(({ id }) => id !== draft)

type Telling = 'context-added' | 'attributes-updated' | 'follow-up-scheduled' | 'action-held' | 'draft-offered' | 'draft-used' | 'draft-dropped'

const learning: { readonly [T in Telling]: (known: Knowledge, event: KnownEvent<T>) => Knowledge } = {
  'context-added': (known, event) => ({ ...known, context: mergedContext(known.context, contextOf(event)) }),
  'attributes-updated': (known, { data }) => ({ ...known, attributes: mergedAttributes(known.attributes, data.values) }),
  'follow-up-scheduled': (known, { data: { contact, note } }) => ({
    ...known,
    followUp: { ...(contact === undefined ? {} : { contact }), ...(note === undefined ? {} : { note }) },
  }),
  'action-held': (known, { data: { action, tool, input, title, details } }) => ({
    ...known,
    held: { id: action, tool, input, title, ...(details === undefined ? {} : { details }) },
  }),
  'draft-offered': (known, { data }) => {
    const offered = withAction(known.held)({ id: data.draft, parts: data.parts })
    return { ...known, drafts: [...without(known.drafts, data.draft), offered], held: offered.action ? null : known.held }
  },
  'draft-used': (known, { data }) => ({ ...known, drafts: without(known.drafts, data.draft) }),
  'draft-dropped': (known, { data }) => ({ ...known, drafts: without(known.drafts, data.draft) }),
}

/** One event into what staff know; the same object when it tells nothing. */
export function learn(known: Knowledge, event: StoredEvent): Knowledge {
  if (!Object.hasOwn(learning, event.type)) return known
  const told = narrow(event, staffShapes)
  return told ? (learning[told.type as keyof typeof learning] as (known: Knowledge, event: StoredEvent) => Knowledge)(known, told) : known
}

/** What older events tell, under what is known already. */
export const underneath = (older: Knowledge, known: Knowledge): Knowledge => ({
  context: mergedContext(older.context, known.context),
  attributes: mergedAttributes(older.attributes, known.attributes),
  // drafts that have ended since are not among the header's
  drafts: [...older.drafts, ...known.drafts.map(withAction(older.held))],
  held: known.held ?? older.held,
  followUp: known.followUp ?? older.followUp,
})
