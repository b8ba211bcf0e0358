"use strict";

const byId = (id) => document.getElementById(id);
const PERIOD = 2000;
let previous = null;

// Text only: what is shown may be somebody's payload, and must never become markup.
function row(cells) {
  const tr = document.createElement("tr");
  for (const cell of cells) {
    const td = document.createElement("td");
    td.textContent = typeof cell === "object" && cell !== null ? cell.text : String(cell ?? "");
    if (cell && cell.className) td.className = cell.className;
    tr.append(td);
  }
  return tr;
}

function fill(id, rows) {
  byId(id).querySelector("tbody").replaceChildren(...rows.map(row));
}

function sum(series, name, labels = {}) {
  return series
    .filter((one) => one.name === name)
    .filter((one) => Object.entries(labels).every(([key, value]) => one.labels[key] === value))
    .reduce((total, one) => total + one.value, 0);
}

const ITEMS = { traces: "spans", metrics: "metric_points", logs: "log_records" };

function show(state) {
  const ready = byId("ready");
  ready.textContent = state.not_ready ? `not ready: ${state.not_ready}` : "ready";
  ready.className = state.not_ready ? "bad" : "good";
  const now = Date.now();
  const incoming = {};
  fill("flow", Object.keys(ITEMS).map((signal) => {
    const items = sum(state.series, "otelcol_processor_incoming_items", { otel_signal: signal });
    const out = sum(state.series, "otelcol_processor_outgoing_items", { otel_signal: signal });
    incoming[signal] = items;
    const rate = previous
      ? (items - previous.incoming[signal]) / ((now - previous.at) / 1000)
      : 0;
    return [signal, items, Math.max(0, rate).toFixed(1), out, items - out];
  }));
  previous = { at: now, incoming };
  fill("sinks", state.sinks.map((sink) => {
    const label = { exporter: sink.name };
    const isUp = !state.queue || sum(state.series, "spanveil_sink_up", label) > 0;
    const total = (prefix) => Object.values(ITEMS)
      .reduce((all, items) => all + sum(state.series, `${prefix}_${items}`, label), 0);
    return [
      sink.name,
      sink.profile,
      isUp ? { text: "up", className: "good" } : { text: "down", className: "bad" },
      sum(state.series, "otelcol_exporter_queue_size", label),
      total("otelcol_exporter_sent"),
      total("otelcol_exporter_send_failed"),
    ];
  }));
  const mebibytes = (bytes) => (bytes / 2 ** 20).toFixed(1);
  byId("queue").textContent = state.queue
    ? `Queue: ${mebibytes(sum(state.series, "spanveil_queue_bytes"))} of ` +
      `${mebibytes(sum(state.series, "otelcol_exporter_queue_capacity"))} MiB`
    : "No queue: requests are acknowledged when every sink has acknowledged them.";
  fill("redacted", state.series
    .filter((one) => one.name === "spanveil_redacted_fields")
    .sort((a, b) => b.value - a.value)
    .map((one) => [one.labels.content_class, one.labels.treatment, one.labels.exporter, one.value]));
  const select = byId("preview-sink");
  if (select.options.length !== state.sinks.length) {
    select.replaceChildren(...state.sinks.map((sink) => new Option(sink.name)));
  }
  byId("preview").hidden = !state.has_preview;
}

async function refresh() {
  try {
    const response = await fetch("/api/state");
    show(await response.json());
  } catch {
    byId("ready").textContent = "no answer";
    byId("ready").className = "bad";
  }
}

async function preview() {
  byId("preview-error").textContent = "";
  const response = await fetch("/api/preview", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      sink: byId("preview-sink").value,
      signal: byId("preview-signal").value,
      payload: byId("preview-payload").value,
    }),
  });
  if (!response.ok) {
    byId("preview-error").textContent = await response.text();
    return;
  }
  const result = await response.json();
  const text = (value) => (typeof value === "string" ? value : JSON.stringify(value) ?? "");
  byId("preview-changes").hidden = false;
  fill("preview-changes", result.changes
    .map((change) => [change.path, text(change.before), text(change.after)]));
  byId("preview-reasons").replaceChildren(...result.reasons.map((reason) => {
    const li = document.createElement("li");
    li.textContent = `${reason.class}: ${reason.treatment} (${reason.count})`;
    return li;
  }));
  byId("preview-after").textContent = JSON.stringify(result.after, null, 2);
}

byId("preview-run").addEventListener("click", preview);
refresh();
setInterval(refresh, PERIOD);
