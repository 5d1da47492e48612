// Follows an analysis until it has ended, by requests that wait on the server (Prefer: wait).
import { call } from "./api.js";
import { t } from "./text.js";

const LONG_WAIT_SECONDS = 20;
const AGAIN_SECONDS = 5;

export const ended = (analysis) => ["completed", "failed"].includes(analysis.status);

/** What its posting is called. One that is not read yet may well have a title. */
export const titleOf = (analysis) =>
  analysis.jobTitle || t(ended(analysis) ? "job.untitled" : "analysis.title");

export const nameOf = (analysis) => `${titleOf(analysis)}, ${analysis.cvFilename}`;

/**
 * onupdate(analysis) at each news; ontrouble(problem, seconds, retry) when nothing answered: it is asked again
 * after so many seconds, or at once by retry(). Throws the Problem of an analysis that is not there.
 */
export async function follow(id, { signal, onupdate, ontrouble }) {
  let wait = 0;
  while (!signal.aborted) {
    try {
      const analysis = await call("GET", `/analyses/${encodeURIComponent(id)}`, { wait, signal });
      onupdate(analysis);
      if (ended(analysis)) return;
      // A wait lasts until the end. So that the preliminary result is not missed, it is short until that is there.
      wait = analysis.preliminary ? LONG_WAIT_SECONDS : 1;
    } catch (problem) {
      if (signal.aborted) return;
      if (!problem.passing) throw problem;
      wait = 0;
      await pause(problem.retryAfter ?? AGAIN_SECONDS, signal, (retry, seconds) =>
        ontrouble(problem, seconds, retry),
      );
    }
  }
}

/** Ends after so many seconds, when the connection or the reader is back, when retry is called, or the view is left. */
function pause(seconds, signal, tell) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    const now = () => (clearTimeout(timer), resolve());
    addEventListener("online", now, { once: true, signal });
    // A phone cuts the requests of what is not looked at.
    document.addEventListener("visibilitychange", now, { once: true, signal });
    signal.addEventListener("abort", now, { once: true });
    tell(now, seconds);
  });
}
