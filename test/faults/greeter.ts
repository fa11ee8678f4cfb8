import { scripted } from '../../src/providers/scripted.ts'

/** A bot that greets; everything after that is between people, whose messages have one writer and one order each. */
export const greeter = () => scripted(() => ['Welcome'])
