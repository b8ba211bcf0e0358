// Sends one span with each of OpenTelemetry JS' trace exporters. Arguments: gRPC address, HTTP URL, text.
import { createRequire } from "node:module";

const require = createRequire(process.argv[1]);
const { BasicTracerProvider, SimpleSpanProcessor } = require("@opentelemetry/sdk-trace-base");
const grpc = require("@opentelemetry/exporter-trace-otlp-grpc");
const json = require("@opentelemetry/exporter-trace-otlp-http");
const proto = require("@opentelemetry/exporter-trace-otlp-proto");

const [, , address, url, text] = process.argv;
const exporters = [
  new grpc.OTLPTraceExporter({ url: `http://${address}` }),
  new json.OTLPTraceExporter({ url: `${url}/v1/traces` }),
  new json.OTLPTraceExporter({ url: `${url}/v1/traces`, compression: "gzip" }),
  new proto.OTLPTraceExporter({ url: `${url}/v1/traces` }),
];
const provider = new BasicTracerProvider({
  spanProcessors: exporters.map((exporter) => new SimpleSpanProcessor(exporter)),
});
const span = provider.getTracer("shop").startSpan("chat gpt-4o");
span.setAttribute("gen_ai.request.model", "gpt-4o");
span.setAttribute("gen_ai.input.messages", text);
span.addEvent("note", { text });
span.end();
await provider.forceFlush();
await provider.shutdown();
