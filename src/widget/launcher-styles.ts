/**
 * The host and its corner button. What a page must not undo is `!important`: inside a shadow root that also wins over the page's
 * own `!important`. `all: initial` leaves custom properties alone, so tokens set from outside still arrive.
 */
export const launcherStyles = `
:host{all:initial!important;position:fixed!important;z-index:var(--handback-layer,2147483000)!important;inset-block-end:max(var(--handback-inset,20px),env(safe-area-inset-bottom))!important;inset-inline-end:var(--handback-inset,20px)!important;display:block!important;font:var(--handback-size)/1.45 var(--handback-font)!important;color:var(--handback-text)!important}
:host([hidden]){display:none!important}
:host([data-layout=inline]){position:relative!important;z-index:auto!important;inset:auto!important;height:100%!important;width:100%!important}
[hidden]{display:none!important}
.launcher{position:relative;display:grid;place-items:center;width:60px;height:60px;padding:0;border:0;border-radius:22px;background:var(--handback-accent);color:var(--handback-on-accent);box-shadow:var(--handback-shadow);cursor:pointer;font:inherit;transition:transform .15s,border-radius .15s}
.launcher:hover{transform:translateY(-2px);border-radius:26px}
.launcher:active{transform:none}
.launcher:focus-visible{outline:3px solid var(--handback-accent);outline-offset:3px}
.launcher[aria-busy=true] svg{animation:hb-wait .8s infinite alternate}
@keyframes hb-wait{to{opacity:.35}}
.unread{position:absolute;inset-block-start:-5px;inset-inline-end:-5px;min-width:22px;height:22px;padding:0 6px;border-radius:11px;background:#b3261e;color:#fff;font-size:12.5px;font-weight:700;line-height:22px;text-align:center;box-shadow:0 0 0 2px var(--handback-bg);box-sizing:border-box}
.problem{position:absolute;inset-block-end:72px;inset-inline-end:0;width:240px;margin:0;padding:10px 14px;border-radius:14px;background:var(--handback-bg);box-shadow:var(--handback-shadow);font-size:14px}
@media (prefers-reduced-motion:reduce){.launcher,.launcher svg{transition:none;animation:none!important}}
@media (forced-colors:active){.launcher,.unread{border:1px solid}}
`
