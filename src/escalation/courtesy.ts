export const courtesy = (text: string): 'thanks' | 'declined' | undefined => (/^no\b/i.test(text) ? 'declined' : /^thank/i.test(text) ? 'thanks' : undefined)
