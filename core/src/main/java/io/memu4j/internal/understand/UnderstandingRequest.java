package io.memu4j.internal.understand;

import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text, or its continuation.
 *
 * @param context passages right before the fresh ones, already understood; may be empty
 * @param fresh passages to find statements in, in order
 * @param wantCaption whether a caption is asked for
 * @param caption the caption of what came before the fresh passages, or null
 * @param zone the zone of dates without one
 * @param name the source's file name or key, for captions, or null
 */
public record UnderstandingRequest(
        Modality modality,
        List<Passage> context,
        List<Passage> fresh,
        boolean wantCaption,
        @Nullable String caption,
        ZoneId zone,
        @Nullable String name) {
    /** A text of which nothing is known. */
    public UnderstandingRequest(
            Modality modality,
            List<Passage> context,
            List<Passage> fresh,
            boolean wantCaption,
            ZoneId zone,
            @Nullable String name) {
        this(modality, context, fresh, wantCaption, null, zone, name);
    }

    /** A part of this text, without a caption. */
    public UnderstandingRequest of(List<Passage> before, List<Passage> part) {
        return new UnderstandingRequest(modality, before, part, false, null, zone, name);
    }

    public UnderstandingRequest {
        context = List.copyOf(context);
        fresh = List.copyOf(fresh);
    }
}
