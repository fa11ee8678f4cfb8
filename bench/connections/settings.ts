/** What a hub's process is told when it starts. */
export interface HubSettings {
  /** Of the database. */
  readonly path: string
  /** 0 takes any that is free. */
  readonly port: number
  /** How much faster timers run. */
  readonly scale: number
}

/** Signs the tokens of the bench. */
export const KEY = new Uint8Array(32).fill(7)

/** Where the hub answers. */
export const endpoint = (port: number): string => `http://127.0.0.1:${port}/handback`
