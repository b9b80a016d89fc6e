package io.memu4j.internal.memorize;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.ingest.MessageChain;
import io.memu4j.internal.ingest.ParsedSource;
import io.memu4j.internal.understand.MissingRange;
import io.memu4j.internal.understand.UnderstandingResult;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.Modality;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceState;
import io.memu4j.model.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source to be memorized, beside what is stored of it.
 *
 * @param request the request
 * @param parsed the source as read
 * @param known the stored resource of the same source key, or null
 */
record IncomingSource(MemorizeRequest request, ParsedSource parsed, @Nullable Resource known) {
    /** Returns whether the source continues a stored conversation. */
    boolean appends() {
        return request.source() instanceof Source.OfAppendedMessages;
    }

    /** @throws InvalidInputException if messages are appended to something that is no conversation */
    void rejectAppendToOther() {
        if (appends() && known != null) {
            requireConversation(known);
        }
    }

    /** @throws InvalidInputException if it is no conversation, and so nothing is appended to it */
    static void requireConversation(Resource known) {
        if (known.modality() != Modality.CONVERSATION) {
            throw new InvalidInputException("The resource " + known.id() + " under that source key is a "
                    + known.modality().key()
                    + ", and messages are appended to conversations only. Use another source key.");
        }
    }

    boolean isUnchanged() {
        return hasStoredContent() && known != null && known.state() == ResourceState.COMPLETE;
    }

    /** Returns whether the stored content is the same and is to be kept as it is. */
    boolean hasStoredContent() {
        return known != null
                && !appends()
                && !request.redo()
                && known.modality() == parsed.modality()
                && known.contentHash().equals(parsed.contentHash());
    }

    /** Returns the number of the first appended message. */
    int firstIndex() {
        return known == null ? 0 : MessageChain.length(known.contentHash());
    }

    /** Returns what of the stored source has not been understood. */
    List<MissingRange> missing() {
        return known == null ? List.of() : MissingRange.parse(known.missing());
    }

    Map<String, String> attributes() {
        return known != null && request.attributes().isEmpty() ? known.attributes() : request.attributes();
    }

    /**
     * Returns the resource to store, under the id and version of the known one. Its blob key is that of the known one if the source is
     * appended, and empty otherwise.
     *
     * @param caption the caption to store, which may be the old one
     * @param fingerprint of what understood the source
     */
    Resource resource(
            String id, UnderstandingResult understood, @Nullable String caption, String fingerprint, Instant now) {
        ResourceState state = understood.missing() == null ? ResourceState.COMPLETE : ResourceState.PARTIAL;
        if (known != null && request.source() instanceof Source.OfAppendedMessages appended) {
            return known.toBuilder()
                    .state(state)
                    .caption(caption)
                    .missing(understood.missing())
                    .byteSize(known.byteSize() + parsed.byteSize())
                    .contentHash(MessageChain.extend(known.contentHash(), appended.messages()))
                    .fingerprint(fingerprint)
                    .attributes(attributes())
                    .updatedAt(now)
                    .build();
        }
        Instant created = known == null ? now : known.createdAt();
        return Resource.builder(id, parsed.key(), parsed.modality(), parsed.contentHash(), created)
                .version(known == null ? 0 : known.version())
                .url(parsed.url())
                .state(state)
                .caption(caption)
                .missing(understood.missing())
                .mediaType(parsed.mediaType())
                .byteSize(parsed.byteSize())
                .fingerprint(fingerprint)
                .attributes(attributes())
                .updatedAt(now)
                .build();
    }
}
