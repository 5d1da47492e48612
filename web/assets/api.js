// The HTTP contract, and nothing else of the server. Failures are Problems, whatever went wrong.
import { userId } from "./session.js";
import { t, textOr } from "./text.js";

const ANSWER_MILLISECONDS = 20_000;
/** What is sent and what comes may take as long as a slow line needs. */
const SLOWEST_BYTES_A_MILLISECOND = 2;
const BODY_MILLISECONDS = 300_000;
const STALLED_MILLISECONDS = 60_000;
/** Where the API is: the page's own origin, unless index.html says otherwise. */
export const BASE = `${document.querySelector("meta[name=api-base]").content.replace(/\/$/, "")}/api/v1`;

export class Problem extends Error {
  constructor({ status = 0, code, detail = "", errors = [], requestId, retryAfter }) {
    super(textOr(`problem.${code}`, detail || t("problem.http", { status: String(status) })));
    Object.assign(this, { status, code, detail, errors, requestId, retryAfter });
  }

  /** Worth asking again as it is: nothing answered, or nothing that could. */
  get passing() {
    // The day's limit is none that another try gets past.
    const busy = this.status === 429 && this.code !== "too_many_requests";
    const away = this.status >= 500 && this.code !== "unreadable_document";
    return busy || away || this.code === "unreachable";
  }
}

/** The parsed answer. options: body (sent as JSON), wait (seconds, RFC 7240), signal. Throws Problem. */
export async function call(method, path, { body, wait = 0, signal } = {}) {
  const headers = { "X-User-Id": userId() };
  if (body) headers["Content-Type"] = "application/json";
  if (wait) headers.Prefer = `wait=${wait}`;
  const sent = body && JSON.stringify(body);
  const ending = new AbortController();
  const end = () => ending.abort();
  let timer;
  const within = (milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(end, milliseconds);
  };
  signal?.addEventListener("abort", end);
  let response, text;
  try {
    signal?.throwIfAborted();
    within(ANSWER_MILLISECONDS + wait * 1000 + (sent?.length ?? 0) / SLOWEST_BYTES_A_MILLISECOND);
    response = await fetch(BASE + path, {
      method,
      headers,
      body: sent,
      signal: ending.signal,
      cache: "no-store",
    });
    within(BODY_MILLISECONDS);
    text = await response.text();
  } catch {
    signal?.throwIfAborted();
    throw new Problem({ code: "unreachable" });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
  }
  return answer(response.status, text);
}

/** What a response holds, or its problem: thrown. A page of a gateway, or of a hotel's network, is a problem, too. */
function answer(status, text) {
  let data = null;
  try {
    data = text ? JSON.parse(text) : null;
  } catch {
    if (status < 300) throw new Problem({ code: "unreachable" });
  }
  if (status < 300) return data;
  throw new Problem({ code: status >= 500 ? "service_unavailable" : `http_${status}`, ...data, status });
}

/** Sends a file as POST /cvs; onprogress gets 0 to 1. XMLHttpRequest, because fetch does not tell progress. */
export function upload(file, { signal, onprogress }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${BASE}/cvs`);
    request.setRequestHeader("X-User-Id", userId());
    // Not for the whole: a slow line is only given up where nothing moves.
    let timer;
    const moved = () => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), STALLED_MILLISECONDS);
    };
    request.onloadend = () => clearTimeout(timer);
    request.upload.onprogress = (event) => {
      moved();
      if (event.lengthComputable) onprogress(event.loaded / event.total);
    };
    request.onload = () => {
      try {
        resolve(answer(request.status, request.responseText));
      } catch (problem) {
        reject(problem);
      }
    };
    request.onerror = request.onabort = () =>
      reject(signal.aborted ? signal.reason : new Problem({ code: "unreachable" }));
    signal.addEventListener("abort", () => request.abort());
    const form = new FormData();
    form.append("file", file);
    request.send(form);
    moved();
  });
}

/** Everything of a list, page after page: a coach has more CVs than one page holds. */
export async function callAll(path, { signal, ...parameters } = {}) {
  const items = [];
  let cursor;
  do {
    const found = await call("GET", path + query({ ...parameters, limit: 50, cursor }), { signal });
    items.push(...found.items);
    cursor = found.nextCursor;
  } while (cursor);
  return items;
}

/** A query string without what is empty. */
export function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== "" && value != null);
  return given.length ? `?${new URLSearchParams(given)}` : "";
}
