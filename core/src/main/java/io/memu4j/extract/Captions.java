package io.memu4j.extract;

import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in a sentence what a text is: who speaks or what the title is, when, and about what. */
final class Captions {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final int TOPICS = 4;
    private static final int LEAST_SECTIONS = 3;

    private Captions() {}

    static String of(ToUnderstand text, List<Statement> statements) {
        Set<String> remembered = statements.stream()
                .flatMap(statement -> statement.passageIds().stream())
                .collect(Collectors.toSet());
        Set<String> names =
                text.fresh().stream().map(p -> Speaker.of(p).label()).collect(Collectors.toSet());
        List<String> sections = text.modality() == Modality.DOCUMENT ? sections(text.fresh()) : List.of();
        if (sections.size() >= LEAST_SECTIONS) {
            return document(text) + ", with sections on "
                    + (sections.size() > TOPICS
                            ? String.join(", ", sections.subList(0, TOPICS)) + " and others."
                            : joined(sections) + ".");
        }
        List<String> topics = Topics.of(text.fresh(), remembered, names, TOPICS);
        String subject = text.modality() == Modality.CONVERSATION ? conversation(text.fresh()) : document(text);
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

    private static String document(ToUnderstand text) {
        String title = text.fresh().stream()
                .map(Passage::text)
                .filter(Markup::isHeading)
                .map(Markup::heading)
                .filter(heading -> !heading.isBlank() && heading.length() <= 120)
                .findFirst()
                .orElse(text.name());
        String kind = text.modality() == Modality.DOCUMENT ? "A document" : "The text of " + article(text.modality());
        return title == null ? kind : kind + " titled \"" + title.replace('"', '\'') + "\"";
    }

    /** The headings after the title, as far as they are short enough for a sentence. */
    private static List<String> sections(List<Passage> passages) {
        return passages.stream()
                .map(Passage::text)
                .filter(Markup::isHeading)
                .map(Markup::heading)
                .filter(heading -> !heading.isBlank() && heading.length() <= 40)
                .distinct()
                .skip(1)
                .map(heading -> '"' + heading.replace('"', '\'') + '"')
                .toList();
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
