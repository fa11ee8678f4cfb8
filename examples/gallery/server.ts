import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { bundle, halfAWidget } from './bundle.ts'

/** As strict as a page can be: whatever shows in the gallery shows under it. */
const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

const types: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript' }

/** Serves the gallery; resolves with its address. */
export async function startGallery(port = 0): Promise<{ readonly base: string; stop(): void }> {
  const [page, half] = await Promise.all([bundle(), halfAWidget()])
  const files = new Map(page)
  for (const [path, text] of half) files.set(`/half${path}`, text)
  for (const name of ['index.html', 'gallery.css']) files.set(`/${name}`, await readFile(new URL(name, import.meta.url), 'utf8'))
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost')
    const name = pathname === '/' ? '/index.html' : pathname
    const text = files.get(name)
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': `${types[name.split('.').at(-1) ?? ''] ?? 'text/plain'}; charset=utf-8`, 'content-security-policy': policy,
    }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    base: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { base } = await startGallery(Number(process.env['PORT'] ?? 4700))
  process.stdout.write(`The gallery: ${base}\n`)
}
