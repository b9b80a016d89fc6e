package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.understand.rules.sentence.Sentence;
import java.util.regex.Pattern;

/** "This bowl", which only the listener could see; a photo in the same message makes up for it. */
public final class DemonstrativeCue implements Cue {
    private static final Pattern POINTING = Pattern.compile(
            "(?iu)\\b(?:this|these)\\s+(?!(?:past |coming )?(?:week|weekend|month|year|morning|afternoon|evening|summer|spring|winter|fall|autumn|time|way)\\b)\\p{L}{3,}");

    public static boolean pointsAtSomething(String text) {
        return POINTING.matcher(text).find();
    }

    @Override
    public Evidence weigh(Sentence sentence) {
        boolean unseen = sentence.photo() == null && sentence.language().isEnglish();
        return Evidence.plain(-0.75).when(unseen && pointsAtSomething(sentence.text()));
    }
}
