import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from './driven.ts'
import { freePort } from '../faults/free-port.ts'
import { installed, program } from './program.ts'
import { until } from './until.ts'

/** The small browser that comes with WebKitGTK; nothing finds it by its name. */
const miniBrowser = (): string | undefined => globSync('/usr/{lib/*/webkit*gtk-*,libexec/webkit*gtk-*}/MiniBrowser')[0]

/** What is missing, as one sentence. */
export function webkitMissing(): string | undefined {
  if (!installed('WebKitWebDriver') || !miniBrowser()) return 'There is no WebKit here: install the package webkit2gtk-driver of your system.'
  return installed('Xvfb') ? undefined : 'WebKit needs a screen: install the package xvfb of your system.'
}

/** The browser's own bar would let no window be as narrow as a telephone: in this folder of settings it is tiny. */
function smallBar(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handback-webkit-'))
  mkdirSync(join(folder, 'gtk-3.0'))
  writeFileSync(join(folder, 'gtk-3.0/gtk.css'), '* { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 3px; -gtk-icon-size: 4px; }')
  return folder
}

interface Size {
  readonly width: number
  readonly height: number
}

/** WebKitGTK's own small browser, on a screen that nobody sees, driven by WebDriver. */
export async function webkit(): Promise<Client> {
  const ends = new AsyncDisposableStack()
  const close = (): Promise<void> => ends.disposeAsync()
  try {
    const settings = smallBar()
    ends.defer(() => rmSync(settings, { recursive: true, force: true }))
    const screen = await program('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], /(\d+)\n/)
    ends.defer(screen.end)
    const port = await freePort()
    const driver = await program('WebKitWebDriver', [`--port=${port}`], undefined, { DISPLAY: `:${screen.said}`, GDK_BACKEND: 'x11', XDG_CONFIG_HOME: settings })
    ends.defer(driver.end)
    const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
      const { value } = (await response.json()) as { readonly value: T & { readonly error?: string; readonly message?: string } }
      if (!response.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`)
      return value
    }
    await until(() => ask('GET', '/status').then(() => true, () => false), 'WebKitWebDriver listens')
    const options = { binary: miniBrowser(), args: ['--automation'] }
    const { sessionId, capabilities } = await ask<{ readonly sessionId: string; readonly capabilities: { readonly browserVersion: string } }>('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    })
    const session = `/session/${sessionId}`
    ends.defer(() => ask<void>('DELETE', session).catch(() => undefined))
    const post = <T>(path: string, body: object): Promise<T> => ask('POST', session + path, body)
    const inside = (): Promise<Size> => post('/execute/sync', { script: 'return { width: innerWidth, height: innerHeight }', args: [] })
    return {
      name: `WebKitGTK ${capabilities.browserVersion}`,
      goto: async (url) => void (await post('/url', { url })),
      async evaluate(source) {
        const script = `const done = arguments[0]; (${source})().then((json) => done({ json }), (error) => done({ failed: String(error) }))`
        const { json, failed } = await post<{ readonly json?: string; readonly failed?: string }>('/execute/async', { script, args: [] })
        if (json === undefined) throw new Error(`In the page: ${failed}`)
        return json
      },
      perform: async (acts) => void (await post('/actions', { actions: [acts] })),
      async resize(width, height) {
        // the window has bars of its own around the page
        const outer = await ask<Size>('GET', `${session}/window/rect`)
        const page = await inside()
        await post('/window/rect', { width: width + outer.width - page.width, height: height + outer.height - page.height })
        await until(async () => (await inside()).width === width, `the page is ${width} px wide`)
      },
      screenshot: async () => Buffer.from(await ask<string>('GET', `${session}/screenshot`), 'base64'),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
