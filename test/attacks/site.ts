import { createServer } from 'node:http'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The strictest policy that a page with a widget can have. */
const STRICT =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'none'; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'"

const nonce = 'cm9sbGVkLW9uY2U'
const hostile = `<style>*{all:unset!important;color:red!important;font-size:40px!important;display:inline!important;position:static!important}
body{background:black!important} div{width:1px!important;overflow:hidden!important} button{display:none!important}</style>`

/** Pages of the same script under different hosts. */
const pages: Readonly<Record<string, { readonly policy?: string; readonly html: string }>> = {
  '/strict': { policy: STRICT, html: '<!doctype html><html lang="en"><title>t</title><main></main><script type="module" src="/page.js"></script>' },
  '/open': { html: '<!doctype html><html lang="en"><title>t</title><main></main><script type="module" src="/page.js"></script>' },
  '/nonce': {
    policy: `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; connect-src 'self'; style-src 'nonce-${nonce}'`,
    html: `<!doctype html><html lang="en"><title>t</title><main></main><script nonce="${nonce}" type="module" src="/page.js"></script>`,
  },
  // no doctype: quirks mode
  '/hostile': { html: `<html lang="en"><title>t</title>${hostile}<main></main><script type="module" src="/page.js"></script>` },
  '/framed': { html: '<!doctype html><title>t</title><iframe sandbox="allow-scripts" src="/open" width="800" height="700"></iframe>' },
}

/** Serves the pages and their script, and tells which other addresses were asked for. */
export async function attackSite(): Promise<{ readonly base: string; readonly asked: string[]; stop(): Promise<void> }> {
  const outdir = mkdtempSync(join(tmpdir(), 'handback-attacks-'))
  await build({
    entryPoints: { page: fileURLToPath(new URL('page.ts', import.meta.url)) },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname
    const page = pages[path]
    if (page) {
      if (page.policy) response.setHeader('content-security-policy', page.policy)
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page.html)
    } else if (/^\/[\w-]+\.js$/.test(path)) {
      response.setHeader('access-control-allow-origin', '*')
      response.setHeader('content-type', 'text/javascript').end(readFileSync(join(outdir, path)))
    } else {
      if (path !== '/favicon.ico') asked.push(path)
      response.writeHead(404).end()
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      rmSync(outdir, { recursive: true })
    },
  }
}
