// The plain pages of the stand-ins: no script, readable by anybody, in the look of a tool and not of the portal.

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `body{font:18px/1.55 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem;color:#0b1f2a;background:#fff}
h1{font-size:1.7rem;line-height:1.25}h2{font-size:1.25rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.5rem .75rem .5rem 0;border-bottom:1px solid #b9c9d1;vertical-align:top}
button,input,select{font:inherit;min-height:44px;padding:.4rem 1rem;border-radius:6px;border:2px solid #00485f;max-width:100%;box-sizing:border-box}
[type=radio]{min-height:0;width:24px;height:24px;vertical-align:middle}fieldset{border:1px solid #b9c9d1;border-radius:6px}
button{background:#00485f;color:#fff}code{background:#f4f8fa;padding:.1rem .3rem;overflow-wrap:anywhere}
a{color:#00485f}form{display:inline}.row{display:flex;flex-wrap:wrap;gap:.5rem}article{border:1px solid #b9c9d1;border-radius:6px;padding:1rem;margin:0 0 1rem}time{color:#3d525e}
:focus-visible{outline:3px solid #0b1f2a;box-shadow:0 0 0 6px #ffd24a}`;

/** A whole page; `body` is finished HTML. */
export function htmlPage(options: {
  title: string;
  language?: string;
  body: string;
  refreshSeconds?: number;
}): string {
  const refresh =
    options.refreshSeconds === undefined
      ? ''
      : `<meta http-equiv="refresh" content="${options.refreshSeconds}">`;
  return `<!DOCTYPE html><html lang="${options.language ?? 'ru'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${refresh}<title>${escapeHtml(options.title)}</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(options.title)}</h1>${options.body}</main></body></html>`;
}
