// What was possibly true, or stated, at a date: the tests of graph/dates.py and queries/times.py.

/** Whether `earlier` is possibly no later than `later`, compared at the coarser precision.
 * @param {string} earlier @param {string} later */
export function notAfter(earlier, later) {
  return earlier.slice(0, later.length) <= later.slice(0, earlier.length);
}

/** Whether the link was possibly true at the date.
 * @param {import("./page").Link} link @param {string} at */
export function possiblyTrueAt(link, at) {
  const begun = !link.since || notAfter(link.since, at);
  const notEnded = !link.until || notAfter(at, link.until);
  return begun && notEnded && (link.current !== false || (Boolean(link.recorded_to) && at < String(link.recorded_to)));
}

/** Whether it was possibly stated by the date; what carries no date of its own always was.
 * @param {string | undefined} recordedFrom @param {string} known */
export function knownBy(recordedFrom, known) {
  return !recordedFrom || notAfter(recordedFrom, known);
}

/** Whether nothing says when the link held or happened.
 * @param {import("./page").Link} link */
export function undated(link) {
  return !link.since && !link.until && !link.date;
}

/** The months from the first to the last date of the links, each as `2021-03`; none where there are no dates.
 * @param {import("./page").Link[]} links @param {"at" | "known"} reading */
export function months(links, reading) {
  const dates = links.flatMap((link) => datesOf(link, reading)).map((date) => date.slice(0, 7)).sort();
  if (!dates.length) return [];
  let [year, month] = [Number(dates[0].slice(0, 4)), Number(dates[0].slice(5, 7) || "1")];
  const last = dates[dates.length - 1];
  const end = last.length < 7 ? `${last}-12` : last;
  const found = [];
  for (let guard = 0; guard < 2400; guard += 1) {
    const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
    if (text > end) break;
    found.push(text);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return found;
}

/** The dates a link is counted under in the histogram.
 * @param {import("./page").Link} link @param {"at" | "known"} reading @returns {string[]} */
export function datesOf(link, reading) {
  const dates = reading === "known" ? [link.recorded_from] : [link.since, link.until, link.date];
  return /** @type {string[]} */ (dates.filter(Boolean));
}
