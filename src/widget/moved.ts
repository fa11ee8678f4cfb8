/** Tells what is in a host, while nothing else has happened yet, that the host has left its document or is back in one. */
export const moved = (host: HTMLElement): void => void host.dispatchEvent(new Event('handback-moved'))
