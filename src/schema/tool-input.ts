import * as z from 'zod/mini'
import { HandbackError } from '../protocol/index.ts'

/**
 * The part of a Standard Schema (standardschema.dev) that a tool's input needs: zod, valibot, arktype and others make them.
 */
export interface InputSchema<Input> {
  readonly '~standard': {
    readonly validate: (value: unknown) => Checked<Input> | Promise<Checked<Input>>
    readonly types?: { readonly output: Input } | undefined
    readonly jsonSchema?: { readonly input: (options: { readonly target: 'draft-2020-12' }) => Record<string, unknown> }
  }
}

/** What a check came to. */
export type Checked<Input> =
  | { readonly value: Input; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path?: readonly unknown[] | undefined }[] }

/**
 * The JSON Schema of a tool's input, for a model.
 *
 * @throws HandbackError `provider/misuse` when the schema's library does not tell one: give `parameters` beside it.
 */
export function inputParameters(schema: InputSchema<unknown>): Readonly<Record<string, unknown>> {
  const { $schema: _, ...parameters } = jsonSchemaOf(schema)
  return parameters
}

function jsonSchemaOf(schema: InputSchema<unknown>): Record<string, unknown> {
  const { jsonSchema } = schema['~standard']
  if (jsonSchema) return jsonSchema.input({ target: 'draft-2020-12' })
  // zod/mini keeps it apart
  if ('_zod' in schema) return z.toJSONSchema(schema as unknown as z.ZodMiniType, { io: 'input' })
  throw new HandbackError('provider/misuse', 'This schema tells no JSON Schema. Give `parameters` beside it.')
}
