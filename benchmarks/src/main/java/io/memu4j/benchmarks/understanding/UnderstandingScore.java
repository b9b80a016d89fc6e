package io.memu4j.benchmarks.understanding;

import io.memu4j.benchmarks.understanding.LabelledConversation.Label;
import io.memu4j.benchmarks.understanding.LabelledConversation.Span;
import io.memu4j.benchmarks.understanding.LabelledConversation.Turn;
import io.memu4j.model.HappenedAt;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts over items and labels; {@link #toString()} is a row of the table. Not safe for use by several threads. */
final class UnderstandingScore {
    static final String HEADER = String.format(
            Locale.ROOT,
            "%7s %7s %7s | %6s %6s %6s | %6s %6s %6s | %6s %6s %6s %6s",
            "to keep",
            "recall",
            "bare",
            "items",
            "precis",
            "wrong",
            "must-",
            "kept",
            "%",
            "type",
            "topic",
            "time",
            "t.wrong");

    private int toKeep;
    private int kept;
    private int bare;
    private int items;
    private int itemsRight;
    private int wrong;
    private int toLeave;
    private int notLeft;
    private int typeRight;
    private int topicRight;
    private int timed;
    private int timeRight;
    private int timeWrong;

    /** Counts the items of one conversation. */
    void add(LabelledConversation conversation, List<KeptItem> found) {
        List<List<String>> said = conversation.messages().stream()
                .map(turn -> Words.of(turn.text()))
                .toList();
        for (int message = 0; message < conversation.messages().size(); message++) {
            for (Label label : conversation.messages().get(message).labels()) {
                add(label, holding(label, message, found));
            }
        }
        for (KeptItem item : found) {
            items++;
            wrong += Words.areVerbatim(Words.of(item.text()), said) ? 0 : 1;
            itemsRight += isWanted(item, conversation.messages()) ? 1 : 0;
        }
    }

    /** The share of the sentences to keep that are kept, 0 to 1. */
    double recall() {
        return share(kept, toKeep);
    }

    /** The share of the items that hold a sentence to keep, or one that may be kept, 0 to 1. */
    double precision() {
        return share(itemsRight, items);
    }

    /** How many items are not word for word a part of a message. */
    int wrong() {
        return wrong;
    }

    private void add(Label label, Optional<KeptItem> item) {
        if (label.mustNotBeKept()) {
            toLeave++;
            notLeft += item.isPresent() ? 1 : 0;
        } else if (label.mustBeKept()) {
            toKeep++;
            timed += label.time() == null ? 0 : 1;
            item.ifPresent(found -> addKept(label, found));
        }
    }

    private void addKept(Label label, KeptItem item) {
        kept++;
        bare += item.holdsNeeds(label) ? 0 : 1;
        typeRight += item.type().equals(label.type()) ? 1 : 0;
        topicRight += label.topics() != null && label.topics().stream().anyMatch(item.topics()::contains) ? 1 : 0;
        timeRight += label.time() != null && overlap(label.time(), item.happenedAt()) ? 1 : 0;
        timeWrong += item.happenedAt() != null && !overlap(label.time(), item.happenedAt()) ? 1 : 0;
    }

    private static boolean overlap(@Nullable Span expected, @Nullable HappenedAt found) {
        return expected != null
                && found != null
                && found.start().isBefore(LocalDateTime.parse(expected.end()))
                && LocalDateTime.parse(expected.start()).isBefore(found.end());
    }

    /** The item that holds the label; one that holds what the label needs comes first. */
    private static Optional<KeptItem> holding(Label label, int message, List<KeptItem> found) {
        List<KeptItem> holders =
                found.stream().filter(item -> item.holds(label, message)).toList();
        return holders.stream()
                .filter(item -> item.holdsNeeds(label))
                .findFirst()
                .or(() -> holders.stream().findFirst());
    }

    private static boolean isWanted(KeptItem item, List<Turn> messages) {
        for (int message = 0; message < messages.size(); message++) {
            for (Label label : messages.get(message).labels()) {
                if (!label.mustNotBeKept() && item.holds(label, message)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%7d %7.1f %7d | %6d %6.1f %6d | %6d %6d %6.1f | %6.1f %6.1f %6.1f %7d",
                toKeep,
                100 * recall(),
                bare,
                items,
                100 * precision(),
                wrong,
                toLeave,
                notLeft,
                100 * share(notLeft, toLeave),
                100 * share(typeRight, kept),
                100 * share(topicRight, kept),
                100 * share(timeRight, timed),
                timeWrong);
    }
}
