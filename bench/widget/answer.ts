/** The answer that every page shows: Markdown of about 9 kB in 2,000 pieces of about 4 characters, and the messages before it. */

/** Pieces in one answer. */
export const DELTAS = 2000
/** Between two pieces, in ms. */
export const EVERY = 5
/** Last word of the answer. */
export const END = 'ENDMARK'

const words = `the status of an order stands in your account under orders and changes within one business day of each step here is what every state
means and whom to ask when a parcel does not move for more than three days in a row please keep the number of the order at hand`.split(/\s+/)

/** One after the other, in an order that is the same in every run. */
function speaker() {
  let at = 0
  return (count: number): string => Array.from({ length: count }, () => words[(at += 7) % words.length]).join(' ')
}

/** One section: a heading, a paragraph with marks and a link, a list, code, and a table. */
function section(say: (count: number) => string, number: number): string {
  const steps = [1, 2, 3, 4].map((step) => `${number % 2 ? '-' : `${step}.`} ${say(3)} **${say(1)}** ${say(5)}`)
  const code = [1, 2, 3, 4].map((line) => `const value${line} = await read('${say(1)}', ${line})`)
  const rows = [1, 2, 3].map((row) => `| ${say(1)} ${row} | ${say(2)} | ${row * 7} |`)
  return [
    `## ${number}. ${say(4)}`,
    `${say(14)} **${say(2)}** ${say(9)} [${say(2)}](/help/orders-${number}) ${say(8)} \`${say(1)}\` ${say(9)} *${say(2)}* ${say(12)}.`,
    steps.join('\n'),
    `${say(16)}:`,
    `\`\`\`js\n${code.join('\n')}\n\`\`\``,
    `| State | Meaning | Days |\n|---|---|---|\n${rows.join('\n')}`,
    `${say(24)}.`,
  ].join('\n\n')
}

/** The answer in its pieces. */
export function answer(): string[] {
  const say = speaker()
  const length = DELTAS * 4.5
  let text = ''
  for (let number = 1; text.length < length; number += 1) text += `${section(say, number)}\n\n`
  const end = `\n\nThat is all. ${END}`
  // cut where a paragraph ends, so that no fence stays open
  const whole = `${text.slice(0, text.lastIndexOf('\n\n## '))}\n\n${say(30)}.${end}`
  const cut = (index: number): number => Math.round((index * whole.length) / DELTAS)
  return Array.from({ length: DELTAS }, (_, index) => whole.slice(cut(index), cut(index + 1)))
}

/** What was said before: questions and answers in turn. */
export const history = (count: number): { readonly own: boolean; readonly text: string }[] =>
  Array.from({ length: count }, (_, index) =>
    index % 2
      ? { own: false, text: `Reply **${index}** with \`code\` and a list:\n\n- first thing ${index}\n- second thing\n\nSee [it](/help/${index}).` }
      : { own: true, text: `Question ${index}: where do I see the state of order ${index * 31}?` })

/** What two pages have to have in common, however they set it: its letters (who sets lists makes their numbers) */
export const lettersOf = (text: string): string =>
  text.toLowerCase().replace(/\/help\/[\w-]+/g, '').replace(/```js/g, '').replace(/[^a-z]/g, '')
