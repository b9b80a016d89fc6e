package io.memu4j.cli.command;

import io.memu4j.micrometer.MicrometerObserver;
import io.memu4j.observe.MemoryObserver;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.stream.Stream;

/** The metrics of a server: operations, model calls, tokens, and the process. */
final class ServedMetrics implements AutoCloseable {
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    ServedMetrics() {
        Stream.<MeterBinder>of(
                        new JvmMemoryMetrics(), new JvmThreadMetrics(), new ProcessorMetrics(), new UptimeMetrics())
                .forEach(binder -> binder.bindTo(meters));
    }

    MemoryObserver observer() {
        return MicrometerObserver.of(meters);
    }

    /** The present values in the text format of Prometheus. */
    String text() {
        return meters.scrape();
    }

    @Override
    public void close() {
        meters.close();
    }
}
