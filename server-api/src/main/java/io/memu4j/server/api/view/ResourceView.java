package io.memu4j.server.api.view;

import io.memu4j.model.Resource;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A source. */
public record ResourceView(
        String id,
        long version,
        String key,
        String modality,
        String state,
        @Nullable String caption,
        @Nullable String missing,
        @Nullable String mediaType,
        long byteSize,
        Map<String, String> attributes,
        boolean copy,
        Instant createdAt,
        Instant updatedAt) {
    /** The view of a resource. */
    public static ResourceView of(Resource resource) {
        return new ResourceView(
                resource.id(),
                resource.version(),
                resource.sourceKey(),
                resource.modality().key(),
                resource.state().key(),
                resource.caption(),
                resource.missing(),
                resource.mediaType(),
                resource.byteSize(),
                resource.attributes(),
                resource.blobKey() != null,
                resource.createdAt(),
                resource.updatedAt());
    }
}
