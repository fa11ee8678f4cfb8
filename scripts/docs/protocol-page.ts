import type { Symbol as Named } from 'typescript'
import * as protocol from '../../src/protocol/index.ts'
import * as schema from '../../src/schema/index.ts'
import type { ActorKind, CommandType } from '../../src/protocol/index.ts'
import { limitsOf } from './limits.ts'
import { anchor, code, codes, link, page, table } from './markdown.ts'
import type { Permission } from './permissions.ts'
import { permissionOf } from './permissions.ts'
import { refusalMessages } from './refusals.ts'
import type { Field, Item, Sources } from './sources.ts'

const parts = 'Parts of a message'

/** The types that have a section of their own and are not listed among the shapes. */
const sections: ReadonlyMap<string, string> = new Map([
  ['StoredEvent', 'Events'],
  ['Signal', 'Signals'],
  ['SignalData', 'Signals'],
  ['Part', parts],
  ['Refusal', 'Refusals'],
  ['RefusalCode', 'Refusals'],
])
/** Too small to be told about. */
const plain = new Set(['Id', 'Nothing'])

/** `docs/protocol.md`. */
export function protocolPage(sources: Sources): string {
  const used = new Set<Named>()
  const meet = ({ shapes }: Field): void => shapes.forEach((shape) => used.add(shape))

  const shapeLink = ({ type, shapes }: Field): string => {
    const first = shapes.find(({ name }) => !plain.has(name))
    return first ? `[${code(type)}](#${anchor(sections.get(first.name) ?? first.name)})` : code(type)
  }
  const fieldTable = (fields: readonly Field[], limits: Readonly<Record<string, string>> = {}): string => {
    fields.forEach(meet)
    if (fields.length === 0) return ''
    return table(
      ['field', 'type', 'limit', 'meaning'],
      fields.map((field) => [`${code(field.name)}${field.optional ? '?' : ''}`, shapeLink(field), limits[field.name] ?? '', field.doc]),
    )
  }
  const detail = (item: Item, more = '', limits?: Readonly<Record<string, string>>): string[] => [
    `### ${item.name}`,
    [item.doc, more].filter(Boolean).join(' '),
    fieldTable(item.fields, limits) || 'No data.',
  ]
  const index = (items: readonly Item[]): string => table(['event', 'meaning'], items.map(({ name, doc }) => [link(name), doc]))

  const envelope = (name: string): string[] => {
    const { doc, fields } = sources.shape(sources.named(name))
    return [doc, fieldTable(fields)]
  }
  const open = sources.map('PublicEventMap')
  const hidden = sources.map('StaffEventMap')
  const commands = sources.map('CommandMap')
  const refusals = refusalMessages(sources)
  const frames = (name: 'ClientFrame' | 'ServerFrame', sender: string): string[] =>
    sources.union(name, 't').flatMap((item) => [`### ${item.name} (${sender})`, item.doc, fieldTable(item.fields)])

  const body = [
    '# Protocol',
    'What hubs, pages and desks say to each other. This page is made from the sources by `npm run docs`; change those, not this.',
    'A field with a question mark may be missing. Times are milliseconds since 1970, other numbers are whole where nothing else is said. ' +
      'Words in types may grow: a reader treats one that it does not know as its comment says, and otherwise ignores what it holds.',

    '## Events',
    'A conversation is a log of events. An event type only ever gains optional fields; a change of meaning is a new type, and a reader changes ' +
      'nothing at a type or data that it cannot read.',
    ...envelope('StoredEvent'),
    '### For everyone',
    'Audience `everyone`: the visitor receives them too, where nothing else is said.',
    index(open),
    '### For staff',
    'Audience `staff`: they never reach a visitor, and nothing tells that they exist.',
    index(hidden),
    ...[...open, ...hidden].flatMap((item) => detail(item)),

    '## Commands',
    'A command is what somebody wants to happen; the hub answers with an acknowledgement or a refusal. The same id twice has one effect, without ' +
      'time limit. Who asks comes from the token, never from the command. A star: while a person holds the floor, only that person may. The phases ' +
      'are those in which it can be possible; what else must hold is said by the refusal.',
    table(
      ['command', 'by', 'in', 'begins a conversation', 'meaning'],
      commands.map(({ name, doc }) => {
        const permission = permissionOf(name as CommandType)
        return [link(name), whoIn(permission), phasesIn(permission), permission.first ? 'yes' : '', doc]
      }),
    ),
    ...commands.flatMap((item) => {
      const permission = permissionOf(item.name as CommandType)
      return detail(item, `By ${whoIn(permission)}; in ${phasesIn(permission)}.`, limitsOf(schema.commandSchemas[item.name as CommandType]))
    }),

    '## Signals',
    ...envelope('Signal'),
    ...sources.union('SignalData', 'type').flatMap((item) => [`### ${item.name} (signal)`, item.doc, fieldTable(item.fields)]),

    '## Frames',
    'What crosses the wire, each as one line of JSON with its type in `t`. A reader drops a frame that it cannot read.',
    '### From a client',
    ...frames('ClientFrame', 'client'),
    '### From a hub',
    ...frames('ServerFrame', 'hub'),

    `## ${parts}`,
    'A message is a list of parts, told apart by `type`. A reader skips a part of a type that it does not know.',
    ...sources.union('Part', 'type').flatMap((item) => [`### ${item.name} (part)`, item.doc, fieldTable(item.fields)]),

    '## Refusals',
    ...envelope('Refusal'),
    table(['code', 'said'], [...refusals].map(([name, messages]) => [code(name), messages.map((text) => `“${text}”`).join(' ')])),
    '## Errors',
    'Every error that handback throws has one of these codes, or that of a refusal.',
    codes(sources.shape(sources.named('ErrorCode')).words),
    '## Limits',
    table(['name', 'value', 'meaning'], constants(sources)),
  ]
  return page(...body, '## Shapes', 'What the types above name.', ...shapes(used, sources, fieldTable))
}

const plural: Readonly<Record<ActorKind, string>> = {
  visitor: 'the visitor',
  agent: 'agents',
  supervisor: 'supervisors',
  assistant: 'the assistant',
  machine: 'the machine',
}

const whoIn = ({ by, holders }: Permission): string => by.map((kind) => `${plural[kind]}${holders.includes(kind) ? '\\*' : ''}`).join(', ')

const phasesIn = ({ phases }: Permission): string => (phases.length === 5 ? 'any phase' : codes(phases))

/** Every number that the protocol and the schemas export, by name. */
function constants(sources: Sources): string[][] {
  const all = Object.entries({ ...protocol, ...schema }).filter((entry): entry is [string, number] => typeof entry[1] === 'number')
  return all.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [code(name), value.toLocaleString('en-US'), sources.commentOf(name)])
}

/** What is named, and what that names, and so on. */
function shapes(used: Set<Named>, sources: Sources, fieldTable: (fields: readonly Field[]) => string): string[] {
  const done = new Map<string, string[]>()
  // a table adds what it names to the end of `used` while this goes through it
  for (const symbol of used) {
    if (sections.has(symbol.name) || plain.has(symbol.name) || done.has(symbol.name)) continue
    const { doc, words, fields, alias } = sources.shape(symbol)
    const other = words.length > 1 && !alias.includes('`') ? `One of ${codes(words)}.` : code(alias.replaceAll('`', "'"))
    const body = fields.length > 0 ? fieldTable(fields) : other
    done.set(symbol.name, [`### ${symbol.name}`, doc, body])
  }
  return [...done].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, blocks]) => blocks)
}
