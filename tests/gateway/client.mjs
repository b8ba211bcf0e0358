// Sends one item of each signal with each of OpenTelemetry JS' OTLP exporters.
// Arguments: gRPC address, HTTP URL, text.
import { createRequire } from "node:module";

const require = createRequire(process.argv[1]);
const { BasicTracerProvider, SimpleSpanProcessor } = require("@opentelemetry/sdk-trace-base");
const { LoggerProvider, SimpleLogRecordProcessor } = require("@opentelemetry/sdk-logs");
const { MeterProvider, PeriodicExportingMetricReader } = require("@opentelemetry/sdk-metrics");

const [, , address, url, text] = process.argv;

function exporters(signal, name, path) {
  const of = (transport) => require(`@opentelemetry/exporter-${signal}-otlp-${transport}`)[name];
  const http = `${url}/v1/${path}`;
  return [
    new (of("grpc"))({ url: `http://${address}` }),
    new (of("http"))({ url: http }),
    new (of("http"))({ url: http, compression: "gzip" }),
    new (of("proto"))({ url: http }),
  ];
}

const tracers = new BasicTracerProvider({
  spanProcessors: exporters("trace", "OTLPTraceExporter", "traces").map((one) => new SimpleSpanProcessor(one)),
});
const span = tracers.getTracer("shop").startSpan("chat gpt-4o");
span.setAttribute("gen_ai.request.model", "gpt-4o");
span.setAttribute("gen_ai.input.messages", text);
span.addEvent("note", { text });
span.end();

const loggers = new LoggerProvider({
  processors: exporters("logs", "OTLPLogExporter", "logs").map((exporter) => new SimpleLogRecordProcessor({ exporter })),
});
loggers.getLogger("shop").emit({ body: { said: text }, attributes: { "gen_ai.request.model": "gpt-4o" } });

const meters = new MeterProvider({
  readers: exporters("metrics", "OTLPMetricExporter", "metrics").map(
    (exporter) => new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 60_000, exportTimeoutMillis: 10_000 }),
  ),
});
meters.getMeter("shop").createCounter("calls").add(1, { "gen_ai.request.model": "gpt-4o", user: text });

for (const provider of [tracers, loggers, meters]) {
  await provider.shutdown();
}
