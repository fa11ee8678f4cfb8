import type { AskedForm } from '../protocol/index.ts'

/** A form that the assistant may show: who is interested, what broke, where to call back. */
export interface HubForm extends AskedForm {
  /** Letters, digits, lines and underscores, at most 64. */
  readonly name: string
  /** When to show it and what for, for the model. */
  readonly purpose: string
}
