/**
 * The host and its corner button. What a page must not undo is `!important`: inside a shadow root that also wins over the page's
 * own `!important`. `all: initial` leaves custom properties alone, so tokens set from outside still arrive; the font is the page's.
 */
export const launcherStyles = `
:host{all:initial!important;color-scheme:light dark!important;position:fixed!important;z-index:var(--handback-layer,2147483000)!important;inset-block-end:max(var(--handback-inset,20px),env(safe-area-inset-bottom))!important;inset-inline-end:var(--handback-inset,20px)!important;display:block!important;font-family:var(--handback-font,inherit)!important;font-size:var(--handback-size)!important;line-height:1.45!important;color:var(--handback-text)!important}
:host([data-position=start]){inset-inline:var(--handback-inset,20px) auto!important}
:host([hidden]){display:none!important}
[hidden]{display:none!important}
.launcher,.face{display:grid;place-items:center}
.launcher{position:relative;min-width:60px;min-height:60px;padding:0;border:0;border-radius:var(--handback-launcher-radius);background:var(--handback-accent);color:var(--handback-on-accent);box-shadow:var(--handback-shadow);cursor:pointer;font:inherit}
.launcher:hover{transform:translateY(-2px)}
.launcher:focus-visible{outline:3px solid var(--handback-focus);outline-offset:3px}
@keyframes hb-wait{to{opacity:.35}}
.unread{position:absolute;inset-block-start:-5px;inset-inline-end:-5px;min-width:22px;height:22px;padding:0 6px;border-radius:22px;background:var(--handback-unread);color:var(--handback-on-unread);font-size:12.5px;font-weight:700;line-height:22px;text-align:center;box-shadow:0 0 0 2px var(--handback-bg);box-sizing:border-box}
.problem{position:absolute;inset-block-end:72px;inset-inline-end:0;box-sizing:border-box;width:min(260px,calc(100vw - 40px));margin:0;padding:12px 16px;border-radius:calc(.7*var(--handback-radius));background:var(--handback-bg);box-shadow:var(--handback-shadow);font-size:14px}
:host([data-position=start]) .problem{inset-inline:0 auto}
@media (prefers-reduced-motion:no-preference){:host(:not([data-motion=none])) .launcher{transition:transform .15s}:host(:not([data-motion=none])) [aria-busy=true]>.face{animation:hb-wait .8s infinite alternate}}
@media (forced-colors:active){.launcher,.unread,.problem{border:1px solid}}
@media print{:host(:not([data-layout=inline],[data-layout=page])){display:none!important}}
`
