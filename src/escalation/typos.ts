/** Words that are often mistyped and decide, and words that look like them and are meant. */
const decisive = ['human', 'agent', 'person', 'operator', 'someone', 'somebody', 'customer', 'service', 'support', 'speak', 'advisor', 'connect', 'transfer']
const meant = new Set(['humane', 'humans', 'agents', 'agenda', 'persons', 'persona', 'parson', 'operators', 'services', 'serviced', 'supports', 'speaks', 'steak', 'sneak', 'spear', 'advisors', 'advisory', 'connects', 'transfers', 'argent', 'customers'])
const known: Readonly<Record<string, string>> = {
  representitive: 'representative', representive: 'representative', represenative: 'representative', respresentative: 'representative',
  representatve: 'representative', reprsentative: 'representative', repesentative: 'representative', tlak: 'talk', takl: 'talk', taalk: 'talk',
  hooman: 'human', huamn: 'human', smone: 'someone', custumer: 'customer', suport: 'support', sombody: 'somebody',
}

/** Whether one letter more, less or other, or two swapped, makes one word of the other. */
function oneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const restA = a.slice(start)
  const restB = b.slice(start)
  if (restA.length !== restB.length) return restA.slice(1) === restB || restB.slice(1) === restA
  return restA.slice(1) === restB.slice(1) || (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
}

/** The decisive English word that a token was probably meant to be, or the token. */
export function mended(token: string): string {
  if (Object.hasOwn(known, token)) return known[token] ?? token
  if (token.length < 5 || token.length > 10 || meant.has(token)) return token
  if (token.endsWith('s')) return token
  return decisive.find((word) => word[0] === token[0] && oneOff(word, token)) ?? token
}
