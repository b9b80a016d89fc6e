package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.time.TimeMention;
import io.memu4j.internal.understand.rules.cue.DemonstrativeCue;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.internal.understand.rules.sentence.Speaker;
import io.memu4j.model.HappenedAt;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Words a sentence so that it can be understood alone: who said it, and when "yesterday" was. */
final class Attribution {
    private Attribution() {}

    static String worded(Sentence sentence) {
        String photo = sentence.photo();
        boolean shown = photo != null && DemonstrativeCue.pointsAtSomething(sentence.text());
        return attributed(sentence) + (shown ? " (photo: " + photo + ")" : "");
    }

    private static String attributed(Sentence sentence) {
        String name = sentence.speaker().label();
        if (sentence.language().isEnglish()) {
            String dated = Dates.inserted(sentence.text(), spokenOf(sentence));
            if (sentence.speaker().kind() == Speaker.Kind.AUTHOR && !sentence.has(Words.FIRST_PERSON)) {
                return closed(dated);
            }
            String told = ThirdPerson.retold(dated, name).orElse("");
            if (!told.isEmpty()) {
                return calm(closed(told));
            }
        }
        return sentence.speaker().kind() == Speaker.Kind.AUTHOR ? closed(sentence.text()) : quoted(sentence);
    }

    /** The words as said, with the day where they count from it. */
    private static String quoted(Sentence sentence) {
        OffsetDateTime saidAt = sentence.passage().saidAt();
        String when = saidAt != null && spokenOf(sentence).stream().anyMatch(TimeMention::relative)
                ? " on " + Dates.day(saidAt.toLocalDate())
                : "";
        return sentence.speaker().label() + " said" + when + ": " + inQuotes(closed(sentence.text()));
    }

    private static List<TimeMention> spokenOf(Sentence sentence) {
        Optional<HappenedAt> spoken = sentence.spokenTime();
        return sentence.times().stream()
                .filter(mention -> spoken.filter(mention.when()::equals).isPresent())
                .toList();
    }

    static String inQuotes(String text) {
        return '"' + text.replace('"', '\'') + '"';
    }

    private static String calm(String told) {
        return told.replaceFirst("\\s*(?:!+|\\.{2,}|…)$", ".");
    }

    /** Ends with a full stop unless it ends with another mark. */
    static String closed(String text) {
        String stripped = text.strip().replaceFirst("[\\s,;:–-]+$", "");
        int last = stripped.codePointBefore(stripped.length());
        return Character.isLetterOrDigit(last) || last == ')' || last == '"' ? stripped + "." : stripped;
    }
}
