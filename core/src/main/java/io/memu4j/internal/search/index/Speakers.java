package io.memu4j.internal.search.index;

import io.memu4j.internal.text.Scripts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The speakers of a scope's passages, by the words of their names. */
public final class Speakers {
    /** A single character cannot be told from a part of another word. */
    private static final int SHORTEST_UNSPACED = 2;

    /** Replaced as a whole by {@link #refresh}, so that copies may share it. */
    private Map<String, Set<String>> namesByWord = Map.of();
    /** Names in scripts that are written without spaces between words; replaced likewise. */
    private Set<String> unspaced = Set.of();

    /** Returns a copy that can be refreshed while this one is read. */
    Speakers copy() {
        Speakers copy = new Speakers();
        copy.namesByWord = namesByWord;
        copy.unspaced = unspaced;
        return copy;
    }

    /** Replaces the speakers by those of the given passages. */
    public void refresh(Units<UnitMetadata.OfPassage> passages) {
        Map<String, Set<String>> byWord = new HashMap<>();
        Set<String> withoutSpaces = new HashSet<>();
        Set<String> names = new HashSet<>();
        Slots slots = passages.slots();
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            String name = passages.metadata(slot).speaker();
            if (name != null && names.add(name)) {
                if (name.length() >= SHORTEST_UNSPACED && isUnspaced(name.codePointAt(0))) {
                    withoutSpaces.add(name);
                }
                for (String word : SpeakerMention.words(name)) {
                    byWord.computeIfAbsent(SpeakerMention.folded(word), w -> new HashSet<>())
                            .add(name);
                }
            }
        }
        namesByWord = byWord;
        unspaced = withoutSpaces;
    }

    /** Returns the speakers whose names are written without a space to the words beside them. */
    Set<String> unspaced() {
        return unspaced;
    }

    private static boolean isUnspaced(int letter) {
        return Scripts.isCjk(letter) || Scripts.isSouthEastAsian(letter);
    }

    /** Returns the speakers who have this case-folded word in their names, or null when there are none. */
    @Nullable
    public Set<String> called(String foldedWord) {
        return namesByWord.get(foldedWord);
    }
}
