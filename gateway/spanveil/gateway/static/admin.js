"use strict";

// Text only, everywhere: what is shown may be somebody's payload, and must never become markup.
// Nothing is put into the address, the browser's storage or its console.

const byId = (id) => document.getElementById(id);
const PERIOD = 2000;
const REMEMBERED = 60;
const NONE = "–";
const ITEMS = { traces: "spans", metrics: "metric_points", logs: "log_records" };
const SHAPES = "http://www.w3.org/2000/svg";
let previous = null;
const history = { traces: [], metrics: [], logs: [] };

function element(tag, text, className = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
}

const number = (value) => element("td", Math.round(value).toLocaleString("en"), "number");
const words = (text, className = "") => element("td", text, className);

function fill(id, rows) {
  byId(id).querySelector("tbody").replaceChildren(...rows.map((cells) => {
    const tr = document.createElement("tr");
    tr.append(...cells);
    return tr;
  }));
}

function sum(series, name, labels = {}) {
  return series
    .filter((one) => one.name === name)
    .filter((one) => Object.entries(labels).every(([key, value]) => one.labels[key] === value))
    .reduce((total, one) => total + one.value, 0);
}

function line(values) {
  const cell = document.createElement("td");
  cell.className = "wide";
  const top = Math.max(1, ...values);
  const svg = document.createElementNS(SHAPES, "svg");
  svg.setAttribute("class", "line");
  svg.setAttribute("viewBox", `0 0 ${REMEMBERED - 1} 20`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SHAPES, "polyline");
  const start = REMEMBERED - values.length;
  shape.setAttribute("points", values.map((v, i) => `${start + i},${19 - (18 * v) / top}`).join(" "));
  svg.append(shape);
  cell.append(svg);
  return cell;
}

function showFlow(series) {
  const now = Date.now();
  const incoming = {};
  fill("flow", Object.entries(ITEMS).map(([signal, items]) => {
    const label = { otel_signal: signal };
    incoming[signal] = sum(series, "otelcol_processor_incoming_items", label);
    const out = sum(series, "otelcol_processor_outgoing_items", label);
    let rate = NONE;
    if (previous) {
      const perSecond = (incoming[signal] - previous.incoming[signal]) / ((now - previous.at) / 1000);
      history[signal].push(Math.max(0, perSecond)); // a restart begins at nought
      history[signal].splice(0, history[signal].length - REMEMBERED);
      rate = history[signal].at(-1).toLocaleString("en", { maximumFractionDigits: 1 });
    }
    return [
      words(signal),
      element("td", rate, "number"),
      line(history[signal]),
      number(incoming[signal]),
      number(out),
      number(incoming[signal] - out),
      number(sum(series, `otelcol_receiver_refused_${items}`)),
    ];
  }));
  previous = { at: now, incoming };
}

function showSinks(state) {
  fill("sinks", state.sinks.map((sink) => {
    const label = { exporter: sink.name };
    const isUp = !state.queue || sum(state.series, "spanveil_sink_up", label) > 0;
    const total = (prefix) => Object.values(ITEMS)
      .reduce((all, items) => all + sum(state.series, `${prefix}_${items}`, label), 0);
    const lost = total("otelcol_exporter_send_failed") + sum(state.series, "spanveil_sink_rejected_items", label);
    return [
      words(sink.name),
      words(sink.profile),
      isUp ? words("up", "good") : words("down, tried again", "bad"),
      number(sum(state.series, "spanveil_sink_waiting_batches", label)),
      number(total("otelcol_exporter_sent")),
      number(sum(state.series, "spanveil_sink_retries", label)),
      number(lost),
    ];
  }));
  const used = sum(state.series, "spanveil_queue_bytes");
  const capacity = sum(state.series, "spanveil_queue_max_bytes");
  const mebibytes = (bytes) => (bytes / 2 ** 20).toLocaleString("en", { maximumFractionDigits: 1 });
  byId("queue-text").textContent = state.queue
    ? `Queue: ${mebibytes(used)} of ${mebibytes(capacity)} MiB of redacted payload`
    : "No queue: requests are acknowledged when every sink has acknowledged them.";
  byId("queue-meter").hidden = !state.queue;
  byId("queue-meter").value = capacity ? used / capacity : 0;
}

function showRedacted(series) {
  const isKept = (one) => Number(one.labels.treatment === "keep");
  const of = (name) => series.filter((one) => one.name === name)
    .sort((a, b) => isKept(a) - isKept(b) || b.value - a.value);
  const fields = of("spanveil_redacted_fields");
  const entities = of("spanveil_redacted_entities");
  fill("redacted", fields.map(({ labels, value }) =>
    [words(labels.content_class), words(labels.treatment), words(labels.exporter), number(value)]));
  fill("entities", entities.map(({ labels, value }) =>
    [words(labels.entity), words(labels.exporter), number(value)]));
  byId("redacted-empty").hidden = fields.length > 0;
  byId("redacted").hidden = fields.length === 0;
  byId("entities").hidden = entities.length === 0;
}

