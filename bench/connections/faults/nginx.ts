import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { join } from 'node:path'
import type { Scenario } from '../scenario.ts'
import type { Front, Stage } from '../stage.ts'
import { until } from '../timing.ts'

/** How long it may take to find another way when streams are held back, in ms. */
const FALL_BACK = 5_000

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })

const config = (folder: string, port: number, hub: number, lines: string): string => `
daemon off;
${process.getuid?.() === 0 ? 'user root; # or its worker could not write into this folder' : ''}
worker_processes 1;
pid ${folder}/pid;
error_log ${folder}/error.log warn;
events { worker_connections 4096; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location / {
      proxy_pass http://127.0.0.1:${hub};
      ${lines}
    }
  }
}
`

function end(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  const over = once(child, 'exit')
  child.kill('SIGTERM')
  return over
}

/** A real nginx in front of the hub, in a folder of its own. */
const nginx =
  (lines: (scale: number) => string) =>
  async (hub: number, parent: string, scale: number): Promise<Front> => {
    const folder = join(parent, 'nginx')
    mkdirSync(folder)
    const port = await freePort()
    writeFileSync(join(folder, 'nginx.conf'), config(folder, port, hub, lines(scale)))
    const child = spawn('/usr/sbin/nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'inherit'] })
    process.on('exit', () => child.kill('SIGTERM'))
    if (!(await until(() => answers(port), 5_000))) throw new Error('nginx did not start.')
    return { port, reload: () => void child.kill('SIGHUP'), stop: () => end(child) }
  }

const behind = (name: string, lines: (scale: number) => string, hurt: Scenario['hurt'], more: Partial<Scenario> = {}): Scenario => ({
  fault: 'F9',
  name: `nginx: ${name}`,
  stage: { front: nginx(lines) },
  hurt,
  ...more,
})

const plain = (): string => ''
const aWhile = (stage: Stage): Promise<void> => stage.rest(20_000)
async function fellBack(stage: Stage): Promise<void> {
  const slowest = Math.max(...stage.pairs.map(({ visitor }) => visitor.reached()))
  stage.figures['fall-back'] = slowest
  stage.promise(slowest < FALL_BACK, `fell back after ${Math.round(slowest)} ms`)
}
/** Texts so long that nginx hands out what it holds from time to time: streams begin well, and then their end is missing. */
const TEXT = 'x'.repeat(3_000)
/** What the machine may take besides, in ms. */
const SLACK = 500

async function heldLater(stage: Stage): Promise<void> {
  const [pair] = stage.pairs
  if (!pair) return
  const end = performance.now() + stage.short(40_000)
  for (let count = 0; performance.now() < end; count += 1) {
    pair.visitor.write(`${count} ${TEXT}`)
    await stage.rest(400)
  }
  const start = performance.now()
  pair.visitor.write('the last one')
  await until(() => pair.agent.views().every((view) => view.some(({ text }) => text === 'the last one')), 60_000)
  const took = performance.now() - start
  stage.figures['last message'] = took
  stage.promise(took < stage.short(FALL_BACK) + SLACK, `the last message came after ${Math.round(took)} ms`)
}
const IGNORED = 'proxy_ignore_headers X-Accel-Buffering;'

export const nginxRows: readonly Scenario[] = [
  behind('as it comes', plain, aWhile),
  behind('holds streams back', () => IGNORED, aWhile, { after: fellBack }),
  behind('holds streams back, long texts', () => IGNORED, heldLater, { quiet: true }),
  behind('read time-out 60 s, nobody writes', (scale) => `proxy_read_timeout ${scale === 1 ? '60s' : '3000ms'};`, (stage) => stage.rest(80_000), {
    quiet: true,
    async after(stage) {
      const drops = stage.pairs.reduce((sum, { visitor }) => sum + visitor.drops(), 0)
      stage.figures['drops'] = drops
      stage.promise(drops === 0, `${drops} streams ended though beats went through them`)
    },
  }),
  behind('gzip', () => 'gzip on; gzip_proxied any; gzip_min_length 0; gzip_types text/event-stream application/json;', aWhile),
  behind('gzip, holds streams back', () => `${IGNORED} gzip on; gzip_proxied any; gzip_min_length 0; gzip_types text/event-stream application/json;`, aWhile, { after: fellBack }),
  behind('reloaded under load', plain, async (stage) => {
    for (let round = 0; round < 5; round += 1) {
      stage.front?.reload()
      await stage.rest(4_000)
    }
  }),
  behind('hub drained and started again', plain, async (stage) => {
    await stage.hub.restart('SIGTERM')
    await stage.rest(5_000)
  }),
  behind('hub killed and started again', plain, async (stage) => {
    await stage.hub.restart('SIGKILL')
    await stage.rest(5_000)
  }),
]
