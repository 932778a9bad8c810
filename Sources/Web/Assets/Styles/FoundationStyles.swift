extension Styles {
  /// Type, links, focus and what every element starts from.
  static let foundation = """
    *,*::before,*::after{box-sizing:border-box}
    html{font:100%/1.55 var(--sans);color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%;\
    scroll-padding-block:var(--step-6);overflow-wrap:break-word}
    body{margin:0;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column}
    h1,h2,h3,h4{font-family:var(--serif);font-weight:600;line-height:1.2;margin:0 0 var(--step-3);\
    text-wrap:balance}
    h1{font-size:clamp(1.6rem,1.2rem + 1.8vw,2.3rem);letter-spacing:-.01em}
    h2{font-size:clamp(1.25rem,1.1rem + .6vw,1.5rem)}
    h3{font-size:1.125rem}
    h4{font-size:1rem}
    p,ul,ol,dl,figure,blockquote,pre,table,fieldset{margin:0 0 var(--step-4)}
    p,li,dd{max-width:var(--reading)}
    ul,ol{padding-inline-start:1.25em}
    a{color:var(--action);text-decoration-thickness:from-font;text-underline-offset:.18em}
    a:hover{text-decoration-thickness:.14em}
    :focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
    :target{scroll-margin-top:var(--step-6)}
    img,svg{max-width:100%;height:auto;vertical-align:middle}
    hr{border:0;border-top:1px solid var(--line);margin:var(--step-6) 0}
    small,.quiet{font-size:.9rem;color:var(--ink-soft)}
    code,kbd{font-family:var(--mono);font-size:.92em}
    code{overflow-wrap:anywhere}
    blockquote{margin-inline:0;padding-inline-start:var(--step-4);border-inline-start:4px solid var(--accent)}
    bdi{unicode-bidi:isolate}
    .written{white-space:pre-line;unicode-bidi:isolate}
    .number,.money{font-variant-numeric:tabular-nums lining-nums;white-space:nowrap}
    .hidden-visually{position:absolute;width:1px;height:1px;margin:-1px;padding:0;border:0;overflow:hidden;\
    clip-path:inset(50%);white-space:nowrap}
    [hidden]{display:none!important}
    @media (prefers-reduced-motion:no-preference){a,button,.button{transition:background-color .12s,\
    border-color .12s,color .12s}}
    """
}
