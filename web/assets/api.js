// The HTTP contract, and nothing else of the server. Failures are Problems, whatever went wrong.
import { userId } from "./session.js";
import { textOr } from "./text.js";

const ANSWER_MILLISECONDS = 20_000;
/** Where the API is: the page's own origin, unless index.html says otherwise. */
export const BASE = `${document.querySelector("meta[name=api-base]").content.replace(/\/$/, "")}/api/v1`;

export class Problem extends Error {
  constructor({ status = 0, code, detail = "", errors = [], requestId, retryAfter }) {
    super(textOr(`problem.${code}`, detail || code));
    Object.assign(this, { status, code, errors, requestId, retryAfter });
  }

  /** Worth asking again as it is: nothing answered, or nothing that could. */
  get passing() {
    return this.code === "unreachable" || this.status === 429 || this.status >= 500;
  }
}

/** The parsed answer. options: body (sent as JSON), wait (seconds, RFC 7240), signal. Throws Problem. */
export async function call(method, path, { body, wait = 0, signal } = {}) {
  const headers = { "X-User-Id": userId() };
  if (body) headers["Content-Type"] = "application/json";
  if (wait) headers.Prefer = `wait=${wait}`;
  const limit = AbortSignal.timeout(ANSWER_MILLISECONDS + wait * 1000);
  const signals = signal ? [signal, limit] : [limit];
  let response, text;
  try {
    response = await fetch(BASE + path, {
      method,
      headers,
      body: body && JSON.stringify(body),
      signal: AbortSignal.any(signals),
      cache: "no-store",
    });
    text = await response.text();
  } catch {
    signal?.throwIfAborted();
    throw new Problem({ code: "unreachable" });
  }
  return answer(response.status, text);
}

/** What a response holds, or its problem: thrown. A gateway's page is a problem, too. */
function answer(status, text) {
  let data = null;
  try {
    data = text ? JSON.parse(text) : null;
  } catch {
    // not ours
  }
  if (status >= 200 && status < 300) return data;
  throw new Problem({ code: status >= 500 ? "service_unavailable" : `http_${status}`, ...data, status });
}

/** Sends a file as POST /cvs; onprogress gets 0 to 1. XMLHttpRequest, because fetch does not tell progress. */
export function upload(file, { signal, onprogress }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${BASE}/cvs`);
    request.setRequestHeader("X-User-Id", userId());
    request.timeout = 120_000;
    request.upload.onprogress = (event) => event.lengthComputable && onprogress(event.loaded / event.total);
    request.onload = () => {
      try {
        resolve(answer(request.status, request.responseText));
      } catch (problem) {
        reject(problem);
      }
    };
    request.onerror = request.ontimeout = () => reject(new Problem({ code: "unreachable" }));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort());
    const form = new FormData();
    form.append("file", file);
    request.send(form);
  });
}

/** Everything of a list, page after page: a coach has more CVs than one page holds. */
export async function callAll(path, { signal } = {}) {
  const items = [];
  let cursor;
  do {
    const found = await call("GET", path + query({ limit: 50, cursor }), { signal });
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
