/** What a zod schema says about sizes and ranges, in a few words; read through the definition that zod gives to tools. */

interface Definition {
  readonly type?: string
  readonly innerType?: Schema
  readonly element?: Schema
  readonly valueType?: Schema
  readonly keyType?: Schema
  readonly shape?: Readonly<Record<string, Schema>>
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[]
}
interface Check {
  readonly check: string
  readonly minimum?: number
  readonly maximum?: number
  readonly value?: number
  readonly inclusive?: boolean
}
interface Schema {
  readonly _zod: { readonly def: Definition }
}

const count = (value: number): string => value.toLocaleString('en-US')

/** The bounds that a schema itself sets: `1..4,000 characters`, `at most 20`, `0..1`; empty when it sets none. */
function bounds({ type, checks = [] }: Definition, unit: string): string {
  let low: number | undefined
  let high: number | undefined
  for (const { _zod } of checks) {
    const { check, minimum, maximum, value } = _zod.def
    if (check === 'min_length' || check === 'min_size') low = minimum
    if (check === 'max_length' || check === 'max_size') high = maximum
    if (check === 'greater_than') low = value
    if (check === 'less_than') high = value
  }
  if (type === 'number' && high === Number.MAX_SAFE_INTEGER) high = undefined
  if (high === undefined) return type !== 'number' || low === undefined || low === 0 ? '' : `at least ${count(low)}`
  return `${low === undefined ? 'at most ' : `${count(low)}..`}${count(high)}${unit}`
}

function sizes({ _zod: { def } }: Schema): string {
  if (def.innerType) return sizes(def.innerType)
  if (def.element) return [bounds(def, ' items'), sizes(def.element)].filter(Boolean).join(', each ')
  if (def.valueType && def.keyType) {
    const [names, values] = [sizes(def.keyType), sizes(def.valueType)]
    return [bounds(def, ' names'), names && `names ${names}`, values && `values ${values}`].filter(Boolean).join(', ')
  }
  return bounds(def, def.type === 'string' ? ' characters' : '')
}

/** Field name → what its schema allows, for an object's schema. */
export function limitsOf(schema: unknown): Readonly<Record<string, string>> {
  const { _zod: zod } = schema as Schema
  const { shape = {} } = zod.def
  return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, sizes(field)]))
}
