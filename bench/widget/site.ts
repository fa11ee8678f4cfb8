import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { type Plugin, build } from 'esbuild'

/** The pages of the bench, each with its own bundle, on a server of their own. */
export interface Site {
  readonly base: string
  close(): Promise<void>
}

const pages = fileURLToPath(new URL('pages', import.meta.url))

/** Libraries that a peer's page names are those of their folder, also where the project has one of the same name: two Reacts do not work together. */
const fromPeers = (peers: string): Plugin => ({
  name: 'peers',
  setup(it) {
    it.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) =>
      importer.startsWith(pages) ? it.resolve(path, { resolveDir: peers, kind }) : undefined)
  },
})

async function bundle(page: string, peers: string | undefined): Promise<Map<string, Uint8Array>> {
  const name = page.replace(/\.\w+$/, '')
  const { outputFiles } = await build({
    entryPoints: { [name]: join(pages, page) },
    plugins: page.endsWith('.js') && peers ? [fromPeers(peers)] : [],
    bundle: true, minify: true, splitting: true, write: false, outdir: `/${name}`, format: 'esm', platform: 'browser', target: 'es2023',
    chunkNames: 'part-[hash]', jsx: 'automatic', jsxImportSource: 'preact', define: { 'process.env.NODE_ENV': '"production"' }, logLevel: 'error',
  })
  return new Map(outputFiles.map(({ path, contents }) => [path, contents]))
}

const html = (name: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><body style="margin:20px;font:15px system-ui">` +
  `<div id="place" style="position:relative;width:400px;height:600px"></div><script type="module" src="/${name}/${name}.js"></script>`

export async function openSite(pages: readonly string[], peers: string | undefined): Promise<Site> {
  const files = new Map<string, Uint8Array>()
  for (const page of pages) for (const [path, contents] of await bundle(page, peers)) files.set(path, contents)
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost')
    const file = files.get(pathname)
    if (file) response.setHeader('content-type', 'text/javascript').end(file)
    else if (pathname.endsWith('.html')) response.setHeader('content-type', 'text/html').end(html(pathname.slice(1, -5)))
    else response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
