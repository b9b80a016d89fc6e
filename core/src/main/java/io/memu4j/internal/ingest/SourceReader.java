package io.memu4j.internal.ingest;

import io.memu4j.config.MemorizeConfig;
import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.ingest.ModalityReader.Reading;
import io.memu4j.internal.ingest.ModalityReaders.Recognised;
import io.memu4j.internal.ingest.audio.SidecarTranscript;
import io.memu4j.internal.ingest.fetch.Fetched;
import io.memu4j.internal.ingest.fetch.FileFetcher;
import io.memu4j.internal.ingest.fetch.SourceSize;
import io.memu4j.internal.ingest.fetch.UriFetcher;
import io.memu4j.internal.ingest.text.BinaryFormat;
import io.memu4j.internal.ingest.text.TextContent;
import io.memu4j.internal.ingest.text.TextDecoder;
import io.memu4j.internal.redact.Redaction;
import io.memu4j.internal.value.SourceKey;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.Modality;
import io.memu4j.model.Source;
import io.memu4j.spi.document.DocumentParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From a source to what it is: fetches it and recognises it, without any model. Thread-safe; keeps no source.
 *
 * <p>Which modalities exist is listed in {@link ModalityReaders}, which formats of conversations in
 * {@link io.memu4j.internal.ingest.conversation.Conversations}.
 */
public final class SourceReader implements AutoCloseable {
    private final long maxBytes;
    private final FileFetcher files;
    private final UriFetcher uris;
    private final ModalityReaders readers;
    private final Redaction redaction;

    /**
     * @param parsers read the formats of documents that are no text
     * @param redaction of every text that is got out of a source
     */
    public SourceReader(MemorizeConfig config, List<DocumentParser> parsers, Redaction redaction) {
        this.redaction = redaction;
        readers = new ModalityReaders(parsers, config.understanding().answerTokens());
        maxBytes = config.maxSourceBytes();
        files = new FileFetcher(maxBytes);
        uris = new UriFetcher(config.fetch(), maxBytes);
    }

    /**
     * That source, recognised. Messages to append are read as if they were the whole: counted from 0, and hashed by themselves.
     *
     * @param modality what it is, or null to tell by its content
     * @param zone of times that are written without one or in UTC
     * @throws InvalidInputException when it is empty, too large, broken, or nothing this version can read
     * @throws io.memu4j.error.ResourceAccessException when it cannot be fetched or must not be
     */
    public ParsedSource read(Source source, @Nullable Modality modality, ZoneId zone) {
        if (source instanceof Source.OfFile file) {
            Path path = file.path().toAbsolutePath().normalize();
            String key = SourceKey.checked(path.toString());
            return parse(key, "The file " + path, files.fetch(path), path, modality, zone);
        }
        if (source instanceof Source.OfUri uri) {
            String key = SourceKey.checked(uri.uri().toString());
            Fetched fetched = uris.fetch(uri.uri());
            return parse(key, UriFetcher.subject(uri.uri()), fetched, null, modality, zone);
        }
        if (source instanceof Source.OfBytes bytes) {
            String subject = subject(bytes.key());
            SourceSize.requireWithin(subject, bytes.bytes().length, maxBytes);
            Fetched given = new Fetched(bytes.bytes().clone(), bytes.fileName(), null, null);
            return parse(bytes.key(), subject, given, null, modality, zone);
        }
        if (source instanceof Source.OfText text) {
            return ofText(text, modality, zone);
        }
        if (source instanceof Source.OfMessages messages) {
            return ofMessages(messages.key(), messages.messages(), modality, zone);
        }
        Source.OfAppendedMessages appended = (Source.OfAppendedMessages) source;
        return ofMessages(appended.key(), appended.messages(), modality, zone);
    }

    /** Ends what fetches use. */
    @Override
    public void close() {
        uris.close();
    }

    private ParsedSource parse(
            String key,
            String subject,
            Fetched fetched,
            @Nullable Path path,
            @Nullable Modality modality,
            ZoneId zone) {
        byte[] bytes = fetched.bytes();
        BinaryFormat binary = BinaryFormat.of(bytes, fetched.name()).orElse(null);
        String text = binary == null ? TextDecoder.decode(subject, bytes, fetched.charset()) : "";
        if (binary == null && text.isBlank()) {
            throw SourceSize.empty(subject);
        }
        TextContent content = new TextContent(subject, fetched.name(), text);
        TextContent transcript = binary == null || path == null ? null : transcript(binary, path);
        return parsed(
                key,
                new Content(content, binary, fetched.mediaType(), fetched.charset(), transcript, bytes, bytes.length),
                modality,
                zone);
    }

    private @Nullable TextContent transcript(BinaryFormat format, Path path) {
        boolean speaks = format.modality() == Modality.AUDIO || format.modality() == Modality.VIDEO;
        return speaks ? SidecarTranscript.of(path, files).orElse(null) : null;
    }

    private ParsedSource ofText(Source.OfText source, @Nullable Modality modality, ZoneId zone) {
        String subject = subject(source.key());
        long size = utf8Length(source.text());
        SourceSize.requireWithin(subject, size, maxBytes);
        String text = TextDecoder.normalized(source.text());
        if (text.isBlank()) {
            throw SourceSize.empty(subject);
        }
        TextContent content = new TextContent(subject, null, text);
        return parsed(source.key(), new Content(content, null, null, null, null, null, size), modality, zone);
    }

    private ParsedSource parsed(String key, Content content, @Nullable Modality modality, ZoneId zone) {
        Recognised found = readers.read(content, modality, zone);
        return new ParsedSource(
                key,
                found.modality(),
                content.effectiveMediaType(),
                content.copy(),
                content.byteSize(),
                found.reading(),
                redaction);
    }

    private ParsedSource ofMessages(
            String key, List<ConversationMessage> messages, @Nullable Modality modality, ZoneId zone) {
        String subject = subject(key);
        if (modality != null && modality != Modality.CONVERSATION) {
            throw new InvalidInputException(subject + " consists of messages, but the modality is " + modality.key()
                    + ". Expected conversation, or none.");
        }
        long size = messages.stream().mapToLong(m -> utf8Length(m.content())).sum();
        SourceSize.requireWithin(subject, size, maxBytes);
        Reading reading = ConversationReader.reading(subject, messages, zone);
        return new ParsedSource(key, Modality.CONVERSATION, null, null, size, reading, redaction);
    }

    private static String subject(String key) {
        return "The source '" + Texts.truncated(SourceKey.shown(SourceKey.checked(key)), 200) + "'";
    }

    private static long utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
