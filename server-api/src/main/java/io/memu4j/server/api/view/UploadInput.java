package io.memu4j.server.api.view;

import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.Modality;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of an uploaded file. */
public record UploadInput(
        @Nullable String key,
        @Nullable String modality,
        @Nullable Map<String, String> attributes,
        @Nullable String zone) {
    /** Nothing. */
    public static final UploadInput NOTHING = new UploadInput(null, null, null, null);

    /** The request of core for the content of the file. */
    public MemorizeRequest request(@Nullable String headerKey, byte[] content, @Nullable String fileName) {
        String source = MemorizeInput.key(key, headerKey);
        MemorizeRequest request = (fileName == null
                        ? MemorizeRequest.bytes(source, content)
                        : MemorizeRequest.bytes(source, content, fileName))
                .withAttributes(Present.map(attributes, "attributes"));
        if (modality != null) {
            request = request.withModality(Modality.of(modality));
        }
        return zone == null ? request : request.withZone(Zones.of(zone));
    }
}
