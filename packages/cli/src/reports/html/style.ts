/** The looks of the report, by day and by night, on paper too. */
export const style = `:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--dim:#5b6470;--line:#d8dee4;--card:#f6f8fa;--red:#b42318;--amber:#8a5a00;--green:#116b38}
@media (prefers-color-scheme:dark){:root{--paper:#0f1318;--ink:#e6eaef;--dim:#98a3b0;--line:#2d353f;--card:#171c22;--red:#ff8a80;--amber:#f0b849;--green:#6fd596}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1{margin:0 0 1rem;font-size:1.6rem}
h2{margin:2.2rem 0 .6rem;font-size:1.15rem}
ul{margin:.3rem 0;padding-left:1.2rem}
table{width:100%;border-collapse:collapse;font-size:.92rem}
th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{color:var(--dim);font-weight:600}
td.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
code,.value{font-family:ui-monospace,"Cascadia Mono",Menlo,"Noto Sans Mono CJK SC",monospace;overflow-wrap:anywhere}
details{margin:.6rem 0;padding:.5rem .9rem;border:1px solid var(--line);border-radius:.5rem;background:var(--card)}
summary{cursor:pointer;overflow-wrap:anywhere}
.dim{color:var(--dim)}
.ok{color:var(--green)}
.error{color:var(--red)}
.partial,.warning{color:var(--amber)}
.pages{display:flex;flex-wrap:wrap;gap:.8rem;margin:.6rem 0;align-items:flex-start}
.pages img{display:block;max-width:220px;height:auto;border:1px solid var(--line);background:#fff}
@media print{body{max-width:none;padding:0}details{break-inside:avoid}}
`;
