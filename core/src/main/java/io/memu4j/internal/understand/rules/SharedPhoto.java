package io.memu4j.internal.understand.rules;

import io.memu4j.internal.understand.rules.sentence.Sentence;
import java.util.Arrays;
import java.util.Set;

/** Recognises sentences that describe a photo which is shown with the message. */
final class SharedPhoto {
    private static final Set<String> PHOTO = RuleWords.of("SharedPhoto.photo");
    /** Words with which a sentence shows something. */
    private static final Set<String> SHOWS = RuleWords.of("SharedPhoto.shows");
    /** Verbs behind "photo": "The picture shows ...". */
    private static final Set<String> SHOWING = RuleWords.of("SharedPhoto.showing");

    private static final int NEAR = 4;

    private SharedPhoto() {}

    /** Whether it tells what a photo shows: "Here's a pic of my desk", "[photo: a desk]", and "That's the dog" beside a photo. */
    static boolean isShownBy(Sentence sentence) {
        if (sentence.text().startsWith("[") && hasPhoto(sentence.text())) {
            return true;
        }
        boolean shows = SHOWS.contains(sentence.word(0));
        for (int i = 1; i < NEAR; i++) {
            boolean photo = PHOTO.contains(sentence.word(i).replace("'s", ""));
            if (photo && (shows || SHOWING.contains(sentence.word(i + 1)))) {
                return true;
            }
        }
        return shows && hasPhoto(sentence.passage().text());
    }

    private static boolean hasPhoto(String text) {
        int open = text.lastIndexOf('[');
        int close = text.indexOf(']', Math.max(0, open));
        return open >= 0
                && close > open
                && Arrays.stream(text.substring(open + 1, close).split("\\P{L}+"))
                        .anyMatch(PHOTO::contains);
    }
}
