/**
 * The host and its corner button, whose count comes with the chat (`unread-styles`). What a page must not undo is `!important`: inside a shadow root that also wins over the page's
 * own `!important`. `all: initial` leaves custom properties alone, so tokens set from outside still arrive; the font is the page's.
 * An inline element (what `mount` makes is a `div`) is a box of the page's, which gives it its size; what is in it begins anew at `.place`.
 */
export const launcherStyles = `
:host(:where(div,:not([data-layout=inline]))){all:initial!important}
:host{color-scheme:light dark!important;position:fixed!important;z-index:var(--handback-layer,2147483000)!important;inset-block-end:max(var(--handback-inset,20px),env(safe-area-inset-bottom))!important;inset-inline-end:var(--handback-inset,20px)!important;display:block!important;font-family:var(--handback-font,inherit)!important;font-size:var(--handback-size)!important;line-height:1.45!important;color:var(--handback-text)!important}
:host([data-position=start]){inset-inline:var(--handback-inset,20px) auto!important}
:host([hidden]),[hidden]{display:none!important}
.launcher,.face{display:grid;place-items:center}
.launcher{position:relative;min-width:60px;min-height:60px;padding:0;border:0;border-radius:var(--handback-launcher-radius);background:var(--handback-accent);color:var(--handback-on-accent);box-shadow:var(--handback-shadow);cursor:pointer;font:inherit}
.launcher:hover{filter:brightness(1.1)}
.launcher:focus-visible{outline:3px solid var(--handback-focus);outline-offset:3px}
slot svg{fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
[aria-busy=true]>.face{opacity:.4}
@keyframes wait{from{opacity:1}}
.problem{position:absolute;inset-block-end:72px;inset-inline-end:0;width:228px;margin:0;padding:14px;border-radius:calc(.7*var(--handback-radius));background:var(--handback-bg);box-shadow:var(--handback-shadow);font-size:14px}
:host([data-position=start]) .problem{inset-inline:0 auto}
@media (prefers-reduced-motion:no-preference){:host(:not([data-motion=none])) [aria-busy=true]>.face{animation:wait 1s infinite alternate}}
@media (forced-colors:active){.launcher,.problem{border:1px solid}}
@media print{:host([data-layout=floating]){display:none!important}}
`
