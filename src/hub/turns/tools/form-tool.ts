import type { FormPart, Id, StoredEvent } from '../../../protocol/index.ts'
import { HandbackError } from '../../../protocol/index.ts'
import { asked } from '../../../schema/parts.ts'
import type { HubForm } from '../../forms.ts'
import { hubId } from '../../hub-ids.ts'
import type { Tool } from '../../tools.ts'
import { known } from '../known-event.ts'

/** By this name models ask for a form to be shown. */
export const ASK_FORM = 'ask_form'

const misuse = (what: string): HandbackError => new HandbackError('provider/misuse', `A form ${what}.`)

function check(forms: readonly HubForm[]): void {
  const names = new Set<string>()
  for (const { name, title, fields } of forms) {
    if (!/^[\w-]{1,64}$/.test(name)) throw misuse(`needs a name of letters, digits, lines and underscores, not ${JSON.stringify(name)}`)
    if (names.has(name)) throw misuse(`has the name of another: ${name}`)
    if (!asked.safeParse({ ...(title === undefined ? {} : { title }), fields }).success) throw misuse(`has questions that no visitor can be asked: ${name}`)
    names.add(name)
  }
}

const nameIn = (input: unknown): unknown => (typeof input === 'object' && input !== null ? (input as { readonly form?: unknown }).form : undefined)

/** The tool by which a model asks for one of these forms; none without forms. What it does is told by the log: {@link formsAsked}. */
export function formTools(forms: readonly HubForm[]): readonly Tool[] {
  check(forms)
  if (forms.length === 0) return []
  const names = forms.map(({ name }) => name)
  const validate = (value: unknown) =>
    names.some((name) => name === nameIn(value)) ? { value: { form: nameIn(value) } } : { issues: [{ message: `one of ${names.join(', ')}`, path: ['form'] }] }
  return [
    {
      name: ASK_FORM,
      description: `Shows a form to the visitor under your answer, each at most once. ${forms.map(({ name, purpose }) => `${name}: ${purpose}`).join(' ')}`,
      input: { '~standard': { validate } },
      parameters: { type: 'object', properties: { form: { type: 'string', enum: names } }, required: ['form'] },
      idempotent: true,
      limit: forms.length,
      run: () => 'The form will stand under your answer. Say in a sentence what it is for; do not ask its questions yourself.',
    },
  ]
}

/** What a tool was given, if that is there to be read. */
function read(input: string): unknown {
  try {
    return JSON.parse(input)
  } catch {
    // removed since
    return undefined
  }
}

/** The forms that this turn has asked for and no message holds yet. */
export function formsAsked(events: readonly StoredEvent[], turn: Id, conversation: Id, forms: readonly HubForm[]): readonly FormPart[] {
  const calls = new Map<Id, unknown>()
  const wanted = new Set<unknown>()
  const shown = new Set<Id>()
  for (const stored of events) {
    const event = known(stored)
    if (event?.type === 'tool-called' && event.data.turn === turn && event.data.tool === ASK_FORM) calls.set(event.data.call, nameIn(read(event.data.input)))
    if (event?.type === 'tool-returned' && !event.data.failed) wanted.add(calls.get(event.data.call))
    if (event?.type === 'message-sent') for (const part of event.data.parts) if (part.type === 'form') shown.add(part.form)
  }
  return forms.flatMap(({ name, title, fields }) => {
    const form = hubId(conversation, `form:${name}`)
    return wanted.has(name) && !shown.has(form) ? [{ type: 'form' as const, form, ...(title === undefined ? {} : { title }), fields }] : []
  })
}
