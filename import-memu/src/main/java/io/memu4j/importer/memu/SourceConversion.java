package io.memu4j.importer.memu;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.value.Digests;
import io.memu4j.internal.value.SourceKey;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.transfer.DerivedId;
import io.memu4j.spi.transfer.TransferRecord;
import io.memu4j.spi.transfer.TransferSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The resources of one user with one agent, each with one passage that stands for the text MemU did not keep. One use. */
final class SourceConversion {
    private static final String FINGERPRINT = "memu";
    private static final int PIECE = 48 * 1024;

    private final MemoryScope scope;
    private final MemuVectors vectors;
    private final SourceFolder folder;
    private final Map<String, Set<String>> ownersByCopy;
    private final Losses losses;
    private final Map<String, String> passages = new HashMap<>();

    SourceConversion(
            MemoryScope scope,
            MemuVectors vectors,
            SourceFolder folder,
            Map<String, Set<String>> ownersByCopy,
            Losses losses) {
        this.scope = scope;
        this.vectors = vectors;
        this.folder = folder;
        this.ownersByCopy = ownersByCopy;
        this.losses = losses;
    }

    /** The id of the passage that stands for that resource, or null where there is no such resource. */
    @Nullable
    String passageOf(@Nullable String resourceId) {
        return resourceId == null ? null : passages.get(resourceId);
    }

    void send(MemuRow row, TransferSink sink) throws SQLException {
        String id = row.text("id");
        String url = row.text("url");
        if (id == null || url == null) {
            lose("resource left out: it has no id or no address");
            return;
        }
        Instant time = row.time("created_at");
        if (time == null) {
            lose("a resource has no readable time; it got the beginning of 1970");
            time = Instant.EPOCH;
        }
        String caption = row.text("caption");
        caption = caption == null ? vectors.textOfResource(id) : caption;
        String text = Texts.truncated(caption == null ? SourceKey.shown(url) : caption, Passage.MAX_LENGTH);
        byte[] copy = copy(row.text("local_path"));
        Resource resource = resource(id, url, modality(row.text("modality")), caption, text, copy, time);
        Passage passage = Passage.builder(DerivedId.of("memu passage", id), resource.id(), 0, text, time)
                .build();
        passages.put(id, passage.id());
        float[] vector = caption == null ? null : vectors.of("resources", id);
        sink.accept(0, new TransferRecord.OfResource(resource, vector, 1, copy == null ? null : (long) copy.length));
        sink.accept(0, new TransferRecord.OfPassage(passage, vector));
        for (int from = 0; copy != null && from < copy.length; from += PIECE) {
            byte[] piece = Arrays.copyOfRange(copy, from, Math.min(copy.length, from + PIECE));
            sink.accept(0, new TransferRecord.OfCopy(resource.id(), piece));
        }
    }

    private static Resource resource(
            String id,
            String url,
            Modality modality,
            @Nullable String caption,
            String text,
            byte @Nullable [] copy,
            Instant time) {
        byte[] content = copy == null ? text.getBytes(StandardCharsets.UTF_8) : copy;
        // A conversation's hash ends with the number of its messages: appending to it goes on after the caption.
        String hash = Digests.sha256(content).substring(0, 56) + "00000001";
        return Resource.builder(DerivedId.orKept("memu resource", id), url, modality, hash, time)
                .caption(caption)
                .mediaType(copy == null ? null : mediaType(SourceKey.shown(url)))
                .byteSize(content.length)
                .fingerprint(FINGERPRINT)
                .build();
    }

    private static String mediaType(String url) {
        String guess = URLConnection.guessContentTypeFromName(url);
        return guess == null || guess.length() > 255 ? "application/octet-stream" : guess;
    }

    private byte @Nullable [] copy(@Nullable String localPath) {
        String name = SourceFolder.name(localPath);
        if (!folder.isNamed()) {
            return null;
        }
        if (name != null
                && ownersByCopy
                                .getOrDefault(name.toLowerCase(Locale.ROOT), Set.of())
                                .size()
                        > 1) {
            lose("copy left out: sources of several users have this file name, and MemU kept one file for all");
            return null;
        }
        try {
            byte[] copy = folder.read(name);
            if (copy == null) {
                lose("copy missing: the folder of resources has no such file");
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Modality modality(@Nullable String name) {
        try {
            return Modality.of(name == null ? "" : name.strip());
        } catch (InvalidInputException e) {
            lose("the modality of a resource is not known; it was taken as a document");
            return Modality.DOCUMENT;
        }
    }

    private void lose(String what) {
        losses.add(scope.userId(), scope.agentId(), what);
    }
}
