import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import { freePort } from './free-port.ts'
import { until } from './waiting.ts'

export interface NginxOptions {
  /** The port of the hub behind it. */
  readonly upstream: number
  /** Directives for everything behind `/`. */
  readonly directives?: readonly string[]
  /** Directives of the process itself, such as `worker_shutdown_timeout`. */
  readonly main?: readonly string[]
}

export interface Nginx {
  readonly port: number
  /** Where the hub behind it answers. */
  readonly endpoint: string
  /** `nginx -s reload`, if wanted with other directives; resolves when the new worker runs. */
  reload(directives?: readonly string[]): Promise<void>
  /** Statuses of the answers so far, by path: `/handback/poll 504`. */
  answers(): readonly string[]
}

/** nginx needs a folder of its own for everything that it writes. */
const config = (folder: string, port: number, { upstream, directives = [], main = [] }: NginxOptions): string => `
daemon off;
user root;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log notice;
${main.map((directive) => `${directive};`).join('\n')}
events { worker_connections 256; }
http {
  log_format short '$uri $status';
  access_log ${folder}/access.log short;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${upstream};
      ${directives.map((directive) => `${directive};`).join('\n      ')}
    }
  }
}
`

/** An nginx in front of a hub, with the defaults but for `directives`. It ends with the test, and its folder with it. */
export async function startNginx(options: NginxOptions): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'handback-nginx-'))
  const port = await freePort()
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, config(folder, port, options))
  const args = ['-p', folder, '-c', file, '-e', join(folder, 'error.log')]
  const child = spawn('nginx', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const exit = once(child, 'exit')
  // SIGTERM ends the master and its workers, whatever they are doing
  const kill = (): void => void child.kill('SIGTERM')
  process.once('exit', kill)
  onTestFinished(async () => {
    kill()
    await exit
    process.off('exit', kill)
    rmSync(folder, { recursive: true, force: true })
  })
  const read = (name: string): readonly string[] => {
    const path = join(folder, name)
    return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : []
  }
  const workers = (): number => read('error.log').filter((line) => line.includes('start worker process ')).length
  await until(() => {
    if (child.exitCode !== null) throw new Error(`nginx has ended: ${complaints}`)
    return workers() === 1
  })
  return {
    port,
    endpoint: `http://127.0.0.1:${port}/handback`,
    async reload(directives = options.directives ?? []) {
      const before = workers()
      writeFileSync(file, config(folder, port, { ...options, directives }))
      await promisify(execFile)('nginx', [...args, '-s', 'reload'])
      await until(() => workers() > before)
    },
    answers: () => read('access.log'),
  }
}
