import ts from 'typescript'
import type { Sources } from './sources.ts'

const plain = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')
}

/** What the code says along with each word of `RefusalCode`, in the order of the type: code → its messages. */
export function refusalMessages({ files, shape, named }: Sources): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>(shape(named('RefusalCode')).words.map((word) => [word, new Set<string>()]))
  const note = (code: ts.Node | undefined, message: ts.Node | undefined): void => {
    const text = message && plain(message)
    if (code && ts.isStringLiteral(code) && text) found.get(code.text)?.add(text)
  }
  const property = (node: ts.ObjectLiteralExpression, name: string): ts.Node | undefined =>
    node.properties.find((each): each is ts.PropertyAssignment => ts.isPropertyAssignment(each) && each.name.getText() === name)?.initializer
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) note(node.arguments[0], node.arguments[1])
    if (ts.isObjectLiteralExpression(node)) note(property(node, 'code'), property(node, 'message'))
    // a table of texts by code
    if (ts.isPropertyAssignment(node)) note(node.name, ts.isArrowFunction(node.initializer) ? node.initializer.body : undefined)
    node.forEachChild(visit)
  }
  for (const file of files) visit(file)
  return new Map([...found].map(([code, messages]) => [code, [...messages]]))
}
