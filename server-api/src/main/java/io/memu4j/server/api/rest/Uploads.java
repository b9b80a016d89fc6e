package io.memu4j.server.api.rest;

import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.server.api.RequestRefused;
import io.memu4j.server.api.json.JsonBodies;
import io.memu4j.server.api.view.UploadInput;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parts of an upload: {@code file} with the source, and {@code about}, a JSON object with key, modality, attributes and zone. */
final class Uploads {
    private final int longest;
    private final JsonBodies json;

    Uploads(int longest, JsonBodies json) {
        this.longest = longest;
        this.json = json;
    }

    MemorizeRequest request(List<EntityPart> parts, @Nullable String headerKey) throws IOException {
        EntityPart file = null;
        @Nullable UploadInput about = null;
        for (EntityPart part : parts) {
            if ("file".equals(part.getName()) && file == null) {
                file = part;
            } else if ("about".equals(part.getName()) && about == null) {
                about = json.read(UploadInput.class, part.getContent());
            } else {
                throw RequestRefused.malformed("The upload has a part that is not known or comes twice."
                        + " Expected one part 'file' and at most one part 'about'.");
            }
        }
        if (file == null) {
            throw RequestRefused.malformed("The upload has no part 'file'.");
        }
        return (about == null ? UploadInput.NOTHING : about)
                .request(headerKey, bytes(file), file.getFileName().orElse(null));
    }

    private byte[] bytes(EntityPart part) throws IOException {
        try (InputStream content = part.getContent()) {
            byte[] bytes = content.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw RequestRefused.of(413, "too-large", "The part 'file' is larger than " + longest + " bytes.");
            }
            return bytes;
        }
    }
}
