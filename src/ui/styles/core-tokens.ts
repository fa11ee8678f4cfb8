/**
 * Black or white, whichever reads better on the accent, however that is written and wherever it is set: from its luminance (WCAG 2), by the
 * style sheet itself. Where black and white have the same contrast the luminance is 0.179.
 */
const side = 'clamp(0,(.179 - .2126*r - .7152*g - .0722*b)*1e6,1)'
const readable = `color(from var(--handback-accent) srgb-linear ${side} ${side} ${side})`

/**
 * Design tokens of a shadow host, each for light and dark. The system's preference decides between them, or
 * `data-color-scheme="light|dark"` on the host. Each may be set from outside: `handback-chat { --handback-accent: #7a1fa2 }`.
 * These are what a launcher needs.
 */
export const coreTokens = `
:host{color-scheme:light dark;
--handback-bg:light-dark(#fff,#181d1b);--handback-text:light-dark(#15201c,#e7eeea);
--handback-accent:light-dark(#0c5a4b,#5cc7a9);--handback-on-accent:light-dark(#fff,#000);--handback-focus:color-mix(in srgb,var(--handback-accent) 45%,var(--handback-text));
--handback-shadow:0 1px 2px light-dark(#0d1f1914,#0006),0 14px 44px -8px light-dark(#0d1f193d,#000a);
--handback-radius:20px;--handback-launcher-radius:calc(1.1*var(--handback-radius));--handback-size:15px}
@supports (color:color(from red srgb-linear r g b)){:host{--handback-on-accent:${readable}}}
:host([data-color-scheme=light]){color-scheme:light!important}
:host([data-color-scheme=dark]){color-scheme:dark!important}`
