package io.memu4j.internal.ingest.conversation;

import io.memu4j.internal.text.SpeakerRoles;
import io.memu4j.internal.text.WordLists;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells conversations from texts that have colons too: lists of keys and values, letter heads, logs, prose. Where it is a conversation, the
 * predicate tells the lines that begin a message from those that merely contain a colon.
 */
final class TranscriptShape {
    private static final Set<String> LABELS = Set.copyOf(WordLists.readAll(TranscriptShape.class, "labels.txt"));

    private static final Pattern CAPITALISED =
            Pattern.compile("[\\p{Lu}\\p{Lo}@+~][^ ]*+(?: [\\p{Lu}\\p{Lo}\\p{So}(@+~&][^ ]*+)*+");
    private static final Pattern SENTENCE = Pattern.compile(".*[.!?\u2026\u3002\uff01\uff1f)]$|(?:\\S++\\s++){3}.*");

    private TranscriptShape() {}

    /**
     * Which candidate lines begin a message; empty where the text is no conversation.
     *
     * @param candidates the lines that could begin one
     * @param leads whether the first of them is the first line of the text that is not blank
     * @param lines the number of lines that are not blank
     */
    static Optional<Predicate<TranscriptLine>> of(
            List<TranscriptLine> candidates, boolean leads, int lines, boolean expected) {
        long stamped = candidates.stream().filter(c -> c.stamp() != null).count();
        long signed = candidates.stream()
                .filter(c -> c.stamp() != null && c.name() != null)
                .count();
        boolean enough = signed >= 2 && signed * 5 >= lines && signed * 2 >= stamped;
        if (enough || (expected && signed > 0 && signed * 2 >= candidates.size())) {
            return Optional.of(line -> line.stamp() != null);
        }
        Map<String, Long> turnsByName =
                candidates.stream().collect(Collectors.groupingBy(TranscriptLine::key, Collectors.counting()));
        // "A" may speak with "B", but beside "Q" it is an answer.
        boolean questions = turnsByName.containsKey("q");
        Predicate<TranscriptLine> begins = line ->
                !(questions && line.key().equals("a")) && isSpeaker(line, turnsByName.getOrDefault(line.key(), 0L));
        List<TranscriptLine> turns = candidates.stream().filter(begins).toList();
        boolean accepted = expected ? !turns.isEmpty() : isDialogue(turns, leads, lines);
        return accepted ? Optional.of(begins) : Optional.empty();
    }

    private static boolean isSpeaker(TranscriptLine line, long turns) {
        if (line.name() == null) {
            return false;
        }
        if (SpeakerRoles.named(line.name()).isPresent()) {
            return true;
        }
        if (LABELS.contains(line.key())) {
            return false;
        }
        return turns >= 2 || CAPITALISED.matcher(line.name()).matches();
    }

    private static boolean isDialogue(List<TranscriptLine> turns, boolean leads, int lines) {
        Set<String> speakers = turns.stream().map(TranscriptLine::key).collect(Collectors.toSet());
        if (turns.size() < 2 || speakers.size() < 2) {
            return false;
        }
        if (leads
                && turns.stream()
                                .flatMap(t -> SpeakerRoles.named(t.key()).stream())
                                .distinct()
                                .count()
                        >= 2) {
            return true;
        }
        long sentences =
                turns.stream().filter(t -> SENTENCE.matcher(t.text()).matches()).count();
        boolean somebodyAgain = turns.size() > speakers.size();
        return turns.size() * 2 > lines && (somebodyAgain ? sentences > 0 : sentences * 2 >= turns.size());
    }
}
