package io.memu4j.internal.fact;

import io.memu4j.internal.fact.Claim.Role;
import io.memu4j.model.Closing;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides which statements another one closes: of the same speaker, about the same thing, said later, with another value, a change or an
 * end. What counts is when it was said, not when it was stored. Thread-safe.
 */
public final class Supersession {
    /** The reason of every closing by a rule begins so. */
    static final String RULE = "rule ";

    private static final Pattern NAME = Pattern.compile("(?<=[\\p{L}\\p{N},] )\\p{Lu}\\p{Ll}+");
    private static final Set<String> DATES = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /** German prepositions and articles before the words that tell an appointment from others. */
    private static final Set<String> SMALL = Set.of(
            "bei", "beim", "mit", "nach", "in", "im", "zum", "zur", "am", "vom", "von", "der", "dem", "den", "die");

    private Supersession() {}

    /**
     * Returns the facts under which statements about the same things are stored. A statement is stored under its first; "I switched from A
     * to B" may be about an employer as well as about A.
     */
    public static Set<String> facts(Collection<Said> statements) {
        Set<String> facts = new LinkedHashSet<>();
        statements.forEach(said -> said.claims().forEach(claim -> {
            facts.add(claim.fact());
            if (claim.fact().startsWith("do:")) {
                facts.add("employer");
            }
        }));
        return facts;
    }

    /**
     * Decides for all statements about some facts. A statement that a rule closed before is decided anew, so the order of storing does
     * not matter. Each statement is compared with a bounded number of later ones of its speaker about its things.
     *
     * @param statements all statements about these facts, stored and new
     * @param now when this is noticed
     * @return the items that change, as they are to be
     */
    public static List<MemoryItem> decide(Collection<Said> statements, Instant now) {
        List<Said> byTime = statements.stream().sorted(Said.BY_TIME).toList();
        Map<String, MemoryItem> after = new HashMap<>();
        byTime.forEach(said -> after.put(said.item().id(), said.item()));
        Set<String> ids = new HashSet<>(after.keySet());
        LaterStatements later = new LaterStatements(byTime);
        for (int i = 0; i < byTime.size(); i++) {
            Said earlier = byTime.get(i);
            if (earlier.mayBeClosed()) {
                decide(earlier, later.after(i), ids, after, now);
            }
        }
        List<MemoryItem> changed = new ArrayList<>();
        for (Said said : byTime) {
            MemoryItem item = after.getOrDefault(said.item().id(), said.item());
            if (!item.equals(said.item())) {
                changed.add(item);
            }
        }
        return changed;
    }

    private static void decide(
            Said earlier, List<Said> later, Set<String> ids, Map<String, MemoryItem> after, Instant now) {
        MemoryItem item = Objects.requireNonNull(after.get(earlier.item().id()));
        for (Said other : later) {
            String reason = reason(other, earlier, later);
            if (reason != null) {
                after.put(item.id(), closed(item, earlier, other, reason, now));
                MemoryItem winner =
                        Objects.requireNonNull(after.get(other.item().id()));
                if (winner.holds().from() == null) {
                    after.put(
                            winner.id(),
                            winner.toBuilder()
                                    .holds(winner.holds().withFrom(other.since(earlier)))
                                    .build());
                }
                return;
            }
        }
        Closing closing = item.closing();
        if (closing != null && closing.supersededBy() != null && ids.contains(closing.supersededBy())) {
            after.put(
                    item.id(),
                    item.toBuilder()
                            .closing(null)
                            .holds(item.holds().withUntil(null))
                            .build());
        }
    }

    private static MemoryItem closed(MemoryItem item, Said earlier, Said by, String reason, Instant now) {
        Closing known = item.closing();
        boolean same =
                known != null && reason.equals(known.reason()) && by.item().id().equals(known.supersededBy());
        Validity holds = item.holds().withUntil(by.since(earlier));
        return item.toBuilder()
                .holds(holds)
                .closing(same ? known : new Closing(reason, by.item().id(), now))
                .build();
    }

    /** Returns why {@code later} of the same speaker closes {@code earlier}, or null when it does not. */
    private static @Nullable String reason(Said later, Said earlier, List<Said> allLater) {
        for (Claim newer : later.claims()) {
            for (Claim older : earlier.claims()) {
                if (newer.fact().equals(older.fact()) && closes(newer, older, later, earlier, allLater)) {
                    return RULE + newer.kind() + ": " + word(newer.role());
                }
            }
        }
        return null;
    }

    private static boolean closes(Claim newer, Claim older, Said later, Said earlier, List<Said> allLater) {
        if (newer.isAppointment()) {
            return newer.role() != Role.SOME && sameAppointment(newer, later, earlier, allLater);
        }
        boolean valuesKnown = !newer.value().isEmpty() && !older.value().isEmpty();
        boolean same = valuesKnown && Claim.same(newer.value(), older.value());
        return switch (newer.role()) {
            case SOME -> older.role() == Role.END && same;
            case ONE -> valuesKnown ? !same || older.role() == Role.END : older.role() == Role.END;
            case CHANGE ->
                older.role() == Role.END
                        || (!same
                                && (newer.old().isEmpty()
                                        || Claim.same(newer.old(), older.value())
                                        || older.fact().contains(newer.old())));
            case END ->
                older.role() != Role.END
                        && (!valuesKnown || same || (older.role() == Role.SOME && names(earlier, newer.value())));
        };
    }

    /** Whether a statement has the words: "a beagle" was called Bruno in the sentence before. */
    private static boolean names(Said said, String value) {
        return List.of(Claim.normalized(said.item().summary()).split(" ")).containsAll(List.of(value.split(" ")));
    }

    /** An appointment that names nobody and nothing else is the last one spoken of. */
    private static boolean sameAppointment(Claim newer, Said later, Said earlier, List<Said> allLater) {
        Set<String> mine = newer.fact().equals("trip") && newer.role() == Role.CHANGE
                ? Set.of(newer.old().split(" "))
                : words(later, newer);
        mine = mine.equals(Set.of("")) ? Set.of() : mine;
        Set<String> theirs = words(earlier, null);
        if (!mine.isEmpty()) {
            return mine.stream().anyMatch(theirs::contains);
        }
        return allLater.stream()
                .takeWhile(between -> !between.equals(later))
                .noneMatch(between -> between.claims().stream()
                        .anyMatch(claim -> claim.fact().equals(newer.fact()) && claim.role() == Role.SOME));
    }

    /** The names in a statement, and the words that tell its appointment from others. */
    private static Set<String> words(Said said, @Nullable Claim only) {
        Set<String> words = new HashSet<>();
        NAME.matcher(said.item().summary())
                .results()
                .forEach(name -> words.add(name.group().toLowerCase(Locale.ROOT)));
        words.removeAll(DATES);
        for (Claim claim : only == null ? said.claims() : List.of(only)) {
            for (String word : claim.value().split(" ")) {
                words.add(word);
            }
        }
        words.remove("");
        words.removeAll(SMALL);
        return words;
    }

    private static String word(Role role) {
        return switch (role) {
            case ONE, SOME -> "another value";
            case CHANGE -> "a change";
            case END -> "an end";
        };
    }
}
