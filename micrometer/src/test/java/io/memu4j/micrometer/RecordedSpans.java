package io.memu4j.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Keeps every observation that ended. */
final class RecordedSpans implements ObservationHandler<Observation.Context> {
    private final List<Observation.Context> ended = new CopyOnWriteArrayList<>();

    @Override
    public void onStop(Observation.Context context) {
        ended.add(context);
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return true;
    }

    void clear() {
        ended.clear();
    }

    Observation.Context only(String name) {
        List<Observation.Context> named = named(name).toList();
        assertThat(named).hasSize(1);
        return named.get(0);
    }

    /** The names of the observations directly inside another one. */
    List<String> inside(Observation.Context outer) {
        return ended.stream()
                .filter(span -> span.getParentObservation() != null
                        && span.getParentObservation().getContextView() == outer)
                .map(RecordedSpans::name)
                .toList();
    }

    /** All keys and values of the observations of a name. */
    List<String> tags(String name) {
        return named(name).flatMap(span -> tags(span).stream()).toList();
    }

    List<String> tags(Observation.Context span) {
        return span.getAllKeyValues().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .toList();
    }

    /** Names, keys, values and errors. */
    Stream<String> everything() {
        return ended.stream()
                .flatMap(span ->
                        Stream.concat(Stream.of(name(span), String.valueOf(span.getError())), tags(span).stream()));
    }

    private Stream<Observation.Context> named(String name) {
        return ended.stream().filter(span -> name(span).equals(name));
    }

    private static String name(Observation.Context span) {
        return span.getContextualName() == null ? String.valueOf(span.getName()) : span.getContextualName();
    }
}
