/**
 * What the assistant says around articles. `{name}` is its name, `{title}` an article's title, `{count}` how many are named:
 * the page lists them below the text. Markdown.
 */
export const phrases = {
  greeting: 'Hello! I’m {name}. What can I help you with?',
  thanks: 'You’re welcome! Is there anything else I can help with?',
  identity: 'I’m {name}, a program and not a person. I answer from this site’s help articles, and a person can take over whenever you like.',
  empty: 'Could you tell me in a few words what you need? I’ll look it up for you.',
  hours: 'I don’t have any opening hours to tell you. A person can help: just ask to talk to a human.',
  contact: 'I don’t have any contact details to give you. A person can help you right here: just ask to talk to a human.',
  complaint: 'I’m sorry that something went wrong. Complaints are taken seriously, and a person should hear yours: just ask to talk to a human.',
  unsure: 'I’m not certain I understood.',
  unknown: 'I don’t know that one, and I’d rather not guess.',
  nearestOne: 'The article below comes nearest.',
  nearest: 'The {count} articles below come nearest.',
  repeated: '“{title}” is all I have about that, and I’ve just told you what it says. I’m sorry that it did not help.',
  nextOne: 'Perhaps the article below does.',
  next: 'Perhaps one of the {count} articles below does.',
  two: 'two',
  three: 'three',
  also: 'Your other question is answered in “{title}”, which you find below.',
  personOne: 'If it doesn’t help, a person can: just ask to talk to a human.',
  person: 'If they don’t help, a person can: just ask to talk to a human.',
  onlyPerson: 'A person can help: just ask to talk to a human.',
} as const

export type Phrases = Readonly<Record<keyof typeof phrases, string>>

export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
