/** The hue of the accent at a lightness of its own, with as much colour as it has, but no more than this. */
const tint = (lightness: string, chroma: string): string => `oklch(from var(--handback-accent) ${lightness} min(c * .6,${chroma}) h)`

/** What the panel and the console need beside them. */
export const panelTokens = `
:host{
--handback-sunken:light-dark(#f4f6f3,#101412);--handback-muted:light-dark(#57635e,#a2afa9);--handback-edge:light-dark(#7d8a84,#74817b);
--handback-soft:light-dark(#e2efea,#17362e);--handback-on-soft:light-dark(#0a4639,#a3e4cf);
--handback-own:var(--handback-accent);--handback-on-own:var(--handback-on-accent);
--handback-bubble:light-dark(#fff,#1f2623);--handback-bubble-shadow:inset 0 0 0 var(--handback-stroke) var(--handback-line);
--handback-human:light-dark(#fdf1df,#35291a);--handback-on-human:light-dark(#6d3c00,#f7cd97);
--handback-header:var(--handback-bg);--handback-on-header:var(--handback-text);--handback-header-muted:var(--handback-muted);--handback-header-line:var(--handback-line);
--handback-dot:var(--handback-focus);--handback-live:light-dark(#1f9d55,#3fca7d);--handback-wait:light-dark(#c77700,#f0a63c);
--handback-danger:light-dark(#b3261e,#ff938a);--handback-note:light-dark(#fff7cf,#332d12);
--handback-bubble-radius:calc(.9*var(--handback-radius));--handback-tail:min(6px,var(--handback-bubble-radius));
--handback-control-radius:calc(50*var(--handback-radius));--handback-field-radius:calc(.5*var(--handback-radius));
--handback-composer-radius:calc(1.2*var(--handback-radius));
--handback-bubble-padding:calc(2.25*var(--handback-space)) calc(3.25*var(--handback-space))}
@supports (color:oklch(from red l c h)){:host{
--handback-soft:light-dark(${tint('.945', '.022')},${tint('.31', '.05')});--handback-on-soft:light-dark(${tint('.34', '.09')},${tint('.88', '.09')});
--handback-own:light-dark(var(--handback-accent),${tint('.45', '.14')});--handback-on-own:light-dark(var(--handback-on-accent),#fff)}}`