function show(state) {
  const ready = byId("ready");
  ready.textContent = state.not_ready ? `not ready: ${state.not_ready}` : "ready";
  ready.className = state.not_ready ? "pill bad" : "pill good";
  const workers = state.workers === 1 ? "1 worker" : `${state.workers} workers`;
  byId("about").textContent = `${workers} · policy ${state.policy}`;
  showFlow(state.series);
  showSinks(state);
  showRedacted(state.series);
  const select = byId("preview-sink");
  const names = state.sinks.map((sink) => sink.name);
  if ([...select.options].map((option) => option.value).join() !== names.join()) {
    select.replaceChildren(...names.map((name) => new Option(name)));
  }
  byId("preview").hidden = !state.has_preview;
}

async function refresh() {
  if (document.hidden) return;
  try {
    const response = await fetch("/api/state");
    if (!response.ok) throw new Error("refused");
    show(await response.json());
  } catch {
    byId("ready").textContent = "no answer";
    byId("ready").className = "pill bad";
  }
}

const shown = (value) => {
  if (value === null || value === undefined) return "(removed)";
  return typeof value === "string" ? value : JSON.stringify(value);
};

function showPreview(result) {
  const count = result.changes.length;
  const notes = [
    count === 0 ? "Nothing changed" : count === 1 ? "1 field changed" : `${count} fields changed`,
    `profile ${result.profile}`,
    ...(result.rejected ? [`${result.rejected} items rejected: they could not be redacted`] : []),
    ...(result.stripped ? [`${result.stripped} reserved attributes removed`] : []),
    ...(result.discarded ? [`${result.discarded} unknown fields removed`] : []),
  ];
  byId("preview-summary").textContent = notes.join(" · ");
  byId("preview-changes").replaceChildren(...result.changes.map((change) => {
    const li = document.createElement("li");
    li.append(
      element("code", change.path, "path"),
      element("code", shown(change.before), "before"),
      element("code", shown(change.after), "after"),
      element("p", change.why, "quiet why"),
    );
    return li;
  }));
  byId("preview-reasons").replaceChildren(...result.reasons.map((reason) =>
    element("li", `${reason.class}: ${reason.treatment} (${reason.count})`)));
  byId("preview-before").textContent = JSON.stringify(result.before, null, 2);
  byId("preview-after").textContent = JSON.stringify(result.after, null, 2);
  byId("preview-result").hidden = false;
}

async function preview() {
  const fail = (text) => { byId("preview-error").textContent = text; };
  fail("");
  byId("preview-result").hidden = true;
  const payload = byId("preview-payload").value;
  if (!payload.trim()) return fail("Paste a request first, or insert the example.");
  try {
    const response = await fetch("/api/preview", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        sink: byId("preview-sink").value,
        signal: byId("preview-signal").value,
        payload,
      }),
    });
    if (response.ok) showPreview(await response.json());
    else fail(await response.text());
  } catch {
    fail("The gateway does not answer.");
  }
}

function example(signal) {
  const text = (key, stringValue) => ({ key, value: { stringValue } });
  const resource = { attributes: [text("service.name", "shop")] };
  const messages = '[{"role":"user","parts":[{"type":"text","content":"I am Jane Roe, refund 4111 1111 1111 1111"}]}]';
  const traceId = "5b8efff798038103d269b633813fc60c";
  const time = "1700000000000000000";
  if (signal === "traces") {
    const span = {
      traceId, spanId: "eee19b7ec3c1b174", name: "chat gpt-4o", kind: 3, startTimeUnixNano: time, endTimeUnixNano: time,
      attributes: [text("gen_ai.request.model", "gpt-4o"), text("gen_ai.input.messages", messages), text("user.id", "jane@example.com")],
      status: { code: 2, message: "no card for jane@example.com" },
    };
    return { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: "shop.agent" }, spans: [span] }] }] };
  }
  if (signal === "logs") {
    const record = {
      timeUnixNano: time, severityText: "INFO", traceId,
      body: { stringValue: "refunded jane@example.com" }, attributes: [text("gen_ai.tool.name", "refund")],
    };
    return { resourceLogs: [{ resource, scopeLogs: [{ scope: { name: "shop.agent" }, logRecords: [record] }] }] };
  }
  const point = { asInt: "3", timeUnixNano: time, attributes: [text("gen_ai.request.model", "gpt-4o"), text("user.email", "jane@example.com")] };
  const metric = { name: "refunds", unit: "1", sum: { dataPoints: [point], aggregationTemporality: 2, isMonotonic: true } };
  return { resourceMetrics: [{ resource, scopeMetrics: [{ scope: { name: "shop.agent" }, metrics: [metric] }] }] };
}

function clear() {
  byId("preview-payload").value = "";
  byId("preview-error").textContent = "";
  byId("preview-result").hidden = true;
  for (const id of ["preview-changes", "preview-reasons", "preview-before", "preview-after"]) {
    byId(id).replaceChildren();
  }
}

byId("preview-run").addEventListener("click", preview);
byId("preview-clear").addEventListener("click", clear);
byId("preview-example").addEventListener("click", () => {
  byId("preview-payload").value = JSON.stringify(example(byId("preview-signal").value), null, 2);
});
document.addEventListener("visibilitychange", refresh);
refresh();
setInterval(refresh, PERIOD);
