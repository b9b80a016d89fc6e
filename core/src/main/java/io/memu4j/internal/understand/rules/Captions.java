package io.memu4j.internal.understand.rules;

import io.memu4j.internal.understand.Statement;
import io.memu4j.internal.understand.UnderstandingRequest;
import io.memu4j.internal.understand.rules.sentence.Speaker;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in a sentence what a text is: who speaks or what the title is, when, and about what. */
public final class Captions {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final Pattern NO_LETTERS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final int TOPICS = 4;
    private static final int LEAST_SECTIONS = 3;

    private Captions() {}

    /** One sentence on the whole text: what came before the fresh passages, and they. */
    public static String of(UnderstandingRequest text, List<Statement> statements) {
        List<Passage> passages = new ArrayList<>(text.context());
        passages.addAll(text.fresh());
        Headings headings =
                text.modality() == Modality.DOCUMENT ? Headings.of(passages) : new Headings(null, List.of());
        if (headings.sections().size() >= LEAST_SECTIONS) {
            return document(text, headings) + ", with sections on " + listed(headings.sections()) + ".";
        }
        List<String> topics = Topics.of(passages, TOPICS);
        String subject = text.modality() == Modality.CONVERSATION ? conversation(passages) : document(text, headings);
        return subject + (topics.isEmpty() ? "" : " about " + joined(topics)) + ".";
    }

    private static String conversation(List<Passage> passages) {
        List<String> speakers = passages.stream()
                .map(p -> Speaker.of(p).label())
                .map(label -> label.startsWith("The ") ? "the " + label.substring(4) : label)
                .distinct()
                .limit(5)
                .toList();
        String who =
                speakers.size() == 1 ? "Messages of " + speakers.get(0) : "A conversation between " + joined(speakers);
        return who + when(passages);
    }

    private static String when(List<Passage> passages) {
        List<LocalDate> days = passages.stream()
                .map(Passage::saidAt)
                .filter(Objects::nonNull)
                .map(at -> at.toLocalDate())
                .distinct()
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return "";
        }
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        return first.equals(last)
                ? " on " + DAY.format(first)
                : " from " + DAY.format(first) + " to " + DAY.format(last);
    }

    private static String document(UnderstandingRequest text, Headings headings) {
        String title = headings.title() != null ? headings.title() : fileName(text.name());
        String kind = text.modality() == Modality.DOCUMENT ? "A document" : "The text of " + article(text.modality());
        return title == null ? kind : kind + " titled \"" + title.replace('"', '\'') + "\"";
    }

    private static @Nullable String fileName(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.isBlank() ? null : NO_LETTERS.matcher(last).replaceAll(" ");
    }

    private static String listed(List<String> sections) {
        List<String> quoted = sections.stream()
                .map(section -> '"' + section.replace('"', '\'') + '"')
                .toList();
        return quoted.size() > TOPICS ? String.join(", ", quoted.subList(0, TOPICS)) + " and others" : joined(quoted);
    }

    private static String article(Modality modality) {
        return (modality == Modality.IMAGE || modality == Modality.AUDIO ? "an " : "a ") + modality.key();
    }

    private static String joined(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
