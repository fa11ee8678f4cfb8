/** What a pure function must not ask for: the time, chance, a locale, the network. */
const worldly = ['Date', 'crypto', 'Intl', 'performance', 'fetch', 'setTimeout', 'setImmediate', 'queueMicrotask'] as const

/** Runs synchronous work in a world without time, chance and locale: who asks for them throws. */
export function withoutWorld<T>(work: () => T): T {
  const undo: (() => void)[] = []
  const replace = (target: object, name: string, descriptor: PropertyDescriptor): void => {
    const before = Object.getOwnPropertyDescriptor(target, name)
    Object.defineProperty(target, name, { configurable: true, ...descriptor })
    undo.push(() => (before ? Object.defineProperty(target, name, before) : Reflect.deleteProperty(target, name)))
  }
  const asked = (name: string) => (): never => {
    throw new TypeError(`A pure function has asked for ${name}.`)
  }
  for (const name of worldly) replace(globalThis, name, { get: asked(name) })
  replace(Math, 'random', { value: asked('Math.random') })
  for (const name of ['toLocaleString', 'localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase']) replace(String.prototype, name, { value: asked(name) })
  try {
    return work()
  } finally {
    for (const one of undo.reverse()) one()
  }
}

/** Whoever changes what it was given throws. Shared parts are frozen once. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}
