package io.memu4j.internal.search.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who speaks in a scope's passages. */
public final class Speakers {
    /** One character is too little to tell a name from a part of a word. */
    private static final int SHORTEST_UNSPACED = 2;

    private final Map<String, Set<String>> namesByWord = new HashMap<>();
    /** Names in scripts in which other words follow without a space. */
    private final Set<String> unspaced = new HashSet<>();

    /** Takes in who speaks now. */
    public void refresh(Units<UnitMetadata.OfPassage> passages) {
        namesByWord.clear();
        unspaced.clear();
        Set<String> names = new HashSet<>();
        Slots slots = passages.slots();
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            String name = passages.facts(slot).speaker();
            if (name != null && names.add(name)) {
                if (name.length() >= SHORTEST_UNSPACED && isUnspaced(name.codePointAt(0))) {
                    unspaced.add(name);
                }
                for (String word : SpeakerMention.words(name)) {
                    namesByWord
                            .computeIfAbsent(SpeakerMention.folded(word), w -> new HashSet<>())
                            .add(name);
                }
            }
        }
    }

    /** The speakers whose names may have other words before or behind them without a space. */
    Set<String> unspaced() {
        return unspaced;
    }

    private static boolean isUnspaced(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
            default -> false;
        };
    }

    /** The speakers one of whose names is that word, folded; null where there is none. */
    @Nullable
    public Set<String> called(String foldedWord) {
        return namesByWord.get(foldedWord);
    }
}
