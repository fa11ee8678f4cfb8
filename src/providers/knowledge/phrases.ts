/** What the assistant says around articles. `{name}` is its name, `{title}` an article's title. Markdown. */
export const phrases = {
  greeting: 'Hello! I’m {name}. What can I help you with?',
  thanks: 'You’re welcome! Is there anything else I can help with?',
  identity: 'I’m {name}, a program and not a person. I answer from this site’s help articles, and a person can take over whenever you like.',
  empty: 'Could you tell me in a few words what you need? I’ll look it up for you.',
  unsure: 'I’m not certain I understood. These might help:',
  unknown: 'I don’t know that one, and I’d rather not guess.',
  nearest: 'These are the nearest articles I have:',
  repeated: '“{title}” is all I have about that, and I’ve just told you what it says. I’m sorry that it did not help.',
  next: 'Perhaps one of these does:',
  person: 'If not, a person can help: just ask to talk to a human.',
  onlyPerson: 'A person can help: just ask to talk to a human.',
} as const

export type Phrases = Readonly<Record<keyof typeof phrases, string>>

export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
