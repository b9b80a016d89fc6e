package io.memu4j.internal.fact;

import io.memu4j.model.Closing;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.TimeBound;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement, who said it, and what it says of things that change.
 *
 * @param speaker the speaker of the passage that proves it, or null when nobody is named
 * @param place orders statements of the same time
 */
public record Said(MemoryItem item, @Nullable String speaker, List<Claim> claims, int place) {
    /** Who comes first was said earlier, or speaks of an earlier change. */
    static final Comparator<Said> BY_TIME = Comparator.comparing(Said::time)
            .thenComparing(said -> said.item().createdAt())
            .thenComparing(Said::place);

    /** Reads the statement. */
    public static Said of(MemoryItem item, @Nullable String speaker, int place) {
        return new Said(item, speaker, FactReader.read(item.summary(), speaker), place);
    }

    /** Returns a copy with another state of the same item. */
    public Said with(MemoryItem changed) {
        return new Said(changed, speaker, claims, place);
    }

    /**
     * Returns whether it says nothing beyond a known statement: same person, type, day, numbers, names and denial, and of the same thing the
     * same, with no further word that tells something.
     */
    public boolean paraphrases(Said known) {
        return known.item().closing() == null
                && speaker != null
                && speaker.equalsIgnoreCase(known.speaker())
                && item.type().equals(known.item().type())
                && mayBeSame(item, known.item())
                && !claims.isEmpty()
                && known.claims().containsAll(claims)
                && (claims.get(0).fact().startsWith(FactReader.WORDS)
                        ? Telling.of(item.summary())
                                .equals(Telling.of(known.item().summary()))
                        : statesTheSame(known));
    }

    private boolean statesTheSame(Said known) {
        boolean states = claims.stream()
                .allMatch(claim ->
                        (claim.role() == Claim.Role.ONE || claim.role() == Claim.Role.SOME) && !claim.isAppointment());
        return states
                && Telling.of(item.summary())
                        .addsNothingTo(Telling.of(known.item().summary()));
    }

    /** Returns whether two statements that a model calls the same may be: with the same numbers, on the same day, both or neither denied. */
    public static boolean mayBeSame(MemoryItem one, MemoryItem other) {
        return Objects.equals(one.happenedAt(), other.happenedAt())
                && FactReader.numbers(one.summary()).equals(FactReader.numbers(other.summary()))
                && FactReader.isDenied(one.summary()) == FactReader.isDenied(other.summary());
    }

    /** Returns an item as closed by another one. */
    public static MemoryItem closed(MemoryItem item, MemoryItem by, String reason, Instant now) {
        TimeBound until = new Said(by, null, List.of(), 0).since(new Said(item, null, List.of(), 0));
        return item.toBuilder()
                .holds(item.holds().withUntil(until))
                .closing(new Closing(reason, by.id(), now))
                .build();
    }

    /** Returns whether the rules may close it: what the application or a person made or edited is theirs. */
    boolean mayBeClosed() {
        return item.origin() == MemoryItem.Origin.EXTRACTED
                && (item.closing() == null || item.closing().reason().startsWith(Supersession.RULE));
    }

    /** Returns the time from which it counts: when it was said, or the end of an earlier change that it tells of. */
    private Instant time() {
        Instant said = item.saidOrCreatedAt();
        HappenedAt happened = item.happenedAt();
        boolean tellsOfChange =
                claims.stream().anyMatch(c -> c.role() == Claim.Role.CHANGE || c.role() == Claim.Role.END);
        if (happened == null || !tellsOfChange) {
            return said;
        }
        Instant end = happened.end().toInstant(ZoneOffset.UTC);
        return end.isBefore(said) ? end : said;
    }

    /** Returns the local time at which it was said, to the minute. */
    LocalDateTime localTime() {
        LocalDateTime time = item.saidAt() == null
                ? LocalDateTime.ofInstant(item.createdAt(), ZoneOffset.UTC)
                : item.saidAt().toLocalDateTime();
        return time.withSecond(0).withNano(0);
    }

    /** Returns since when it holds: the change it tells of, if that came after {@code earlier} was said, otherwise the day it was said. */
    TimeBound since(Said earlier) {
        HappenedAt happened = item.happenedAt();
        if (happened != null
                && happened.start().isAfter(earlier.localTime())
                && !happened.start().isAfter(localTime())) {
            return TimeBound.startOf(happened);
        }
        return new TimeBound(localTime(), HappenedAt.Precision.MINUTE);
    }
}
