import { join } from 'node:path'
import { build } from 'esbuild'
import { peersFolder } from '../widget/peers.ts'
import { kB, zip } from './measure.ts'

/** What a page imports of each to show a conversation, with its own styles where it has them in a file. */
const pages: readonly (readonly [name: string, code: string])[] = [
  ['deep-chat', `import 'deep-chat'`],
  ['@chatscope/chat-ui-kit-react', `
    import '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css'
    import { createRoot } from 'react-dom/client'
    import { ChatContainer, MainContainer, Message, MessageInput, MessageList, TypingIndicator } from '@chatscope/chat-ui-kit-react'
    console.log(createRoot, ChatContainer, MainContainer, Message, MessageInput, MessageList, TypingIndicator)`],
  ['@assistant-ui/react, with its Markdown', `
    import { createRoot } from 'react-dom/client'
    import { AssistantRuntimeProvider, ComposerPrimitive, MessagePrimitive, ThreadPrimitive, useLocalRuntime } from '@assistant-ui/react'
    import { MarkdownTextPrimitive } from '@assistant-ui/react-markdown'
    console.log(createRoot, AssistantRuntimeProvider, ComposerPrimitive, MessagePrimitive, ThreadPrimitive, useLocalRuntime, MarkdownTextPrimitive)`],
  ['stream-chat-react', `
    import 'stream-chat-react/dist/css/index.css'
    import { createRoot } from 'react-dom/client'
    import { StreamChat } from 'stream-chat'
    import { Channel, Chat, MessageComposer, MessageList, Window } from 'stream-chat-react'
    console.log(createRoot, StreamChat, Channel, Chat, MessageComposer, MessageList, Window)`],
  ['react-dom alone', `import { createRoot } from 'react-dom/client'; console.log(createRoot)`],
]

/** All that one of them loads, at once or later, as one page of it does: bytes, gzipped. */
async function sizeOf(code: string, folder: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder, loader: 'jsx' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    outdir: join(folder, 'out'),
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff': 'empty', '.woff2': 'empty', '.ttf': 'empty', '.svg': 'empty', '.png': 'empty' },
    logLevel: 'silent',
  })
  return outputFiles.reduce((sum, { contents }) => sum + zip(contents), 0)
}

/** Prints what others cost a page by the same bundler, beside what ours loads until it streams an answer. What cannot be installed or bundled is said. */
export async function peers(ours: number): Promise<void> {
  const folder = peersFolder()
  if (!folder) return
  for (const [name, code] of pages) {
    const size = await sizeOf(code, folder).catch((error: unknown) => String(error).split('\n').slice(0, 2).join(' '))
    console.log(typeof size === 'string' ? `${name.padEnd(38)} not bundled: ${size}` : `${name.padEnd(38)}${kB(size).padStart(9)}  ${(size / ours).toFixed(1)} × ours`)
  }
}
