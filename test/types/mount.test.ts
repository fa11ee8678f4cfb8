import { expect, it } from 'vitest'
import { complaints } from './compile.ts'

const piece = (code: string): string =>
  "import type { Chat } from '../../src/client/index.ts'\n" +
  "import type { Transport } from '../../src/contracts/index.ts'\n" +
  "import type { HandbackChatProps } from '../../src/react/index.ts'\n" +
  "import type { HandbackChatElement } from '../../src/widget/element.ts'\n" +
  "import { type MountOptions, mount } from '../../src/widget/index.ts'\n" +
  'declare const given: { chat: Chat; transport: Transport; element: HandbackChatElement; rest: Omit<MountOptions, "endpoint" | "transport" | "chat"> }\n' +
  `const { chat, transport, element, rest } = given\n${code}\nexport { chat, transport, element, rest, mount, type MountOptions, type HandbackChatProps }`

it('a widget is mounted with a hub, said in one way', () => {
  const good = complaints({
    endpoint: piece("mount({ endpoint: '/handback', layout: 'page', beforeSend: (message) => message })"),
    transport: piece('mount({ transport, beforeSend: (message) => message })'),
    transports: piece('mount({ transport: [transport] })'),
    'where the session comes from': piece("mount({ transport, endpoint: '/handback' })"),
    chat: piece('mount({ chat, credentials: () => undefined })'),
    'by what wraps it': piece("mount({ endpoint: '/handback', ...rest })"),
    variable: piece("const options: MountOptions = { endpoint: '/handback' }\nmount(options)"),
  })
  for (const [name, found] of Object.entries(good)) expect(found, name).toEqual([])
})

it('without one, and with two that contradict each other, the compiler says what is wrong', () => {
  const bad = complaints({
    nothing: piece('mount({})'),
    missing: piece("mount({ layout: 'page' })"),
    'endpoint and chat': piece("mount({ endpoint: '/handback', chat })"),
    'transport and chat': piece('mount({ transport, chat })'),
    'beforeSend and chat': piece('mount({ chat, beforeSend: () => null })'),
    'unknown option': piece("mount({ endpoint: '/handback', colour: 'red' })"),
  })
  expect(bad).toEqual({
    nothing: [expect.stringContaining("'MountOptions'")],
    missing: [expect.stringContaining("Property 'endpoint' is missing")],
    'endpoint and chat': [expect.stringContaining("Types of property 'chat' are incompatible")],
    'transport and chat': [expect.stringContaining("Types of property 'chat' are incompatible")],
    'beforeSend and chat': [expect.stringContaining("Types of property 'beforeSend' are incompatible")],
    'unknown option': [expect.stringContaining("'colour' does not exist")],
  })
})

it('what else takes the options need not say where the hub is: an attribute or a provider may', () => {
  const found = complaints({
    'none of an element': piece('element.options = {}'),
    'some of an element': piece("element.options = { chat, layout: 'inline' }"),
    'an object without a target': piece("element.options = {} as Omit<MountOptions, 'target'>"),
    'a target of an element': piece('element.options = { target: element }'),
    'none of React': piece('export const props: HandbackChatProps = {}'),
    'some of React': piece("export const props: HandbackChatProps = { endpoint: '/handback', transport }"),
    'more of React': piece('export interface Props extends HandbackChatProps { readonly more: string }'),
  })
  const { 'a target of an element': target, ...good } = found
  expect(target).toEqual([expect.stringContaining("'target' does not exist")])
  for (const [name, complaint] of Object.entries(good)) expect(complaint, name).toEqual([])
})
