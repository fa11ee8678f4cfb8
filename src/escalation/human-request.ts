export const asksForHuman = (text: string): boolean => /(real|to a) person|human/i.test(text)
