/** Style of the printed pages: A4, 宋体 for text, 黑体 for titles, lines of 1 px. */
export const printStyle = `
@page { size: A4; margin: 0 }
* { box-sizing: border-box; margin: 0; padding: 0 }
body { font-family: "SimSun","Noto Serif CJK SC","Source Han Serif SC",serif; font-size: 10pt; color: #000; -webkit-print-color-adjust: exact }
.page { position: relative; width: 210mm; height: 297mm; padding: 13mm 16mm 12mm; overflow: hidden; break-after: page }
.page:last-child { break-after: auto }
h1 { font: 700 18pt "SimHei","Noto Sans CJK SC",sans-serif; text-align: center; letter-spacing: 2px; line-height: 8mm }
h1.big { font-size: 25pt; line-height: 14mm; margin-top: 3mm }
h2 { font: 700 11pt "SimHei","Noto Sans CJK SC",sans-serif; margin: 5mm 0 1.6mm }
.nth { text-align: center; font-size: 16pt; margin: 1mm 0 5mm }
.where { text-align: center; margin: 1mm 0 3mm }
.head { display: flex; justify-content: space-between; align-items: flex-end; margin: 0 0 1.2mm }
.unit p { line-height: 6.4mm } .unit { position: relative; flex: 1 }
.marks { width: 55mm; font-size: 9.5pt } .marks p { line-height: 4.2mm } .marks.cover { margin: 0 0 4mm auto }
.year { float: right; margin-right: 3mm; letter-spacing: 1px; font-size: 11pt }
.boxes i { display: inline-block; width: 4.2mm; height: 4.7mm; line-height: 4.5mm; border: 0.25mm solid #000; margin-left: -0.25mm; text-align: center; font-style: normal; vertical-align: middle }
.legal { border: 0.3mm solid #000; border-bottom: 0; padding: 1mm 2mm; font-size: 9.5pt; line-height: 4.3mm }
table { border-collapse: collapse; width: 178mm; table-layout: fixed; border: 0.5mm solid #000 }
th, td { border: 0.25mm solid #000; padding: 0.2mm 1.7mm; line-height: 4.2mm; height: 4.84mm; font-weight: 400; vertical-align: middle; overflow-wrap: anywhere }
thead th { height: 6mm; padding: 0 0.5mm } thead .sub th { height: 4.4mm; font-size: 8.5pt; line-height: 3.6mm }
table.small { font-size: 9pt } table.small td { padding: 0.3mm 1mm; line-height: 3.8mm } table.small th { padding: 0.3mm 0.6mm; font-size: 8.5pt; line-height: 3.7mm }
.fig { text-align: right; font-variant-numeric: tabular-nums } .mid { text-align: center }
.facts td, .facts th { height: 6.8mm } .facts th { background: #f2f2f2; text-align: left; width: 33.5mm } .facts tr th:nth-of-type(2) { width: 28.5mm }
.index thead th, .counts thead th { background: #f2f2f2 } .index td { height: 5.7mm } .counts td { text-align: center; height: 6mm }
.sign { display: flex; flex-wrap: wrap; justify-content: space-between; column-gap: 2mm; font-size: 9.5pt; margin: 2.4mm 0 1.6mm } .sign span { overflow-wrap: anywhere }
.sign .open { display: inline-block; width: 14mm; height: 4.4mm; border-bottom: 0.25mm solid #000; vertical-align: bottom }
.txt { white-space: pre-line } table.blank td { height: 6.6mm } tr.open td { height: 8mm } tr.over td { background: #f2f2f2; height: 6mm }
.unsealed { color: #595959; font-size: 10pt; letter-spacing: 1px } .over b { font-weight: 700 }
.notes { font-size: 9pt; line-height: 4.2mm; display: flex; max-width: 130mm } .notes b { font-weight: 400; white-space: nowrap } .notes ol { padding-left: 4mm }
.advice { font-size: 9pt; line-height: 4.4mm; margin-top: 2mm } .more { font-size: 9pt; text-align: right }
.foot { position: absolute; left: 16mm; bottom: 10mm; display: flex; align-items: flex-end; gap: 4mm; font-size: 9pt; line-height: 4.4mm }
.foot svg { width: 22.4mm; height: 22.4mm; display: block } .foot code { font: 9pt "Consolas","Noto Sans Mono CJK SC",monospace }
.foot .n { margin-top: 1mm }
.stamp { position: absolute; right: 16mm; bottom: 10mm; width: 42mm; height: 42mm; border: 0.3mm dashed #808080; border-radius: 50%; display: flex; align-items: center; justify-content: center; color: #808080; font-size: 10pt }
@media screen { html { background: #dfe3e8 } .page { background: #fff; margin: 5mm auto; box-shadow: 0 0 0 0.25mm #7c8896 } }
`
