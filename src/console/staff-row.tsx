import type { ComponentChildren } from 'preact'
import { createContext } from 'preact'
import { useContext, useMemo } from 'preact/hooks'
import type { NoteRow, StaffRow, SummaryRow, TicketFiledRow, ToolCallRow, ToolResultRow, Transcript } from '../conversation/index.ts'
import type { Header, Id } from '../protocol/index.ts'
import { Icon } from '../ui/late-icons.tsx'
import { nameOf } from '../ui/name-of.ts'
import { formatTime } from '../ui/time.ts'
import { useEnvironment } from './environment.ts'
import { StaffIcon } from './staff-icon.tsx'
import { useRowsOf } from './use-rows-of.ts'
import { Value } from './value.tsx'

/** What the assistant's tools were called with, what they gave, and which of them still run. */
interface Tools {
  readonly calls: ReadonlySet<Id>
  readonly results: ReadonlyMap<Id, ToolResultRow>
  readonly running: Header['calls']
}

const ToolsContext = createContext<Tools>({ calls: new Set(), results: new Map(), running: undefined })

interface StaffRowsProps {
  readonly rows: Transcript<StaffRow>
  readonly header: Header
  readonly children: ComponentChildren
}

/** What the rows in it need to know of each other: a call and its result are one thing to a reader. */
export function StaffRows({ rows, header: { calls: running, log }, children }: StaffRowsProps) {
  const called = useRowsOf(rows, 'tool-call', log)
  const returned = useRowsOf(rows, 'tool-result', log)
  const tools = useMemo(
    () => ({ calls: new Set(called.map(({ call }) => call)), results: new Map(returned.map((row) => [row.call, row])), running }),
    [called, returned, running],
  )
  return <ToolsContext.Provider value={tools}>{children}</ToolsContext.Provider>
}

/** A row that only the team sees. */
export function staffRow(row: StaffRow): ComponentChildren {
  if (row.type === 'note') return <Note row={row} />
  if (row.type === 'summary') return <Summary row={row} />
  if (row.type === 'ticket-filed') return <Filed row={row} />
  if (row.type === 'tool-call') return <ToolCall row={row} />
  return row.type === 'tool-result' ? <ToolResult row={row} /> : null
}

function Note({ row }: { readonly row: NoteRow }) {
  const { strings, locale } = useEnvironment()
  return (
    <div class="card note" part="note">
      <strong>
        <StaffIcon name="note" size={16} /> {strings.note} · <bdi>{nameOf(strings, row.author)}</bdi>{' '}
        <small>{formatTime(row.at, locale)}</small>
      </strong>
      <p class="plain" dir="auto">{row.text}</p>
    </div>
  )
}

/** What was left for later is in the site's own system, and how it is found there. */
function Filed({ row: { reference } }: { readonly row: TicketFiledRow }) {
  const { say } = useEnvironment()
  return (
    <div class="line" part="notice">
      <Icon name="check" size={14} />
      <span>{say(reference === undefined ? 'filed' : 'filedAs')}{reference !== undefined && <> <bdi class="reference">{reference}</bdi></>}</span>
    </div>
  )
}

function Summary({ row }: { readonly row: SummaryRow }) {
  const { strings, locale } = useEnvironment()
  return (
    <div class="card summarised" part="summary">
      <strong><Icon name="spark" size={16} /> {strings.summary} <small>{formatTime(row.at, locale)}</small></strong>
      <p class="plain" dir="auto">{row.text}</p>
    </div>
  )
}

function ToolCall({ row }: { readonly row: ToolCallRow }) {
  const { say } = useEnvironment()
  const { results, running } = useContext(ToolsContext)
  const result = results.get(row.call)
  const runs = running?.some(({ id }) => id === row.call)
  const state = result ? result.failed && 'toolFailed' : runs ? 'toolRunning' : 'toolUnknown'
  return (
    <Tool at={row.at} failed={result?.failed} title={say('toolCalled', { tool: row.tool })} state={state && say(state)}>
      <Value name={say('toolInput')} text={row.input} />
      {result && <Value name={say('toolOutput')} text={result.output} />}
    </Tool>
  )
}

/** Stands with its call, unless that lies further back than what is here. */
function ToolResult({ row }: { readonly row: ToolResultRow }) {
  const { say } = useEnvironment()
  if (useContext(ToolsContext).calls.has(row.call)) return null
  return (
    <Tool at={row.at} failed={row.failed} title={say('toolReturned')} state={row.failed && say('toolFailed')}>
      <Value name={say('toolOutput')} text={row.output} />
    </Tool>
  )
}

interface ToolProps {
  readonly at: number
  readonly title: string
  readonly failed: boolean | undefined
  readonly state: string | false | undefined
  readonly children: ComponentChildren
}

function Tool({ at, title, failed, state, children }: ToolProps) {
  const { locale } = useEnvironment()
  return (
    <details class="call" part="tool">
      <summary>
        <bdi>{title}</bdi>
        {state && <span class={failed ? 'failed' : undefined}> · {state}</span>}
        {` · ${formatTime(at, locale)}`}
      </summary>
      <dl class="values">{children}</dl>
    </details>
  )
}
