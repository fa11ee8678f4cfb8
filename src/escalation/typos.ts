const words = (text: string): string[] => text.trim().split(/\s+/)

/** Words that decide, words that look like one of them and are meant, and frequent typos that are further off. */
const decisive = words('human agent person operator someone somebody customer service support speak advisor connect transfer')
const meant = new Set(words('humane agenda persona parson serviced steak sneak spear advisory argent'))
const known = new Map(
  Object.entries({
    representative: `representitive representive represenative respresentative representatve reprsentative repesentative
      repersentative represantative`,
    speak: 'spek speek',
    human: 'huma hman hooman huamn',
    talk: 'tlak takl taalk',
    someone: 'smone',
    somebody: 'sombody',
    support: 'suport',
    customer: 'custumer',
  }).flatMap(([word, typos]) => words(typos).map((typo) => [typo, word] as const)),
)

/** Whether one letter more, less or other, or two swapped, makes one word of the other. */
export function oneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const restA = a.slice(start)
  const restB = b.slice(start)
  if (restA.length !== restB.length) return restA.slice(1) === restB || restB.slice(1) === restA
  const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
  return swapped || restA.slice(1) === restB.slice(1)
}

/** The decisive English word that a token was probably meant to be, or the token. */
export function mended(token: string): string {
  const typo = known.get(token)
  if (typo !== undefined) return typo
  if (token.length < 5 || token.length > 10 || token.endsWith('s') || meant.has(token)) return token
  return decisive.find((word) => word[0] === token[0] && oneOff(word, token)) ?? token
}
