import { type Actor, HandbackError, type Id } from '../protocol/index.ts'

/** A visitor's token opens no desk. */
export const noAgent = (): HandbackError =>
  new HandbackError('desk/no-agent', "This token is no agent's: make one with tokens.issue({ sub, role: 'agent', name }), and give it as `credentials`.")

/** Why whoever a token names cannot be at a desk of `me`, if so: their own conversations would look like a colleague's. */
export function strangerAt(me: { readonly id: Id }, { kind, id }: Actor): HandbackError | undefined {
  if (kind !== 'agent' && kind !== 'supervisor') return noAgent()
  if (id === me.id) return undefined
  return new HandbackError('desk/other-agent', `The token is of "${id}" and \`me.id\` is "${me.id}": give the token's \`sub\` as \`me.id\`.`)
}
