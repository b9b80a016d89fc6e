package io.memu4j.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who speaks in a scope's passages. */
final class Speakers {
    private final Map<String, Set<String>> namesByWord = new HashMap<>();

    /** Takes in who speaks now. */
    void refresh(Units<Facts.OfPassage> passages) {
        namesByWord.clear();
        Set<String> names = new HashSet<>();
        Slots slots = passages.slots();
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            String name = passages.facts(slot).speaker();
            if (name != null && names.add(name)) {
                for (String word : SpeakerMention.words(name)) {
                    namesByWord
                            .computeIfAbsent(SpeakerMention.folded(word), w -> new HashSet<>())
                            .add(name);
                }
            }
        }
    }

    /** The speakers one of whose names is that word, folded; null where there is none. */
    @Nullable
    Set<String> called(String foldedWord) {
        return namesByWord.get(foldedWord);
    }
}
