package io.memu4j.internal.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.ingest.document.DocumentPassages;
import io.memu4j.internal.ingest.fetch.SourceSize;
import io.memu4j.internal.ingest.text.BinaryFormat;
import io.memu4j.internal.ingest.text.HtmlText;
import io.memu4j.internal.ingest.text.JsonText;
import io.memu4j.internal.ingest.text.TextDecoder;
import io.memu4j.internal.value.Digests;
import io.memu4j.model.Modality;
import io.memu4j.spi.document.DocumentBlock;
import io.memu4j.spi.document.DocumentParser;
import io.memu4j.spi.document.DocumentSource;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Documents, one segment per passage: plain text and Markdown are read here, other formats by the parsers that are there. */
final class DocumentReader implements ModalityReader {
    private final List<DocumentParser> parsers;

    DocumentReader(List<DocumentParser> parsers) {
        this.parsers = List.copyOf(parsers);
    }

    @Override
    public Modality modality() {
        return Modality.DOCUMENT;
    }

    @Override
    public Optional<Reading> read(Content content, ZoneId zone, boolean asked) {
        BinaryFormat binary = content.binary();
        if (binary != null) {
            return binary.modality() == Modality.DOCUMENT ? Optional.of(parsed(content, binary)) : Optional.empty();
        }
        if (HtmlText.is(content.text(), content.mediaType())) {
            return Optional.of(parsed(content, BinaryFormat.HTML));
        }
        List<Segment> segments = segments(DocumentPassages.of(plain(content)));
        if (segments.isEmpty()) {
            throw SourceSize.empty(content.subject());
        }
        return Optional.of(Reading.of(Digests.sha256(content.text().text()), segments));
    }

    /** One segment per passage. */
    static List<Segment> segments(List<String> passages) {
        List<Segment> segments = new ArrayList<>(passages.size());
        for (String passage : passages) {
            segments.add(new Segment(segments.size(), 0, null, null, null, passage));
        }
        return segments;
    }

    private Reading parsed(Content content, BinaryFormat format) {
        DocumentParser parser = parsers.stream()
                .filter(each -> each.mediaTypes().contains(format.mediaType()))
                .findFirst()
                .orElseThrow(() -> noParser(content, format));
        byte[] copy = content.copy();
        boolean isDecoded = content.binary() == null;
        byte[] bytes = copy == null || isDecoded ? content.text().text().getBytes(StandardCharsets.UTF_8) : copy;
        return new Reading(Digests.sha256(bytes), (calls, checkpoint) -> {
            var source = new DocumentSource(
                    content.subject(),
                    format.mediaType(),
                    bytes,
                    isDecoded ? StandardCharsets.UTF_8 : content.charset(),
                    checkpoint);
            return SourceText.of(segmentsOf(content.subject(), parser.parse(source)));
        });
    }

    private static List<Segment> segmentsOf(String subject, List<DocumentBlock> blocks) {
        List<DocumentBlock> storable = storable(blocks);
        boolean hasText = storable.stream()
                .anyMatch(block -> block.kind() != DocumentBlock.Kind.HEADING
                        && !block.text().isBlank());
        if (!hasText) {
            throw new InvalidInputException(subject + " holds no text. Expected text that can be selected: what was"
                    + " scanned is a picture. Save its pages as images and memorize those with a vision model, or run"
                    + " text recognition on it first.");
        }
        return segments(DocumentPassages.of(storable));
    }

    /** The same with nothing in it that a database cannot hold. */
    static List<DocumentBlock> storable(List<DocumentBlock> blocks) {
        return blocks.stream()
                .map(block -> new DocumentBlock(block.kind(), block.level(), TextDecoder.normalized(block.text())))
                .toList();
    }

    private ConfigurationException noParser(Content content, BinaryFormat format) {
        String is = content.subject() + " is " + format.words() + " (" + format.mediaType() + "). ";
        if (!BinaryFormat.OF_DOCUMENTS_ARTIFACT.contains(format.mediaType())) {
            return new ConfigurationException(is
                    + "Expected plain text, Markdown, HTML, PDF or Word (docx): no parser for this format is on the class"
                    + " path. Save it as one of those, or add a DocumentParser of your own.");
        }
        return new ConfigurationException(is + "The parser for it is not on the class path. Add"
                + " io.memu4j:memu4j-documents, or save the document as plain text.");
    }

    /** JSON on one line would be one endless sentence. */
    private static String plain(Content content) {
        String text = content.text().text();
        if (content.text().isNamed("json")) {
            return JsonText.pretty(JsonText.parse(content.text()));
        }
        boolean maybeJson =
                text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
        return maybeJson
                ? JsonText.tryParse(text)
                        .filter(JsonNode::isContainerNode)
                        .map(JsonText::pretty)
                        .orElse(text)
                : text;
    }
}
