package io.memu4j.server.api.view;

import io.memu4j.model.Passage;
import java.util.List;

/** Passages in the order of their source. */
public record PassageList(List<PassageView> passages) {
    /** The view of passages. */
    public static PassageList of(List<Passage> passages) {
        return new PassageList(passages.stream().map(PassageView::of).toList());
    }
}
