/** JSON from outside. What would change what an object inherits is left out, wherever it stands. Throws a `SyntaxError` for what is no JSON. */
export const parseJson = (text: string): unknown => JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value))
