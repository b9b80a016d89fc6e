package io.memu4j.internal.retrieve;

import io.memu4j.internal.prompt.TokenEstimate;
import io.memu4j.spi.search.SearchHit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of all tiers that a model chooses from, numbered from 1, the best of each tier first, up to a limit of length. For one thread. */
final class Candidates {
    /** A row of a tier under a number. */
    record Numbered(Tier tier, SearchHit hit) {}

    private final Map<Tier, List<SearchHit>> hits = new EnumMap<>(Tier.class);
    private final Map<Tier, List<RowListing.Row>> rows = new EnumMap<>(Tier.class);
    private final List<Numbered> numbered = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final int mostCharacters;
    private int tokensLeft;

    /** @param mostTokens as estimated */
    Candidates(int mostCharacters, int mostTokens) {
        this.mostCharacters = mostCharacters;
        this.tokensLeft = mostTokens;
    }

    void add(Tier tier, List<SearchHit> found, List<RowListing.Row> listed) {
        hits.put(tier, found);
        rows.put(tier, listed);
    }

    /** Gives out the numbers, from 1, in turn among the tiers, until the list is full. */
    void number() {
        Map<String, SearchHit> byId = new HashMap<>();
        hits.values().forEach(found -> found.forEach(hit -> byId.put(hit.id(), hit)));
        int longest = rows.values().stream().mapToInt(List::size).max().orElse(0);
        Set<Tier> full = new HashSet<>();
        for (int rank = 0; rank < longest; rank++) {
            for (Tier tier : Tier.values()) {
                List<RowListing.Row> listed = rows.getOrDefault(tier, List.of());
                if (rank < listed.size() && !full.contains(tier)) {
                    RowListing.Row row = listed.get(rank);
                    SearchHit hit = byId.get(row.id());
                    if (hit == null || !fits(tier, row, hit)) {
                        full.add(tier);
                    }
                }
            }
        }
    }

    private boolean fits(Tier tier, RowListing.Row row, SearchHit hit) {
        String line = row.line().with("n", numbered.size() + 1) + "\n";
        int tokens = TokenEstimate.of(line);
        if (text.length() + line.length() > mostCharacters || tokens > tokensLeft) {
            return false;
        }
        tokensLeft -= tokens;
        text.append(line);
        numbered.add(new Numbered(tier, hit));
        return true;
    }

    boolean isEmpty() {
        return numbered.isEmpty();
    }

    boolean has(int number) {
        return number >= 1 && number <= numbered.size();
    }

    Numbered get(int number) {
        return numbered.get(number - 1);
    }

    /** One line per row. */
    String text() {
        return text.toString().stripTrailing();
    }

    /** What the search says, best first. */
    List<SearchHit> searched(Tier tier) {
        return hits.getOrDefault(tier, List.of());
    }
}
