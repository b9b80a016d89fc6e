package io.memu4j.internal.ingest;

import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.redact.Redaction;
import io.memu4j.internal.value.SourceKey;
import io.memu4j.model.Modality;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A source that was fetched and recognised. Its text is got out of it only when asked for: no model has seen it before. One thread.
 */
public final class ParsedSource {
    private final String key;
    private final Modality modality;
    private final @Nullable String mediaType;
    private final byte @Nullable [] copy;
    private final long byteSize;
    private final String contentHash;
    private final Function<ModelCalls, TextCost> cost;
    private final TextExtraction extraction;
    private final Redaction redaction;
    private @Nullable SourceText text;

    ParsedSource(
            String key,
            Modality modality,
            @Nullable String mediaType,
            byte @Nullable [] copy,
            long byteSize,
            ModalityReader.Reading reading,
            Redaction redaction) {
        this.key = key;
        this.modality = modality;
        this.mediaType = mediaType;
        this.copy = redaction.isOn() ? null : copy;
        this.byteSize = byteSize;
        this.contentHash = reading.contentHash();
        this.cost = reading.cost();
        this.extraction = reading.extraction();
        this.redaction = redaction;
    }

    /** The resource's source key. */
    public String key() {
        return key;
    }

    /** The key as shown to people and models: an address without user name, query and fragment. */
    public String url() {
        return SourceKey.shown(key);
    }

    public Modality modality() {
        return modality;
    }

    /** An IANA media type, or null where there was no file. */
    public @Nullable String mediaType() {
        return mediaType;
    }

    /** The bytes to keep a copy of, or null where there was no file or its text is redacted. */
    public byte @Nullable [] copy() {
        return copy;
    }

    /** Length of the file, or of the text in UTF-8. */
    public long byteSize() {
        return byteSize;
    }

    /** SHA-256 of what the text is made from, 64 hexadecimal digits; for conversations of {@link MessageChain}. */
    public String contentHash() {
        return contentHash;
    }

    /** What asking for the {@linkplain #text text} is going to take; nothing once it is known. No model is called. */
    public TextCost cost(ModelCalls calls) {
        return text == null ? cost.apply(calls) : TextCost.NOTHING;
    }

    /**
     * The text. The first time it is asked for, the source may be parsed, or shown to a model; after that it is known.
     *
     * @param checkpoint throws when the operation was cancelled; run now and then by what takes long
     * @throws io.memu4j.error.InvalidInputException when the source is broken, locked, or has no text
     * @throws io.memu4j.error.ConfigurationException when a model or program it takes is missing
     * @throws io.memu4j.error.ModelException when a model fails
     */
    public SourceText text(ModelCalls calls, Runnable checkpoint) {
        SourceText known = text;
        if (known == null) {
            known = extraction.text(calls, checkpoint).redacted(redaction);
            text = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return "ParsedSource[" + modality.key() + ", " + byteSize + " bytes]";
    }
}
