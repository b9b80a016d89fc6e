package io.memu4j.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.error.InvalidInputException;
import io.memu4j.ingest.document.DocumentPassages;
import io.memu4j.ingest.fetch.SourceSize;
import io.memu4j.ingest.text.JsonText;
import io.memu4j.model.Digests;
import io.memu4j.model.Modality;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Documents: plain text and Markdown, one segment per passage. */
final class DocumentReader implements ModalityReader {
    private static final Pattern HTML =
            Pattern.compile("\\s*+<(?:!doctype\\s++html|html)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public Modality modality() {
        return Modality.DOCUMENT;
    }

    @Override
    public Optional<Reading> read(Content content, ZoneId zone, boolean asked) {
        if (content.binary() != null) {
            return Optional.empty();
        }
        requireNoHtml(content);
        List<Segment> segments = new ArrayList<>();
        for (String passage : DocumentPassages.of(plain(content))) {
            segments.add(new Segment(segments.size(), 0, null, null, null, passage));
        }
        if (segments.isEmpty()) {
            throw SourceSize.empty(content.subject());
        }
        return Optional.of(new Reading(Digests.sha256(content.text().text()), segments));
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

    private static void requireNoHtml(Content content) {
        if (HTML.matcher(content.text().text()).lookingAt()) {
            throw new InvalidInputException(content.subject() + " is HTML. Expected plain text or Markdown:"
                    + " this version does not read web pages. Save its text first.");
        }
    }
}
