extension Styles {
  /// Parts that belong to one kind of page: the catalogue's search, an order's standing, deadlines and steps.
  static let pages = """
    .lead,h1+p:not([class]){font-size:1.1rem;color:var(--ink-soft)}
    .card.form{gap:0}
    .card.form .field{margin-block-end:var(--step-4)}
    .card.form>button{margin-top:var(--step-2)}
    .group>button+*{margin-top:var(--step-4)}
    .filters .search{flex:1 1 16rem}
    .filters .more{flex:1 1 100%}
    .filters summary,.step>summary{cursor:pointer;font-weight:600;padding-block:var(--step-2);min-height:2.75rem;\
    color:var(--action);display:list-item}
    .filter-fields{display:grid;gap:var(--step-3);padding-top:var(--step-2);\
    grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr))}
    .eyebrow{text-transform:none;letter-spacing:.01em}
    .grid .card h3{font-size:1.125rem;line-height:1.3}
    .grid .card h3 a{text-decoration-color:transparent}
    .grid .card:hover h3 a,.grid .card h3 a:focus-visible{text-decoration-color:currentColor}
    .grid .card .seller{padding-top:var(--step-2);border-top:1px solid var(--line)}
    .standing{margin-bottom:var(--step-4)}
    .turn{font-weight:600}
    .timers{display:grid;gap:var(--step-2);grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));\
    margin-bottom:var(--step-6)}
    .timers>div{border:1px solid var(--line);border-inline-start:4px solid var(--info);\
    border-radius:var(--corner);padding:var(--step-2) var(--step-4);background:var(--surface)}
    .timers>[data-tone=warn]{border-inline-start-color:var(--warn)}
    .timers>[data-tone=bad]{border-inline-start-color:var(--bad)}
    .timers>[data-tone=warn] .remaining{color:var(--warn);font-weight:600}
    .timers>[data-tone=bad] .remaining{color:var(--bad);font-weight:600}
    .timers dt{font-size:.9rem;color:var(--ink-soft)}
    .timers dd{margin:0}
    .columns>div>*{margin-bottom:var(--step-8)}
    .columns .facts{grid-template-columns:minmax(0,1fr)}
    .columns .facts>dt{border:0;padding-bottom:0}
    .steps .step{margin-bottom:var(--step-3);border-inline-start:4px solid var(--action)}
    .steps details.step{border-inline-start-color:var(--edge);padding-block:var(--step-1)}
    .steps details.step>summary{margin:0}
    .steps details.step>form{padding-block-end:var(--step-4)}
    .step>*{margin:0 0 var(--step-3)}
    .step>form{margin:0}
    .figures .totals{margin-inline:0;width:100%}
    .reckonings,.findings{list-style:none;padding:0;margin:0}
    .reckonings>li,.findings>li{padding-block:var(--step-3);border-top:1px solid var(--line)}
    .waiting{margin-bottom:var(--step-8)}
    .waiting .table{margin-bottom:var(--step-4)}
    .trace code{overflow-wrap:anywhere}
    .qr{max-width:15rem;margin-block-end:var(--step-4)}
    .qr svg{display:block;width:100%;height:auto}
    .typed-key{font-size:1.1rem;overflow-wrap:anywhere}
    .codes{padding-inline-start:2.5rem;line-height:2}
    .codes code{font-size:.9rem}
    """
}
