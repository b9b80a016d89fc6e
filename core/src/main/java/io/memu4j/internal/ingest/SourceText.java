package io.memu4j.internal.ingest;

import io.memu4j.internal.redact.Redaction;
import io.memu4j.model.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source says.
 *
 * @param segments the text in order, at least one
 * @param caption one or two sentences of the model that saw the source, or null where whoever understands the text writes it
 */
public record SourceText(List<Segment> segments, @Nullable String caption) {
    public SourceText {
        segments = List.copyOf(segments);
    }

    static SourceText of(List<Segment> segments) {
        return new SourceText(segments, null);
    }

    /** What is stored of a source: the passages by index and part. */
    public static SourceText stored(List<Passage> passages, @Nullable String caption) {
        return new SourceText(
                passages.stream()
                        .map(p -> new Segment(p.index(), p.part(), p.speaker(), p.role(), p.saidAt(), p.text()))
                        .toList(),
                caption);
    }

    /** The same, with what must not be remembered taken out of the segments and the caption. */
    SourceText redacted(Redaction redaction) {
        if (!redaction.isOn()) {
            return this;
        }
        List<Segment> clean = segments.stream()
                .map(s -> new Segment(s.index(), s.part(), s.speaker(), s.role(), s.saidAt(), redaction.of(s.text())))
                .toList();
        return new SourceText(clean, caption == null ? null : redaction.of(caption));
    }

    @Override
    public String toString() {
        return "SourceText[" + segments.size() + " segments]";
    }
}
