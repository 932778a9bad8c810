extension Styles {
  /// Notices, cards, timelines, empty states and charts.
  static let pieces = """
    .notice{border:1px solid currentColor;border-inline-start-width:6px;border-radius:var(--corner);\
    padding:var(--step-3) var(--step-4);margin:0 0 var(--step-6);background:var(--info-paper);color:var(--info)}
    .notice>:last-child{margin-bottom:0}
    .notice a{color:inherit}
    .notice[data-tone=good]{background:var(--good-paper);color:var(--good)}
    .notice[data-tone=warn]{background:var(--warn-paper);color:var(--warn)}
    .notice[data-tone=bad]{background:var(--bad-paper);color:var(--bad)}
    .notice :is(h2,h3){font-size:1.125rem}
    .card{position:relative;background:var(--surface);border:1px solid var(--line);border-radius:var(--corner);\
    padding:var(--step-4);display:flex;flex-direction:column;gap:var(--step-2);min-width:0}
    .card>*{margin:0}
    .card>:last-child{margin-top:auto}
    .card h3 a::after{content:"";position:absolute;inset:0}
    .card :is(form,.button){position:relative;z-index:1}
    .price{font:600 1.25rem/1.2 var(--serif);font-variant-numeric:tabular-nums lining-nums}
    .picture{aspect-ratio:4/3;object-fit:cover;width:100%;background:var(--sunken);border-radius:.3rem}
    .empty{text-align:center;padding:var(--step-12) var(--step-4);border:2px dashed var(--line);\
    border-radius:var(--corner)}
    .empty>*{margin-inline:auto}
    .empty+*,section:has(>.empty:last-child)+section,form+:is(h2,section){margin-top:var(--step-6)}
    .totals{margin-inline-start:auto;max-width:26rem}
    .totals>div{display:flex;justify-content:space-between;gap:var(--step-4);padding-block:var(--step-1)}
    .totals dt,.totals dd{margin:0}
    .totals .sum{border-top:2px solid var(--edge);font-weight:700}
    .timeline{list-style:none;margin:0;padding:0}
    .timeline>li{position:relative;padding:0 0 var(--step-4) var(--step-6);border-inline-start:2px solid var(--line);\
    margin-inline-start:.45rem}
    .timeline>li::before{content:"";position:absolute;inset-inline-start:-.5rem;top:.35rem;width:.9rem;height:.9rem;\
    border-radius:50%;background:var(--surface);border:3px solid var(--action)}
    .timeline>li:last-child{border-color:transparent}
    .timeline>[data-state=current]::before{background:var(--action)}
    .timeline>[data-state=ahead]::before{border-color:var(--edge)}
    .timeline p{margin:0}
    .card[data-tone=info]{border-inline-start:4px solid var(--info)}
    .unbulleted{list-style:none;margin:0 0 var(--step-6);padding:0}
    .unbulleted>li{max-width:none}
    .unbulleted>li+li{margin-top:var(--step-3)}
    .preview{display:block;margin-top:var(--step-2);max-width:100%;border:1px solid var(--line);\
    border-radius:var(--corner)}
    .chart{max-width:46rem}
    .chart svg{display:block;width:100%;min-width:8rem;height:.75rem;margin-top:var(--step-1);\
    background:var(--sunken)}
    .chart .table td{width:65%}
    .chart .bar{fill:var(--action)}
    .chart .bar[data-tone=good]{fill:var(--good)}
    .chart .bar[data-tone=warn]{fill:var(--warn)}
    .chart .bar[data-tone=bad]{fill:var(--bad)}
    @media (max-width:44rem){.chart .table td{width:auto;display:block;text-align:start}\
    .chart .table td[data-label]::before{margin-inline-end:var(--step-2)}}
    .figure{background:var(--surface);border:1px solid var(--line);border-radius:var(--corner);\
    padding:var(--step-4)}
    .figure svg{width:100%;max-width:24rem}
    .figure text{fill:var(--ink);font:.82rem var(--sans)}
    .figure .bar{fill:var(--action)}
    .figure .dot{fill:var(--action);fill-opacity:.7}
    .figure .dot[data-tone=bad]{fill:var(--bad)}
    .figure .bar[data-tone=bad]{fill:var(--bad)}
    .figure .axis{stroke:var(--edge)}
    .amount{font:600 clamp(1.5rem,4vw,2rem)/1.1 var(--serif);font-variant-numeric:tabular-nums lining-nums}
    """
}
