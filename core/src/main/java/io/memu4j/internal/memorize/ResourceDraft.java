package io.memu4j.internal.memorize;

import io.memu4j.internal.ingest.MessageChain;
import io.memu4j.internal.ingest.ParsedSource;
import io.memu4j.internal.understand.UnderstandingResult;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a source once it is understood, to be stored as a resource.
 *
 * @param caption the one to store, which may be the old one
 * @param blobKey of its copy, or null
 * @param attributes the ones to store
 */
record ResourceDraft(
        ParsedSource parsed,
        UnderstandingResult understood,
        String fingerprint,
        @Nullable String caption,
        @Nullable String blobKey,
        Map<String, String> attributes,
        Instant now) {
    /** A source seen for the first time. */
    Resource asNew(String id) {
        return resource(id, 0, now);
    }

    /** A source whose content is another one now. */
    Resource replacing(Resource known) {
        return resource(known.id(), known.version(), known.createdAt());
    }

    /** A conversation that goes on with those messages. */
    Resource continuing(Resource known, List<ConversationMessage> messages) {
        return new Resource(
                known.id(),
                known.version(),
                known.sourceKey(),
                known.url(),
                known.modality(),
                state(),
                caption,
                understood.missing(),
                known.mediaType(),
                known.byteSize() + parsed.byteSize(),
                MessageChain.extend(known.contentHash(), messages),
                fingerprint,
                known.blobKey(),
                attributes,
                known.createdAt(),
                now);
    }

    private Resource resource(String id, long version, Instant createdAt) {
        return new Resource(
                id,
                version,
                parsed.key(),
                parsed.url(),
                parsed.modality(),
                state(),
                caption,
                understood.missing(),
                parsed.mediaType(),
                parsed.byteSize(),
                parsed.contentHash(),
                fingerprint,
                blobKey,
                attributes,
                createdAt,
                now);
    }

    private ResourceState state() {
        return understood.missing() == null ? ResourceState.COMPLETE : ResourceState.PARTIAL;
    }
}
