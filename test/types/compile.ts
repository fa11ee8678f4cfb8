import { join } from 'node:path'
import ts from 'typescript'
import { root } from '../import-graph.ts'

/** What the compiler says about pieces of code that stand in no file: by the name of the piece, one text per complaint. */
export function complaints<P extends Readonly<Record<string, string>>>(pieces: P): { readonly [N in keyof P]: readonly string[] } {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config as unknown
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, root)
  const entries = Object.entries(pieces)
  const files = new Map(entries.map(([, text], index) => [join(root, `test/types/piece-${index}.ts`), text]))
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (name) => files.has(name) || fileExists(name)
  host.readFile = (name) => files.get(name) ?? readFile(name)
  host.getSourceFile = (name, language, ...rest) => {
    const text = files.get(name)
    return text === undefined ? getSourceFile(name, language, ...rest) : ts.createSourceFile(name, text, language)
  }
  const program = ts.createProgram([...files.keys()], options, host)
  const found = [...files.keys()].map((name) => {
    const source = program.getSourceFile(name)
    const all = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    return all.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  })
  return Object.fromEntries(entries.map(([name], index) => [name, found[index] ?? []])) as { [N in keyof P]: string[] }
}
