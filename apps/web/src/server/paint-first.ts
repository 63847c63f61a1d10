import type { IncomingMessage, ServerResponse } from "node:http";
import { PassThrough, Transform } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";

/** Pages that somebody opens for the first time, on a phone: the front page, and who can be booked. */
const PAGES = /^\/(?:p\/[^/?]+)?(?:\?|$)/;

const SCRIPT = /<script src="\/_next\/static\/[^>]*?\basync=""[^>]*>/g;
const PRELOAD = /<link rel="preload" as="script"[^>]*>/g;

/**
 * Starts what `LATE` names once there is something to see, or at the first touch or key. A page in the
 * background is never painted, and an old browser tells nobody: neither waits for it. React finds the
 * scripts where it would have put them itself.
 */
const START = `{
let go=()=>{go=()=>{};for(const late of document.querySelectorAll('script[type="late"]')){
const script=document.createElement("script");
for(const {name,value} of late.attributes)if(name!=="type")script.setAttribute(name,value);
script.nonce=late.nonce;late.replaceWith(script)}};
addEventListener("DOMContentLoaded",()=>{
for(const kind of["pointerdown","keydown"])addEventListener(kind,()=>go(),{once:true,capture:true});
if(document.visibilityState==="hidden")return go();
setTimeout(()=>go(),2000);
try{new PerformanceObserver(()=>go()).observe({type:"paint",buffered:true})}catch{go()}});
document.currentScript.remove()}`.replaceAll("\n", "");

/**
 * Lets a public page be seen before its scripts are fetched: on a slow line they would take the
 * bandwidth of the letters that somebody waits to read, and the page works without them. Call it before
 * Next gets the request; it rewrites the HTML under way, in which Next offers no say, and so compresses it too.
 */
export function paintFirst(req: IncomingMessage, res: ServerResponse): void {
  if (req.method !== "GET" || req.headers.rsc !== undefined || !PAGES.test(req.url ?? "")) return;
  const accepted = String(req.headers["accept-encoding"] ?? "");
  req.headers["accept-encoding"] = "identity";

  const write = res.write.bind(res);
  const end = res.end.bind(res);
  const flushHeaders = res.flushHeaders.bind(res);
  let body: Transform | null | undefined;
  const begin = (): Transform | null => {
    if (body !== undefined) return body;
    const html = String(res.getHeader("content-type")).startsWith("text/html");
    // Of what is not there Next sends an empty page, which nothing paints but the scripts.
    const seen = () => (res.statusCode === 200 ? lateScripts() : new PassThrough());
    body = html && !res.headersSent ? seen() : null;
    if (!body) return null;
    const packed = pack(accepted);
    res.removeHeader("content-length");
    res.appendHeader("vary", "Accept-Encoding");
    if (packed) res.setHeader("content-encoding", packed.encoding);
    const out = packed ? body.pipe(packed.stream) : body;
    out.on("end", () => end());
    out.on("data", (chunk: Buffer) => {
      if (write(chunk)) return;
      out.pause();
      res.once("drain", () => out.resume());
    });
    // Next waits for the answer to have room again; the room is here.
    body.on("drain", () => res.emit("drain"));
    res.once("close", () => out.destroy());
    return body;
  };
  res.flushHeaders = () => {
    begin();
    flushHeaders();
  };
  res.write = ((chunk: Uint8Array | string, ...rest: never[]) =>
    begin()?.write(chunk, ...rest) ?? write(chunk, ...rest)) as typeof res.write;
  res.end = ((...rest: never[]) => {
    const into = begin();
    if (!into) return end(...rest);
    into.end(...rest);
    return res;
  }) as typeof res.end;
}

function pack(accepted: string) {
  if (/\bbr\b/.test(accepted)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    const flush = constants.BROTLI_OPERATION_FLUSH;
    return { encoding: "br", stream: createBrotliCompress({ params, flush }) };
  }
  if (/\bgzip\b/.test(accepted))
    return { encoding: "gzip", stream: createGzip({ flush: constants.Z_SYNC_FLUSH }) };
  return null;
}

/** HTML in, the same out with its external scripts marked as late and one that starts them. */
export function lateScripts(): Transform {
  const decoder = new TextDecoder();
  let rest = "";
  let started = false;
  const rewrite = (html: string) =>
    html.replace(PRELOAD, "").replace(SCRIPT, (tag) => {
      const late = tag.replace(' async=""', ' async="" type="late"');
      if (started) return late;
      started = true;
      const nonce = /nonce="[^"]*"/.exec(tag)?.[0] ?? "";
      return `<script ${nonce}>${START}</script>${late}`;
    });
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const html = rest + decoder.decode(chunk, { stream: true });
      // A tag that is not whole yet waits for its end.
      const open = html.lastIndexOf("<");
      const cut = open > html.lastIndexOf(">") ? open : html.length;
      rest = html.slice(cut);
      done(null, rewrite(html.slice(0, cut)));
    },
    flush(done) {
      done(null, rewrite(rest + decoder.decode()));
    },
  });
}
